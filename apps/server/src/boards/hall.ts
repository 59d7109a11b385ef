import type { BinPlace } from '@restow/contracts'
import { type Disposition, type UnitState, type Zone, zonesFor } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
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

/**
 * What lies in a warehouse, kept in memory: a board of 20,000 bins is counted anew from here in the time of a blink, where
 * the database would read every unit again. It follows transactions as a handheld's copy does (decision 025).
 */

/** A unit as the board counts it; times in milliseconds since 1970. */
export interface Lying {
  readonly seller: string | null
  readonly bin: string | null
  /** In the house, and where it should be. */
  readonly isHere: boolean
  readonly quantity: number
  readonly exceptions: number
  readonly held: boolean
  /** The zones that it may lie in. */
  readonly zones: readonly Zone[]
  /** The clock that runs for it, and since when. */
  readonly clock: 'decide' | 'shelve' | null
  readonly started: number
  readonly registered: number
  readonly since: number
  readonly classified: number
  readonly shelved: number
}
export interface HallBin {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  /** Null: where its code says. */
  readonly place: BinPlace | null
}
interface Waiting {
  readonly seller: string | null
  readonly received: number
}

export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** Long enough that "shelved today" is whole in any time zone, also of what has left since. */
const LEFT_KEPT_MS = 48 * 3_600_000
const GONE: ReadonlySet<string> = new Set(['scrapped', 'dispatched'])

const timeOf = (iso: string | null): number => (iso === null ? Number.NaN : Date.parse(iso))

export class Hall {
  readonly units = new Map<string, Lying>()
  readonly waiting = new Map<string, Waiting>()
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

  #put(row: UnitRow): void {
    const { id, state, disposition } = row
    const hasLeft = GONE.has(state)
    const isOver = hasLeft && !(timeOf(row.shelved) > Date.now() - LEFT_KEPT_MS)
    if (state === 'void' || isOver) return void this.units.delete(id)
    const waits = !row.decidedBefore && (state === 'registered' || state === 'inspected')
    const decides = waits && row.received !== null
    const shelves = state === 'classified' && disposition === 'resell'
    const classified = timeOf(row.classified)
    this.units.set(id, {
      seller: this.#word(row.seller),
      bin: this.#word(row.bin),
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
      shelved: timeOf(row.shelved),
    })
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
