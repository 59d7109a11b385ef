import { classes } from '../components/classes.ts'
import { type ChartSeries, type ChartSlot, totalAt } from './chart-option.ts'

interface SwatchProps {
  of: Pick<ChartSeries, 'colour' | 'mark' | 'dashed'>
}

/** A series' colour, with its letter where it has one. */
export function Swatch({ of: { colour, mark, dashed } }: SwatchProps) {
  const fill = dashed
    ? { backgroundImage: `repeating-linear-gradient(90deg, ${colour} 0 40%, transparent 40% 60%)` }
    : { background: colour }
  return (
    <span
      aria-hidden
      style={fill}
      className="grid size-[1.1em] shrink-0 place-items-center rounded-[.25em] text-[.8em] leading-none font-bold text-mark-ink"
    >
      {mark}
    </span>
  )
}

/** Which colour is what. */
export function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-[1em] gap-y-[.2em] text-ink-2">
      {series.map((one) => (
        <li key={one.key} className="flex items-center gap-[.5em]">
          <Swatch of={one} />
          <span className="block first-letter:uppercase">{one.name}</span>
        </li>
      ))}
    </ul>
  )
}

interface Told {
  readonly slot: ChartSlot
  readonly at: number
  readonly series: readonly ChartSeries[]
  /** The name of the sum, where there is one. */
  readonly total: string | undefined
  readonly format: (value: number) => string
}
const written = (value: number | null, format: Told['format']) => (value === null ? '–' : format(value))

/** A slot's numbers in one sentence, for who listens. */
export function sentenceOf({ slot, at, series, total, format }: Told): string {
  const parts = series.map((one) => `${one.name} ${written(one.values[at] ?? null, format)}`)
  const sum = total === undefined ? [] : [`${total} ${written(totalAt(series, at), format)}`]
  return `${slot.name}: ${[...parts, ...sum].join(', ')}`
}

/** The numbers of the slot that is pointed at. */
export function Numbers({ slot, at, series, total, format, style, className }: Told & NoteProps) {
  return (
    <div
      aria-hidden
      style={style}
      className={classes(
        'pointer-events-none absolute z-10 w-max max-w-[75%] rounded-[8px] border border-line bg-surface px-[.9em] py-[.7em] text-ink shadow-card',
        className,
      )}
    >
      <p className="font-semibold">{slot.name}</p>
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-[.6em]">
        {series.map((one) => (
          <div key={one.key} className="contents">
            <Swatch of={one} />
            <dt className="truncate text-ink-2">{one.name}</dt>
            <dd className="text-right font-semibold">{written(one.values[at] ?? null, format)}</dd>
          </div>
        ))}
        {total !== undefined && (
          <div className="contents">
            <span />
            <dt className="truncate text-ink-2">{total}</dt>
            <dd className="text-right font-semibold">{written(totalAt(series, at), format)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
interface NoteProps {
  style?: { left?: number; right?: number }
  className?: string
}

interface TableProps extends Pick<Told, 'series' | 'total' | 'format'> {
  label: string
  /** What the slots are, above their column. */
  slotHead: string
  slots: readonly ChartSlot[]
  /** Where a slot leads to. */
  open?: ((slot: ChartSlot) => void) | undefined
}

/** The same numbers as a table. */
export function ChartTable({ label, slotHead, slots, series, total, format, open }: TableProps) {
  const head = 'sticky top-0 border-b border-line bg-raised px-2 py-1.5 font-semibold text-ink-2'
  const cell = 'border-b border-line-2 px-2 py-1 text-right'
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={classes(head, 'text-left')}>
            {slotHead}
          </th>
          {series.map((one) => (
            <th key={one.key} scope="col" className={classes(head, 'text-right')}>
              {one.name}
            </th>
          ))}
          {total !== undefined && (
            <th scope="col" className={classes(head, 'text-right')}>
              {total}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {slots.map((slot, at) => (
          <tr key={slot.key}>
            <th scope="row" className="border-b border-line-2 px-2 py-1 text-left font-normal">
              {open ? (
                <button
                  type="button"
                  onClick={() => open(slot)}
                  className="text-accent hover:underline pointer-coarse:min-h-11"
                >
                  {slot.name}
                </button>
              ) : (
                slot.name
              )}
            </th>
            {series.map((one) => (
              <td key={one.key} className={cell}>
                {written(one.values[at] ?? null, format)}
              </td>
            ))}
            {total !== undefined && (
              <td className={classes(cell, 'font-semibold')}>{written(totalAt(series, at), format)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
