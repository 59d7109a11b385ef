import { ARRIVING_PARCELS, type Disposition, type UnitState, type Zone, zonesFor } from '@restow/domain'
import { type BinRow, LEFT_STATES, type ParcelRow, type UnitRow } from './hall.queries.ts'
import type { Box, HallBin, Lying } from './lying.ts'

const CLAIMABLE: ReadonlySet<string> = new Set([...ARRIVING_PARCELS, 'closed'])
const timeOf = (iso: string | null): number => (iso === null ? Number.NaN : Date.parse(iso))

/** What the database tells, as it is kept: the same words again and again, and zones, are kept once each. */
export class Told {
  readonly #words = new Map<string, string>()
  readonly #zones = new Map<string, readonly Zone[]>()

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

  /** Null: it never was, or is written off. */
  lying(row: UnitRow): Lying | null {
    const { state, disposition } = row
    if (state === 'void' || row.writtenOff) return null
    const hasLeft = LEFT_STATES.includes(state)
    const waits = !row.decidedBefore && (state === 'registered' || state === 'inspected')
    const decides = waits && row.received !== null
    const shelves = state === 'classified' && disposition === 'resell'
    const classified = timeOf(row.classified)
    return {
      kind: 'unit',
      id: row.id,
      seller: this.#word(row.seller),
      bin: this.#word(row.bin),
      state: this.#word(state),
      disposition: this.#word(disposition),
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
      shelved: timeOf(row.shelved),
      left: timeOf(row.left),
    }
  }

  /** Null: it never was. */
  box({ id, seller, state, received, closed, forfeited }: ParcelRow): Box | null {
    if (state === 'void') return null
    const isAtDock = state === 'received' && received !== null
    const receivedAt = timeOf(received)
    return {
      kind: 'parcel',
      id,
      seller: this.#word(seller),
      state: this.#word(state),
      isDone: !ARRIVING_PARCELS.includes(state),
      isNobodys: seller === null && !forfeited && CLAIMABLE.has(state),
      received: receivedAt,
      closed: timeOf(closed),
      clock: isAtDock ? 'register' : null,
      started: isAtDock ? receivedAt : Number.NaN,
      bin: null,
    }
  }

  /** Null: it is out of use. */
  bin({ code, zone, capacity, place, removed }: BinRow): HallBin | null {
    const isPlaced = Object.keys(place).length > 0
    return removed ? null : { code: this.#word(code), zone, capacity, place: isPlaced ? place : null }
  }
}
