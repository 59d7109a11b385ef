import type { ParcelView } from '@restow/contracts'
import { Chip, Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Check, ChevronRight, ScanBarcode } from 'lucide-react'
import { useCommandCodes } from '../scanner/bus.ts'
import { go, unitPath } from '../shell/go.ts'
import { reasonSaid, wordOf } from '../shell/sentences.ts'
import { type Line, productOfLine } from './lines.ts'
import { wait } from './pending.store.ts'

interface LineProps {
  line: Line
  parcel: ParcelView
  /** Its place in the list, by which a command code takes it. */
  place: number
  disabled: boolean
}

function LineButton({ line, parcel, place, disabled }: LineProps) {
  const { t } = useTexts()
  const { title, sku, announced, registered } = line
  const reason = reasonSaid(line.reason)
  const left = Math.max(0, announced - registered)
  const done = left === 0
  const take = () => wait(parcel.trackingNumber, productOfLine(line), parcel.seller, left)
  useCommandCodes([`LINE.${place}`], take, !disabled)
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={take}
      className="flex min-h-touch w-full items-center gap-3 border-t border-line px-3 py-2 text-left first:border-t-0 disabled:opacity-70"
    >
      <span className="min-w-0 grow">
        <span className="line-clamp-2 text-l leading-tight font-semibold">{title}</span>
        <span className="block truncate text-s text-ink-2">
          <Code value={sku} className="text-s" /> {reason && `· ${reason}`}
        </span>
      </span>
      <span
        className={classes(
          'flex shrink-0 items-center gap-1 font-mono text-l font-semibold',
          done && 'text-resell',
        )}
      >
        {done && <Check aria-hidden size={18} />}
        {t('parcel.ofAnnounced', { done: registered, all: announced })}
      </span>
    </button>
  )
}

/** What was announced for the parcel, and how much of it has its plate. */
export function Lines({
  parcel,
  lines,
  mayRegister,
}: {
  parcel: ParcelView
  lines: readonly Line[]
  mayRegister: boolean
}) {
  const { t } = useTexts()
  return (
    <>
      {mayRegister && (
        <div className="flex items-center gap-3 rounded-m border-2 border-dashed border-line bg-surface p-3">
          <ScanBarcode aria-hidden size={28} className="shrink-0 text-accent" />
          <p>
            <span className="block text-xl leading-tight font-[650]">{t('parcel.scanProduct')}</span>
            <span className="text-s text-ink-2">{t('parcel.scanProductHint')}</span>
          </p>
        </div>
      )}
      <section>
        <h2 className="mb-1 text-s font-semibold text-ink-2">{t('parcel.announced')}</h2>
        {lines.length === 0 && <p className="text-m text-ink-2">{t('parcel.noLines')}</p>}
        {lines.length > 0 && (
          <div className="rounded-m border border-line bg-surface">
            {lines.map((line, i) => (
              <LineButton key={line.key} line={line} parcel={parcel} place={i + 1} disabled={!mayRegister} />
            ))}
          </div>
        )}
      </section>
    </>
  )
}

/** The units that came out of the parcel; each leads to its next step. */
export function Contents({ parcel }: { parcel: ParcelView }) {
  const { t, tn } = useTexts()
  if (parcel.contents.length === 0) return null
  return (
    <section>
      <h2 className="mb-1 text-s font-semibold text-ink-2">{t('parcel.contents')}</h2>
      <ul className="rounded-m border border-line bg-surface">
        {parcel.contents.toReversed().map(({ lpn, title, state, quantity, held }) => (
          <li key={lpn} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => go(unitPath(lpn))}
              className="flex min-h-touch w-full items-center gap-2 px-3 py-1.5 text-left"
            >
              <span className="min-w-0 grow">
                <Code value={lpn} className="block" />
                <span className="block truncate text-s text-ink-2">
                  {title ?? t('unit.unknownProduct')}
                  {quantity > 1 && ` · ${tn('unit.pieces', quantity)}`}
                </span>
              </span>
              <Chip look={held ? 'hold' : 'plain'}>{held ? t('hold.done') : wordOf('unitState', state)}</Chip>
              <ChevronRight aria-hidden size={20} className="shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
