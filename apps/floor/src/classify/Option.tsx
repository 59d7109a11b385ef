import type { Disposition, Route } from '@restow/domain'
import { classes, DispositionMark, radio } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { useCommandCodes } from '../scanner/bus.ts'
import { signed } from './sums.ts'

const ON: Record<Disposition, string> = {
  resell: 'border-resell bg-resell-soft shadow-[inset_0_0_0_1px_var(--resell)]',
  refurbish: 'border-refurbish bg-refurbish-soft shadow-[inset_0_0_0_1px_var(--refurbish)]',
  scrap: 'border-scrap bg-scrap-soft shadow-[inset_0_0_0_1px_var(--scrap)]',
}

interface Props {
  disposition: Disposition
  route: Route
  recovered: number | null
  currency: string | null
  suggested: boolean
  on: boolean
  codes: string[]
  onPick: () => void
  /** Where all ways are of one disposition, the way itself stands first. */
  routeFirst?: boolean
}

/** A way to decide: its letter, its words, what it brings. */
export function Option({
  disposition,
  route,
  recovered,
  currency,
  suggested,
  on,
  codes,
  onPick,
  routeFirst = false,
}: Props) {
  const { t } = useTexts()
  useCommandCodes(codes, onPick, true)
  const way = t(`route.${route}`)
  const first = routeFirst ? way : t(`disposition.${disposition}`)
  const second = routeFirst ? '' : way
  return (
    <button
      type="button"
      {...radio(on)}
      onClick={onPick}
      className={classes(
        'grid min-h-16 w-full grid-cols-[40px_1fr_auto] items-center gap-3 rounded-m border px-3.5 py-2 text-left transition-colors',
        on ? ON[disposition] : 'border-line bg-surface active:bg-line-2',
      )}
    >
      <DispositionMark of={disposition} />
      <span className="leading-tight">
        <span className="block text-l font-semibold first-letter:uppercase">{first}</span>
        <span className="text-m text-ink-2">
          {[second, suggested && t('classify.suggested')].filter(Boolean).join(' · ')}
        </span>
      </span>
      {recovered !== null && (
        <span className="font-mono text-l font-semibold">{signed(recovered, currency)}</span>
      )}
    </button>
  )
}
