import type { Queryable } from '../db/pool.ts'
import { keepLast } from '../keep-last.ts'
import type { ClockTargets } from './clocks.ts'
import { findFlow } from './flow.queries.ts'
import { Gone } from './gone.ts'
import {
  type BinRow,
  findGone,
  findHallBins,
  findHallChanges,
  findHallParcels,
  findHallUnits,
  findSeen,
  type HallChanges,
  type ParcelRow,
  type UnitRow,
} from './hall.queries.ts'
import { KeptFlow } from './kept-flow.ts'
import type { Box, FilledBin, HallBin, Lying, Shelf } from './lying.ts'
import { Stock } from './stock.ts'
import { Tallies, type Tally } from './tally.ts'
import { findSettled, type Settled, settledOf } from './targets.queries.ts'
import { Told } from './told.ts'

/**
 * What is in a warehouse, kept in memory and counted as it comes and goes: boards of 200,000 units are made of it in the time of a
 * blink, where the database would read every unit again. It follows transactions as a handheld's copy does (decision 025).
 */

interface OpenShelf extends Shelf {
  readonly units: Set<Lying>
  version: number
}

export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** When it is looked at, in milliseconds since 1970, and when the hours of the day begin of which it is counted what moved. */
export interface Day {
  readonly now: number
  readonly hours: readonly string[]
  /** Stands for what was committed by then. */
  readonly cursor?: string
}

/** Long enough that "today" is whole in any time zone, and that what has left or is done with is not counted twice where it changes today. */
const LEFT_KEPT_MS = 48 * 3_600_000
/** Sums of so many sellers are kept, beside those of all. */
const TALLIES_KEPT = 12

export class Hall {
  readonly #units = new Map<string, Lying>()
  readonly #boxes = new Map<string, Box>()
  /** What lies where, also where no bin is. */
  readonly #shelves = new Map<string, OpenShelf>()
  /** By seller. */
  readonly #stocks = new Map<string | null, Stock>()
  /** What has left, or is done with, and is kept for a while: what it is counted under may be otherwise still. */
  readonly #leaving = new Map<string, Lying | Box>()
  #gone = new Gone([])
  #flow = new KeptFlow([], [])
  #hours: readonly string[] = []
  readonly #tallies = new Map<string | null, Tallies>()
  readonly #bins = new Map<string, HallBin>()
  #filled: readonly FilledBin[] | null = null
  readonly #told = new Told()
  readonly #asking: Asking
  readonly #warehouse: string
  #settled = settledOf(null)
  #seen = ''
  /** All that was committed by this cursor is in it. */
  #cursor: string | null = null
  #underWay: Promise<void> | null = null
  #next: Promise<void> | null = null

  private constructor(asking: Asking, warehouse: string) {
    this.#asking = asking
    this.#warehouse = warehouse
  }

  /** Reads everything once, best in one snapshot. What changes meanwhile is told by the first look after it. */
  static async open(asking: Asking, warehouse: string, { now, hours }: Day, later = asking): Promise<Hall> {
    const hall = new Hall(later, warehouse)
    hall.#hours = hours
    await asking(async (on) => {
      hall.#seen = await findSeen(on)
      const since = new Date(now - LEFT_KEPT_MS).toISOString()
      for await (const rows of findHallUnits(on, warehouse, since)) for (const row of rows) hall.#put(row)
      for (const row of await findHallParcels(on, warehouse, since)) hall.#putParcel(row)
      for (const row of await findHallBins(on, warehouse)) hall.#putBin(row)
      hall.#gone = new Gone(await findGone(on, warehouse))
      hall.#settled = await findSettled(on, warehouse)
      if (hours.length > 0) hall.#flow = new KeptFlow(hours, await findFlow(on, warehouse, hours))
    })
    return hall
  }

  /** All that has left or is done with, also what is no longer kept. */
  get gone(): Gone['rows'] {
    return this.#gone.rows
  }
  get flow(): KeptFlow {
    return this.#flow
  }
  /** What the house has settled by then. */
  get settled(): Settled {
    return this.#settled
  }

  get bins(): readonly FilledBin[] {
    this.#filled ??= [...this.#bins.values()]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((bin) => ({ bin, shelf: this.#shelf(bin.code) }))
    return this.#filled
  }

  #shelf(code: string): OpenShelf {
    const shelf = this.#shelves.get(code) ?? { units: new Set(), version: 0 }
    this.#shelves.set(code, shelf)
    return shelf
  }

  /** What there is of one seller's goods, or of all. */
  stocks(seller: string | null): readonly Stock[] {
    const looked = seller === null ? [...this.#stocks.values()] : [this.#stocks.get(seller)]
    return looked.filter((stock) => stock !== undefined)
  }

  #stock(seller: string | null): Stock {
    const stock = this.#stocks.get(seller) ?? new Stock(seller)
    this.#stocks.set(seller, stock)
    return stock
  }

  /** The bins summed up, of one seller's goods or of all. */
  tallies(seller: string | null, now: number, targets: ClockTargets): Tally[] {
    const kept = this.#tallies.get(seller) ?? new Tallies(seller)
    keepLast(this.#tallies, TALLIES_KEPT, seller, kept)
    return kept.of(this, now, targets)
  }

  /** Catches up with all that is committed by now, or at least by its cursor. */
  async catchUp({ now, hours, cursor }: Day): Promise<void> {
    this.#forget(now - LEFT_KEPT_MS)
    if (hours.length > 0) this.#hours = hours
    const isThere = cursor !== undefined && cursor === this.#cursor && this.#hours[0] === this.#flow.hours[0]
    if (isThere) return
    await this.#lookAgain()
    this.#cursor = cursor ?? null
  }

  /** One look at a time; who asks during one waits for the next. */
  #lookAgain(): Promise<void> {
    if (this.#underWay === null) return this.#look()
    this.#next ??= this.#underWay
      .catch(() => {})
      .then(() => {
        this.#next = null
        return this.#look()
      })
    return this.#next
  }

  #look(): Promise<void> {
    const look = this.#read().finally(() => {
      this.#underWay = null
    })
    this.#underWay = look
    return look
  }

  async #read(): Promise<void> {
    const hours = this.#hours
    if (hours[0] !== this.#flow.hours[0])
      this.#flow = new KeptFlow(hours, await this.#asking((on) => findFlow(on, this.#warehouse, hours)))
    const told = await this.#changes(false)
    const isKnown = ({ id, fresh }: { readonly id: string; readonly fresh: boolean }) =>
      fresh || this.#units.has(id) || this.#boxes.has(id)
    // Of what is no longer kept it is not known under what it was counted.
    const isWhole = [...told.units, ...told.parcels].every(isKnown)
    this.#take(isWhole ? told : await this.#changes(true))
  }

  #changes(gone: boolean): Promise<HallChanges> {
    const { hours } = this.#flow
    return this.#asking((on) => findHallChanges(on, this.#warehouse, this.#seen, { hours, gone }))
  }

  #take({ seen, units, parcels, bins, flow, gone, settled }: HallChanges): void {
    this.#settled = settledOf(settled)
    for (const row of units) this.#put(row)
    for (const row of parcels) this.#putParcel(row)
    for (const row of bins ?? []) this.#putBin(row)
    if (gone) this.#gone = new Gone(gone)
    this.#flow.put(
      flow,
      [...units, ...parcels].map(({ id }) => id),
    )
    this.#seen = seen
  }

  #put(row: UnitRow): void {
    const { id } = row
    const before = this.#units.get(id)
    if (before) this.#count(before, -1)
    this.#leaving.delete(id)
    const now = this.#told.lying(row)
    if (!now) return void this.#units.delete(id)
    this.#units.set(id, now)
    if (now.hasLeft) this.#leaving.set(id, now)
    this.#count(now, 1)
  }

  /** What left, or was done with, before a moment not long ago. It is counted for good. */
  #forget(before: number): void {
    for (const stock of this.#stocks.values()) stock.forget(before)
    for (const [id, one] of this.#leaving) {
      // What was turned away was never closed: then it is not a number, and the greater of the two would be none either.
      const isRecent = 'left' in one ? one.left >= before : one.received >= before || one.closed >= before
      if (isRecent) continue
      this.#leaving.delete(id)
      if ('left' in one) this.#units.delete(id)
      else this.#boxes.delete(id)
    }
  }

  /** Puts a unit into all that is kept of it, or takes it out. */
  #count(unit: Lying, by: 1 | -1): void {
    this.#stock(unit.seller).countUnit(unit, by)
    if (unit.hasLeft) this.#countGone(unit, by)
    if (unit.bin === null) return
    const shelf = this.#shelf(unit.bin)
    if (by === -1) shelf.units.delete(unit)
    else shelf.units.add(unit)
    shelf.version += 1
  }

  #putParcel(row: ParcelRow): void {
    const { id } = row
    const before = this.#boxes.get(id)
    if (before) this.#countBox(before, -1)
    this.#leaving.delete(id)
    const box = this.#told.box(row)
    if (!box) return void this.#boxes.delete(id)
    this.#boxes.set(id, box)
    if (box.isDone && !box.isNobodys) this.#leaving.set(id, box)
    this.#countBox(box, 1)
  }

  #countGone({ seller, state, disposition, quantity }: Lying, by: 1 | -1): void {
    this.#gone.count({ kind: 'unit', seller, state, disposition }, by, quantity)
  }

  #countBox(box: Box, by: 1 | -1): void {
    const { seller, state, isDone } = box
    this.#stock(seller).countBox(box, by)
    if (isDone) this.#gone.count({ kind: 'parcel', seller, state, disposition: null }, by, 0)
  }

  #putBin(row: BinRow): void {
    this.#filled = null
    const bin = this.#told.bin(row)
    if (bin) this.#bins.set(bin.code, bin)
    else this.#bins.delete(row.code)
  }
}
