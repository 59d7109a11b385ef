import type { BinsBoard, BoardBin } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import { byName, placeOf } from './place-of.ts'

/**
 * The hall from above, in CSS pixels: by zone, aisle and bay with levels above each other, or to scale where the bins of a
 * zone are on a plan. Pure, and made once for as long as no bin comes, goes or moves.
 */

export interface Cell {
  readonly code: string
  /** Which of the bins it is, in the order of the zones and their bins: what is in it changes, and its place does not. */
  readonly slot: number
  readonly zone: Zone
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
/** A word beside the bins: an aisle's name, a level's. */
export interface Sign {
  readonly text: string
  readonly x: number
  readonly y: number
}
export interface Section {
  readonly zone: Zone
  readonly y: number
  readonly height: number
}
export interface Layout {
  readonly cells: readonly Cell[]
  readonly signs: readonly Sign[]
  readonly sections: readonly Section[]
  /** Rows of cells from the top, each from the left, as the arrow keys go. */
  readonly rows: readonly (readonly number[])[]
  readonly height: number
}
export interface Measures {
  readonly width: number
  /** Beside the bins, for the words about a zone; above them instead where there is no room. */
  readonly margin: number
  readonly heading: number
  readonly cell: number
  readonly line: number
}

const GAP = 4
const SIGN = 46
const PAD = 10
const LEAST_BAYS = 12
/** Below that a bin on a plan could not be hit. */
const LEAST_SIDE = 6

/** A bin and which one it is. */
interface Slot {
  readonly bin: BoardBin
  readonly slot: number
}
type Bins = readonly Slot[]

function group<T>(all: readonly T[], nameOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const name = nameOf(one)
    const found = groups.get(name)
    if (found) found.push(one)
    else groups.set(name, [one])
  }
  return [...groups].sort(([a], [b]) => byName(a, b))
}

/** An aisle's bins: from the left by bay, and from the top by level. */
interface Rack {
  readonly name: string
  readonly bays: readonly string[]
  readonly levels: readonly [string, ReadonlyMap<string, Slot>][]
}

function racksOf(bins: Bins): Rack[] {
  const placed = bins.map((one) => ({ one, ...placeOf(one.bin) }))
  return group(placed, ({ aisle }) => aisle).flatMap(([name, inIt]) => {
    // Two bins of one place stand side by side rather than upon each other.
    const taken = new Set<string>()
    const put = inIt.map(({ one, bay, level }) => {
      const isTaken = taken.has(`${bay}\n${level}`)
      taken.add(`${bay}\n${level}`)
      return { one, level, bay: isTaken ? `${bay} ${one.bin.code}` : bay }
    })
    const bays = group(put, ({ bay }) => bay).map(([bay]) => bay)
    const levels = group(put, ({ level }) => level).toReversed()
    return [
      {
        name,
        bays,
        levels: levels.map(([level, of]) => [level, new Map(of.map(({ bay, one }) => [bay, one]))] as const),
      },
    ]
  }) as Rack[]
}

const cellOf = ({ bin, slot }: Slot) => ({ code: bin.code, slot })

class Drawing {
  readonly cells: Cell[] = []
  readonly signs: Sign[] = []
  readonly sections: Section[] = []
  readonly rows: number[][] = []
  readonly #measures: Measures
  #y = 0

  constructor(measures: Measures) {
    this.#measures = measures
  }

  get height(): number {
    return this.#y
  }

  zone(zone: Zone, bins: Bins, racks: readonly Rack[], longest: number): void {
    const { heading } = this.#measures
    const from = this.#y
    this.#y += PAD + heading
    const isPlanned = bins.length > 0 && bins.every(({ bin }) => bin.place?.w !== undefined)
    if (isPlanned) this.#plan(zone, bins)
    else for (const rack of racks) this.#rack(zone, rack, longest)
    // What is said beside a zone has room also where it has a single row.
    const least = heading === 0 ? 66 : 0
    this.#y = Math.max(this.#y + PAD - GAP, from + least)
    this.sections.push({ zone, y: from, height: this.#y - from })
  }

  #rack(zone: Zone, { name, bays, levels }: Rack, longest: number): void {
    const { width, margin, cell, line } = this.#measures
    const left = margin + SIGN
    const room = width - left - PAD
    const fits = Math.max(1, Math.floor((room + GAP) / (cell + GAP)))
    const perRow = Math.min(fits, Math.max(LEAST_BAYS, longest))
    const w = (room + GAP) / perRow - GAP
    for (let from = 0; from < bays.length; from += perRow) {
      const side = bays.slice(from, from + perRow)
      levels.forEach(([level, of], n) => {
        const text = [n === 0 ? name : '', level].filter(Boolean).join(' ')
        if (text) this.signs.push({ text, x: left - 6, y: this.#y + line / 2 })
        const row: number[] = []
        side.forEach((bay, column) => {
          const one = of.get(bay)
          if (!one) return
          row.push(this.cells.length)
          this.cells.push({ ...cellOf(one), zone, x: left + column * (w + GAP), y: this.#y, w, h: line })
        })
        if (row.length > 0) this.rows.push(row)
        this.#y += line + GAP
      })
    }
  }

  #plan(zone: Zone, bins: Bins): void {
    const { width, margin } = this.#measures
    const at = bins.map((one) => ({ one, ...{ x: 0, y: 0, w: 1, h: 1 }, ...one.bin.place }))
    const [left, top] = [Math.min(...at.map(({ x }) => x)), Math.min(...at.map(({ y }) => y))]
    const right = Math.max(...at.map(({ x, w }) => x + w))
    const bottom = Math.max(...at.map(({ y, h }) => y + h))
    const room = width - margin - 2 * PAD
    const scale = room / (right - left)
    const sorted = at.toSorted((a, b) => a.y - b.y || a.x - b.x)
    let row: { y: number; cells: number[] } | null = null
    for (const { one, x, y, w, h } of sorted) {
      if (!row || y - row.y > h / 2) {
        row = { y, cells: [] }
        this.rows.push(row.cells)
      }
      row.cells.push(this.cells.length)
      this.cells.push({
        ...{ ...cellOf(one), zone, x: margin + PAD + (x - left) * scale, y: this.#y + (y - top) * scale },
        ...{ w: Math.max(LEAST_SIDE, w * scale - 2), h: Math.max(LEAST_SIDE, h * scale - 2) },
      })
    }
    this.#y += (bottom - top) * scale + GAP
  }
}

/** Puts the zones under each other, as many bays side by side as the longest aisle has and the width bears. */
export function layOut(zones: BinsBoard['zones'], measures: Measures): Layout {
  const drawing = new Drawing(measures)
  let slots = 0
  const racked = zones.map(({ zone, bins: inIt }) => {
    const bins = inIt.map((bin) => ({ bin, slot: slots++ }))
    return { zone, bins, racks: racksOf(bins) }
  })
  const longest = Math.max(0, ...racked.flatMap(({ racks }) => racks.map(({ bays }) => bays.length)))
  for (const { zone, bins, racks } of racked) drawing.zone(zone, bins, racks, longest)
  const { cells, signs, sections, rows, height } = drawing
  return { cells, signs, sections, rows, height }
}

/** The bins by their slots. */
export const slotsOf = (zones: BinsBoard['zones']): readonly BoardBin[] => zones.flatMap(({ bins }) => bins)

/** Do both show the same bins at the same places? Then what was laid out once still stands. */
export function isSameHall(a: BinsBoard['zones'], b: BinsBoard['zones']): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((zone, n) => {
    const other = b[n]
    if (!other || zone.zone !== other.zone || zone.bins.length !== other.bins.length) return false
    if (zone.bins === other.bins) return true
    return zone.bins.every((bin, i) => {
      const twin = other.bins[i]
      if (bin === twin) return true
      return bin.code === twin?.code && JSON.stringify(bin.place) === JSON.stringify(twin.place)
    })
  })
}
