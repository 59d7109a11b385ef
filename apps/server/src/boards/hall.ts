import { type Disposition, type UnitState, type Zone, zonesFor } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import type { ClockTargets } from './clocks.ts'
import {
  type BinRow,
  findHallBins,
  findHallChanges,
  findHallParcels,
  findHallUnits,
  findSeen,
  type ParcelRow,
  type UnitRow,
} from './hall.queries.ts'
import type { HallBin, Lying, Shelf } from './lying.ts'
import { Tallies, type Tally } from './tally.ts'

/**
 * What lies in a warehouse, kept in memory: a board of 20,000 bins is counted anew from here in the time of a blink, where
 * the database would read every unit again. It follows transactions as a handheld's copy does (decision 025).
 */

const EMPTY: Shelf = { units: new Set(), version: 0 }

/** Of one seller's goods, or of nobody's. */
export interface Sums {
  units: number
  pieces: number
  inBins: number
}
interface Waiting {
  readonly seller: string | null
  readonly received: number
}

export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** Long enough that "shelved today" is whole in any time zone, also of what has left since. */
const LEFT_KEPT_MS = 48 * 3_600_000
/** Sums of so many sellers are kept, beside those of all. */
const TALLIES_KEPT = 12
const GONE: ReadonlySet<string> = new Set(['scrapped', 'dispatched'])

const isRecent = (shelved: number): boolean => shelved > Date.now() - LEFT_KEPT_MS
const timeOf = (iso: string | null): number => (iso === null ? Number.NaN : Date.parse(iso))

export class Hall {
  readonly #units = new Map<string, Lying>()
  readonly #shelves = new Map<string, { units: Set<Lying>; version: number }>()
  /** Those whose clock runs, and those shelved of late, by id: few of all. */
  readonly running = new Set<Lying>()
  readonly #shelved = new Map<string, Lying>()
  readonly waiting = new Map<string, Waiting>()
  readonly #sums = new Map<string | null, Sums>()
  readonly #tallies = new Map<string | null, Tallies>()
  readonly #bins = new Map<string, HallBin>()
  #sorted: readonly HallBin[] | null = null
  /** The same words again and again, kept once each. */
  readonly #words = new Map<string, string>()
  readonly #zones = new Map<string, readonly Zone[]>()
  readonly #asking: Asking
  readonly #warehouse: string
  #seen = ''
  #underWay: Promise<void> | null = null
  #next: Promise<void> | null = null

  private constructor(asking: Asking, warehouse: string) {
    this.#asking = asking
    this.#warehouse = warehouse
  }

  /** Reads everything once. What changes meanwhile is told by the first look after it. */
  static async open(asking: Asking, warehouse: string): Promise<Hall> {
    const hall = new Hall(asking, warehouse)
    await asking(async (on) => {
      hall.#seen = await findSeen(on)
      const shelvedSince = new Date(Date.now() - LEFT_KEPT_MS).toISOString()
      for await (const rows of findHallUnits(on, warehouse, shelvedSince))
        for (const row of rows) hall.#put(row)
      for (const row of await findHallParcels(on, warehouse)) hall.#putParcel(row)
      for (const row of await findHallBins(on, warehouse)) hall.#putBin(row)
    })
    return hall
  }

  get bins(): readonly HallBin[] {
    this.#sorted ??= [...this.#bins.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
    return this.#sorted
  }

  shelf(code: string): Shelf {
    return this.#shelves.get(code) ?? EMPTY
  }

  /** What is in the house of one seller's, or of all. */
  sums(seller: string | null): Sums {
    if (seller !== null) return this.#sums.get(seller) ?? { units: 0, pieces: 0, inBins: 0 }
    const all = { units: 0, pieces: 0, inBins: 0 }
    for (const { units, pieces, inBins } of this.#sums.values()) {
      all.units += units
      all.pieces += pieces
      all.inBins += inBins
    }
    return all
  }

  /** The bins summed up, of one seller's goods or of all. */
  tallies(seller: string | null, now: number, targets: ClockTargets): Tally[] {
    const kept = this.#tallies.get(seller) ?? new Tallies(seller)
    this.#tallies.delete(seller)
    this.#tallies.set(seller, kept)
    const [oldest] = this.#tallies.keys()
    if (this.#tallies.size > TALLIES_KEPT && oldest !== undefined) this.#tallies.delete(oldest)
    return kept.of(this, now, targets)
  }

  /** Catches up with all that is committed by now. One look at a time; who asks during one waits for the next. */
  catchUp(): Promise<void> {
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
    const { seen, units, parcels, bins } = await this.#asking((on) =>
      findHallChanges(on, this.#warehouse, this.#seen),
    )
    for (const row of units ?? []) this.#put(row)
    for (const row of parcels ?? []) this.#putParcel(row)
    for (const row of bins ?? []) this.#putBin(row)
    this.#seen = seen
  }

  #word<T extends string | null>(word: T): T {
    if (word === null) return word
    const kept = this.#words.get(word)
    if (kept === undefined) this.#words.set(word, word)
    return (kept ?? word) as T
  }

  #zonesFor(state: UnitState, disposition: Disposition | null, held: UnitRow): readonly Zone[] {
    const key = `${state} ${disposition} ${held.held} ${held.quarantine}`
    const known = this.#zones.get(key)
    if (known) return known
    const zones = zonesFor({ state, disposition, held: held.held ? { quarantine: held.quarantine } : null })
    this.#zones.set(key, zones)
    return zones
  }

  #lying(row: UnitRow): Lying | null {
    const { state, disposition } = row
    const hasLeft = GONE.has(state)
    const shelved = timeOf(row.shelved)
    if (state === 'void' || (hasLeft && !isRecent(shelved))) return null
    const waits = !row.decidedBefore && (state === 'registered' || state === 'inspected')
    const decides = waits && row.received !== null
    const shelves = state === 'classified' && disposition === 'resell'
    const classified = timeOf(row.classified)
    return {
      seller: this.#word(row.seller),
      bin: this.#word(row.bin),
      hasLeft,
      isHere: !hasLeft && !row.missing,
      quantity: row.quantity,
      exceptions: row.exceptions,
      held: row.held,
      zones: this.#zonesFor(state, disposition, row),
      clock: decides ? 'decide' : shelves ? 'shelve' : null,
      started: decides ? timeOf(row.received) : shelves ? classified : Number.NaN,
      registered: timeOf(row.registered),
      since: timeOf(row.since),
      classified,
      shelved,
    }
  }

  #put(row: UnitRow): void {
    const { id } = row
    const before = this.#units.get(id)
    if (before) this.#count(before, -1)
    this.#shelved.delete(id)
    const now = this.#lying(row)
    if (!now) return void this.#units.delete(id)
    this.#units.set(id, now)
    if (isRecent(now.shelved)) this.#shelved.set(id, now)
    this.#count(now, 1)
  }

  /** What was shelved since a moment not long ago; what is older is forgotten, and with it what has left meanwhile. */
  shelvedSince(from: number): Lying[] {
    for (const [id, unit] of this.#shelved) {
      if (isRecent(unit.shelved)) continue
      this.#shelved.delete(id)
      if (unit.hasLeft) this.#units.delete(id)
    }
    return [...this.#shelved.values()].filter(({ shelved }) => shelved >= from)
  }

  /** Puts a unit into all that is kept of it, or takes it out. */
  #count(unit: Lying, by: 1 | -1): void {
    const keep = (set: Set<Lying>, belongs: boolean) => {
      if (by === -1) set.delete(unit)
      else if (belongs) set.add(unit)
    }
    keep(this.running, unit.clock !== null)
    if (unit.bin !== null) {
      const shelf = this.#shelves.get(unit.bin) ?? { units: new Set(), version: 0 }
      keep(shelf.units, true)
      shelf.version += 1
      this.#shelves.set(unit.bin, shelf)
    }
    if (!unit.isHere) return
    const sums = this.#sums.get(unit.seller) ?? { units: 0, pieces: 0, inBins: 0 }
    sums.units += by
    sums.pieces += by * unit.quantity
    if (unit.bin !== null) sums.inBins += by
    this.#sums.set(unit.seller, sums)
  }

  #putParcel({ id, seller, state, received }: ParcelRow): void {
    if (state !== 'received' || received === null) this.waiting.delete(id)
    else this.waiting.set(id, { seller: this.#word(seller), received: timeOf(received) })
  }

  #putBin({ code, zone, capacity, place, removed }: BinRow): void {
    this.#sorted = null
    const key = this.#word(code)
    if (removed) return void this.#bins.delete(key)
    const isPlaced = Object.keys(place).length > 0
    this.#bins.set(key, { code: key, zone, capacity, place: isPlaced ? place : null })
  }
}
