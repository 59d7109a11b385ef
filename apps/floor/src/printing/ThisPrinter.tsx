import { isPrintOver } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { Printer, TriangleAlert } from 'lucide-react'
import { Press } from '../scanner/Press.tsx'
import { wordOf } from '../shell/sentences.ts'
import { withoutPrinter } from './choose-printer.ts'
import { usePrinting } from './printer.store.ts'

/** Where this device's labels come out, how that printer is, and how to choose another. */
export function ThisPrinter() {
  const { t } = useTexts()
  const { printer, wanted, jobs } = usePrinting()
  // What labels that wait have heard of it is newer.
  const open = jobs.filter(({ state }) => !isPrintOver(state))
  const heard = open.length > 0 ? open.findLast((job) => job.trouble !== null)?.trouble : printer?.trouble
  const trouble = heard ?? null
  const Icon = trouble ? TriangleAlert : Printer
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-s font-semibold text-ink-2">{t('printer.title')}</h2>
      <div className="flex items-center gap-3">
        <Icon aria-hidden size={24} className={trouble ? 'shrink-0 text-look' : 'shrink-0 text-accent'} />
        <p className="min-w-0 grow text-l font-semibold">
          {printer?.name ?? t('printer.none')}
          <span className="block text-m font-normal text-ink-2">
            {wanted !== null && t('printer.wanted', { code: wanted })}
            {wanted === null && printer && (trouble ? wordOf('trouble', trouble) : t('printer.ready'))}
            {wanted === null && !printer && t('printer.byDialog')}
          </span>
        </p>
        {printer && (
          <Press codes={['PRINTER.none']} onPress={() => void withoutPrinter()}>
            {t('printer.leave')}
          </Press>
        )}
      </div>
      <p className="text-s text-ink-2">{t('printer.how')}</p>
    </section>
  )
}
