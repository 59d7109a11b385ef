import type { EChartsCoreOption } from 'echarts/core'

/** One place along the axis: a day, an hour. */
export interface ChartSlot {
  readonly key: string
  /** In full, as it is told and stands in the table: `Sat 21 Nov`, `14:00–15:00`. */
  readonly name: string
  /** In short, as it stands below the axis: `21`, `14`. */
  readonly tick: string
  /** The one that is going on now; its tick is set off. */
  readonly now?: boolean
}

/** Something that is counted or measured, with one value for each slot. */
export interface ChartSeries {
  readonly key: string
  readonly name: string
  /** A colour of the design, such as `var(--resell)`: it follows light and dark by itself. */
  readonly colour: string
  /** In the order of the slots; null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** Bars of one stack stand on each other, those of another beside them. All are one stack where nothing is said. */
  readonly stack?: string
  /** A letter that goes with the colour, for who does not see it. */
  readonly mark?: string
  /** A line that is told from others without its colour. */
  readonly dashed?: boolean
  /** A line without points: a bound, which is the same everywhere. */
  readonly bound?: boolean
}

export type ChartKind = 'bars' | 'lines'

export interface Charted {
  readonly kind: ChartKind
  readonly slots: readonly ChartSlot[]
  readonly series: readonly ChartSeries[]
}

/** How big its letters are and of which family, and how numbers are written. */
export interface ChartLetters {
  readonly px: number
  readonly family: string
  /** How wide the chart is, in CSS pixels. */
  readonly width: number
  readonly format: (value: number) => string
}

/** The values of a slot together; null where none is known. */
export function totalAt(series: readonly ChartSeries[], slot: number): number | null {
  const known = series.map((one) => one.values[slot] ?? null).filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** Ticks are set at every second, third … slot, so that they stay even where there is not room for all. */
const EVEN = [1, 2, 3, 4, 6, 7, 12, 14, 24, 28]

/** How many slots there are from one tick to the next. */
export function tickEvery(
  slots: readonly ChartSlot[],
  { px, width }: Pick<ChartLetters, 'px' | 'width'>,
): number {
  const longest = Math.max(0, ...slots.map(({ tick }) => tick.length))
  const room = width / (px * (0.65 * longest + 0.8))
  return EVEN.find((every) => slots.length / every <= room) ?? slots.length
}

const QUIET = 'var(--ink-3)'

function bar({ name, values, colour, stack = 'all' }: ChartSeries) {
  return {
    type: 'bar',
    name,
    stack,
    // A bar of no height would still have its border.
    data: values.map((value) => value || null),
    barMaxWidth: 64,
    barCategoryGap: '22%',
    barGap: '8%',
    // A hair of the ground between the parts, so that they are told apart without their colours.
    itemStyle: { color: colour, borderColor: 'var(--raised)', borderWidth: 1, borderRadius: 2 },
  }
}

function line({ name, values, colour, dashed = false, bound = false }: ChartSeries, px: number) {
  return {
    type: 'line',
    name,
    data: [...values],
    connectNulls: false,
    symbol: bound ? 'none' : 'circle',
    symbolSize: px * 0.5,
    showAllSymbol: 'auto',
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: px / 5, type: dashed ? 'dashed' : 'solid' },
  }
}

const common = { silent: true, animation: false, emphasis: { disabled: true } }

/**
 * What the library is told to draw. Nothing moves: boards change several times a second, and whoever asked for no motion
 * gets none. Pointer and keys are the component's own, since the library knows no keys.
 */
export function optionOf({ kind, slots, series }: Charted, letters: ChartLetters): EChartsCoreOption {
  const { px, family, format } = letters
  const text = { color: QUIET, fontSize: px, fontFamily: family }
  return {
    animation: false,
    textStyle: { fontFamily: family },
    // Letters that reach below their line, as in “May”, are not to be cut.
    grid: {
      left: 0,
      right: 0,
      top: px,
      bottom: Math.ceil(px / 5),
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: slots.map((slot) => slot.key),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: {
        ...text,
        interval: tickEvery(slots, letters) - 1,
        hideOverlap: true,
        formatter: (_: string, i: number) => {
          const slot = slots[i]
          return slot?.now ? `{now|${slot.tick}}` : (slot?.tick ?? '')
        },
        rich: { now: { ...text, color: 'var(--ink)', fontWeight: 650 } },
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      // Without a number there is no scale, and an axis without one looks broken.
      ...(series.some(({ values }) => values.some(Boolean)) ? {} : { min: 0, max: 4 }),
      splitNumber: 3,
      axisLabel: { ...text, formatter: format },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    series: series.map((one) => ({ ...(kind === 'bars' ? bar(one) : line(one, px)), ...common })),
  }
}
