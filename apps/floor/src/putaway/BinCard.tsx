import type { Bin } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { useSession } from '../shell/session.store.ts'

/** A bin's code as people of the warehouse read it: without the warehouse before it. */
export function useShortBin(): (code: string) => string {
  const warehouse = useSession((s) => s.person?.warehouse ?? '')
  return (code) => (code.startsWith(`${warehouse}-`) ? code.slice(warehouse.length + 1) : code)
}

/** Where to lay it, to be read at arm's length. */
export function BinCard({ bin, above }: { bin: Bin; above?: string }) {
  const { t } = useTexts()
  const short = useShortBin()
  const { code, zone, plates, capacity } = bin
  return (
    <div className="rounded-m border border-line bg-raised p-4 text-center">
      <p className="text-m text-ink-2">{above ?? t('bin.zone', { zone: t(`zone.${zone}`) })}</p>
      <p title={code} className="font-mono text-3xl leading-tight font-semibold">
        {short(code)}
      </p>
      <p className="text-m text-ink-2">{t('putaway.room', { plates, capacity })}</p>
      <div aria-hidden className="mx-auto mt-2 h-1.5 w-40 overflow-hidden rounded-full bg-line">
        <div
          className="h-full rounded-full bg-accent"
          style={{ width: `${Math.min(100, (plates / capacity) * 100)}%` }}
        />
      </div>
    </div>
  )
}
