import { DISPOSITIONS, type Disposition } from '@restow/domain'
import type { Paper, Place } from '@restow/labels/paper'
import type { Gathered } from './gathered.ts'
import { ACCENT, COLOURS, GROUND, INK, INK_2, LETTERS, LINE, WHITE } from './palette.ts'
import { amounts, city, counted, daysOf, span } from './words.ts'

/** The top of the first page: whose day it is, what it adds up to, and its picture. */

/** A4 on its side, in points, and what is left free around. */
export const PAGE = { width: 842, height: 595, margin: 36 } as const
const WIDTH = PAGE.width - 2 * PAGE.margin

function heading(paper: Paper, { head }: Gathered): void {
  const { margin } = PAGE
  paper.write(
    'Restow',
    { x: margin, y: 26, width: 100, height: 20 },
    { size: 12, isBold: true, colour: ACCENT },
  )
  paper.write(
    daysOf(head),
    { x: margin, y: 44, width: 520, height: 28 },
    { size: 18, isBold: true, colour: INK },
  )
  paper.write(
    `${head.seller} at ${head.warehouse}`,
    { x: margin, y: 70, width: 520, height: 18 },
    { size: 10, colour: INK_2 },
  )
  const zone = city(head.timeZone)
  const state = head.open
    ? `Still open until midnight in ${zone}: more may come`
    : `Closed at midnight in ${zone}, ledger position ${counted(head.position ?? 0)}`
  const place = { x: PAGE.width - margin - 300, y: 46, width: 300, height: 18 }
  paper.write(state, place, {
    size: 9,
    isBold: true,
    colour: head.open ? COLOURS.refurbish : COLOURS.resell,
    align: 'right',
  })
}

/** More than two lines hold at their usual size. */
const LONG_NOTE = 56

interface Tile {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly of?: Disposition
}

/** The letter of a decision on its colour. */
export function badge(paper: Paper, of: Disposition, { x, y }: Pick<Place, 'x' | 'y'>): void {
  paper.box({ x, y, width: 11, height: 11 }, COLOURS[of])
  paper.write(
    LETTERS[of],
    { x, y, width: 11, height: 11 },
    { size: 8, isBold: true, colour: WHITE, align: 'middle' },
  )
}

function tile(paper: Paper, { name, value, note, of }: Tile, { x, y, width, height }: Place): void {
  paper.box({ x, y, width, height }, LINE)
  paper.box({ x: x + 0.75, y: y + 0.75, width: width - 1.5, height: height - 1.5 }, WHITE)
  const left = of ? x + 26 : x + 10
  if (of) badge(paper, of, { x: x + 10, y: y + 9 })
  paper.write(
    name,
    { x: left, y: y + 6, width: width - 36, height: 16 },
    { size: 9, isBold: true, colour: of ? COLOURS[of] : INK_2 },
  )
  paper.write(
    value,
    { x: x + 10, y: y + 22, width: width - 20, height: 28 },
    { size: 19, isBold: true, colour: INK },
  )
  // Amounts in several currencies take two lines: an amount that is left out is a wrong one.
  const size = note.length > LONG_NOTE ? 7 : 8.5
  paper.write(
    note,
    { x: x + 10, y: y + 46, width: width - 20, height: 22 },
    { size, colour: INK_2, lines: 2 },
  )
}

/** What is not all of it is not told as all. */
const wholePercent = (share: number): number => (share < 1 ? Math.min(99, Math.round(share * 100)) : 100)

const pieces = (count: number): string => (count === 1 ? '1 piece' : `${counted(count)} pieces`)

function tiles(paper: Paper, { head, ends }: Gathered): void {
  const { totals, dockToDecision } = ends
  const { median, sameDayShare } = dockToDecision
  const all: Tile[] = [
    {
      name: 'Received',
      value: counted(head.counts.received),
      note: `${counted(head.counts.registered.units)} units registered`,
    },
    ...DISPOSITIONS.map((of) => ({
      of,
      name: of === 'resell' ? 'Resell' : of === 'refurbish' ? 'Refurbish' : 'Scrap',
      value: counted(totals[of].units),
      note: amounts(totals[of].recovered) || pieces(totals[of].pieces),
    })),
    {
      name: 'Dock to decision',
      value: median === null ? '–' : span(median),
      note:
        sameDayShare === null ? 'nothing decided' : `median, ${wholePercent(sameDayShare)} % within a day`,
    },
  ]
  const gap = 10
  const width = (WIDTH - gap * (all.length - 1)) / all.length
  for (const [i, one] of all.entries())
    tile(paper, one, { x: PAGE.margin + i * (width + gap), y: 98, width, height: 70 })
}

/** One day is one bar, divided by what was decided. */
function shares(paper: Paper, { ends }: Gathered, { x, y, width, height }: Place): void {
  const units = DISPOSITIONS.map((of) => ({ of, units: ends.totals[of].units }))
  const all = units.reduce((sum, one) => sum + one.units, 0)
  paper.box({ x, y, width, height }, GROUND)
  let left = x
  for (const { of, units: count } of units) {
    const wide = all === 0 ? 0 : (count / all) * width
    if (wide === 0) continue
    paper.box({ x: left, y, width: Math.max(0.5, wide - 1), height }, COLOURS[of])
    const words = `${LETTERS[of]}  ${Math.round((count / all) * 100)} %`
    if (wide > 46)
      paper.write(
        words,
        { x: left + 6, y, width: wide - 8, height },
        { size: 9, isBold: true, colour: WHITE },
      )
    left += wide
  }
}

/** Several days are columns, as high as there were decisions. */
function byDay(paper: Paper, { days }: Gathered, { x, y, width, height }: Place): void {
  const sum = (day: Gathered['days'][number]) => DISPOSITIONS.reduce((so, of) => so + day.counts[of], 0)
  const most = Math.max(1, ...days.map(sum))
  const step = width / Math.max(1, days.length)
  for (const [i, day] of days.entries()) {
    let foot = y + height
    for (const of of DISPOSITIONS) {
      const high = (day.counts[of] / most) * height
      foot -= high
      if (high > 0)
        paper.box({ x: x + i * step, y: foot, width: Math.max(0.4, step * 0.8), height: high }, COLOURS[of])
    }
  }
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  const under = { y: y + height + 1, height: 12 }
  paper.box({ x, y: y + height, width, height: 0.6 }, LINE)
  paper.write(first, { x, ...under, width: 100 }, { size: 7.5, colour: INK_2 })
  paper.write(
    `most in a day: ${counted(most)}`,
    { x: x + width / 2 - 80, ...under, width: 160 },
    { size: 7.5, colour: INK_2, align: 'middle' },
  )
  if (days.length > 1)
    paper.write(
      last,
      { x: x + width - 100, ...under, width: 100 },
      { size: 7.5, colour: INK_2, align: 'right' },
    )
}

/** Draws it. @returns where the rows begin */
export function summary(paper: Paper, gathered: Gathered): number {
  heading(paper, gathered)
  tiles(paper, gathered)
  const { date, lastDate } = gathered.head
  if (date === lastDate) {
    shares(paper, gathered, { x: PAGE.margin, y: 180, width: WIDTH, height: 20 })
    return 212
  }
  byDay(paper, gathered, { x: PAGE.margin, y: 180, width: WIDTH, height: 90 })
  return 292
}
