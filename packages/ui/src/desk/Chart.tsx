import { Table2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { classes } from '../components/classes.ts'
import { useTexts } from '../languages/desk-texts.ts'
import { numberFormat } from '../languages/formats.ts'
import { Action } from './Action.tsx'
import { ChartTable, Legend, Numbers, sentenceOf } from './ChartParts.tsx'
import type { Charted, ChartSlot } from './chart-option.ts'
import type { Places } from './draw-chart.ts'
import { useDrawing } from './use-drawing.ts'

interface Props extends Charted {
  /** What it shows, in a few words: it names the chart and its table for screen readers. */
  label: string
  /** What the slots are, as the head of the table's first column: `Day`, `Hour`. */
  slotHead: string
  /** How its numbers are written; whole numbers with their thousands told apart where nothing is said. */
  format?: (value: number) => string
  /** The name of the sum of a slot, where a sum means something. */
  total?: string
  /** What a slot leads to, and how that is told: by a click, by Enter on the one whose numbers are shown, and from its row of the table. */
  opens?: { readonly hint: string; readonly open: (slot: ChartSlot) => void } | undefined
  /** In CSS pixels; where nothing is said, as high as `className` makes it. */
  height?: number
  /** On a wall nobody points: no button, no keys, no table to open. Its `Legend` stands where its card wants it. */
  onWall?: boolean
  className?: string
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
}

/** Which slot a pointer is over; the box may be drawn smaller or larger than it is laid out. */
function slotUnder({ clientX, currentTarget }: PointerEvent<HTMLElement>, places: Places, count: number) {
  const { left, width } = currentTarget.getBoundingClientRect()
  const x = ((clientX - left) / width) * currentTarget.clientWidth
  const slot = Math.round((x - places.first) / places.pitch)
  return slot >= 0 && slot < count ? slot : null
}

/** The numbers stand beside what they are of, on the side where there is more room. */
const besides = ({ first, pitch }: Places, at: number, width: number) => {
  const middle = first + at * pitch
  return middle < width / 2
    ? { left: middle + pitch / 2 + 6 }
    : { right: Math.max(0, width - middle + pitch / 2 + 6) }
}

/**
 * Bars over days or hours, piled up by what they count, or lines over time. What it charts it does not know: slots along the
 * axis, and series with a name, a colour of the design and a value for each slot. Its letters are as big as those around it.
 *
 * The numbers of a slot are shown where the pointer is, and by the arrow keys, Home and End once it has the focus; Escape hides
 * them. The same numbers are a table, always for screen readers and for everybody at the press of a button.
 */
export function Chart({
  label,
  slotHead,
  format,
  total,
  opens,
  height,
  onWall = false,
  className,
  ...charted
}: Props) {
  const { t, language } = useTexts()
  const { slots, series } = charted
  const hint = useId()
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<{ slot: number; byKey: boolean } | null>(null)
  const [isTable, setTable] = useState(false)
  const written = format ?? ((value: number) => numberFormat(language).format(value))
  const places = useDrawing(box, { ...charted, format: written, also: language })
  const at = over && over.slot < slots.length ? over.slot : null
  const slot = at === null ? undefined : slots[at]
  const told = slot && at !== null ? { slot, at, series, total, format: written } : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOver(null)
    if (event.key === 'Enter' && slot) opens?.open(slot)
    const step = STEPS[event.key]
    if (!step || slots.length === 0) return
    event.preventDefault()
    const last = slots.length - 1
    const now = slots.findIndex((one) => one.now)
    const next = at === null ? (now === -1 ? last : now) : step(at, last)
    setOver({ slot: Math.min(last, Math.max(0, next)), byKey: true })
  }
  const pointed = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const under = places && slotUnder(event, places, slots.length)
      setOver(under === null ? null : { slot: under, byKey: false })
    },
    onPointerLeave: () => setOver(null),
    onClick: ({ nativeEvent }: MouseEvent) => {
      // A finger that looks at the numbers must not be led away from them: it has the table.
      const isFinger = (nativeEvent as globalThis.PointerEvent).pointerType === 'touch'
      if (slot && !isFinger) opens?.open(slot)
    },
  }
  return (
    <figure className={classes('flex min-w-0 flex-col gap-[.5em]', className)}>
      {!onWall && (
        <div className="flex items-center justify-end gap-2">
          <div className="min-w-0 grow">{series.length > 1 && <Legend series={series} />}</div>
          <Action
            look="quiet"
            className="no-print -my-1.5"
            aria-expanded={isTable}
            onClick={() => setTable(!isTable)}
            icon={<Table2 aria-hidden size={15} />}
          >
            {t('chart.table')}
          </Action>
        </div>
      )}
      <div
        ref={frame}
        role="img"
        aria-label={label}
        aria-describedby={onWall ? undefined : hint}
        tabIndex={onWall ? undefined : 0}
        onKeyDown={onWall ? undefined : onKeyDown}
        onBlur={() => setOver(null)}
        {...(onWall ? {} : pointed)}
        style={height === undefined ? undefined : { height }}
        className={classes(
          'relative rounded-[4px]',
          opens && slot && 'cursor-pointer',
          height === undefined && (onWall ? 'min-h-0 grow' : 'min-h-[16em] grow'),
        )}
      >
        {at !== null && places && (
          <span
            aria-hidden
            style={{ left: places.first + (at - 0.5) * places.pitch, width: places.pitch }}
            className="absolute inset-y-0 rounded-[4px] bg-line-2"
          />
        )}
        <div ref={box} className="absolute inset-0" />
        {told && places && (
          <Numbers
            {...told}
            style={besides(places, told.at, frame.current?.clientWidth ?? 0)}
            className="top-0"
          />
        )}
      </div>
      {!onWall && (
        <>
          <span id={hint} className="sr-only">
            {t('chart.keys')} {opens?.hint}
          </span>
          <span role="status" className="sr-only">
            {over?.byKey && told ? sentenceOf(told) : ''}
          </span>
          <section
            aria-label={label}
            tabIndex={isTable ? 0 : undefined}
            className={isTable ? 'max-h-64 overflow-auto rounded-[8px] border border-line' : 'sr-only'}
          >
            <ChartTable
              {...{ label, slotHead, slots, series, total, format: written }}
              // Where the table is not to be seen, its buttons would take the focus out of sight.
              open={isTable ? opens?.open : undefined}
            />
          </section>
        </>
      )}
    </figure>
  )
}
