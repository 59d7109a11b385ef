import {
  type Bin,
  type EventMeta,
  evolveParcel,
  evolveUnit,
  goesBy,
  type NewEvent,
  type Parcel,
  type Unit,
} from '@restow/domain'
import { type ChainedEvent, chainHash, GENESIS } from './chain.ts'
import type { BinAt } from './knowledge.ts'

/** A stream as it was loaded, and as the commands of this group have carried it on. */
export interface Stream<S> {
  readonly kind: 'parcel' | 'unit'
  readonly id: string
  /** The version in the database: 0 for one that begins here. */
  readonly loaded: number
  version: number
  hash: Buffer
  state: S | null
}

export interface AppendedEvent extends ChainedEvent {
  readonly prev: Buffer
  readonly hash: Buffer
}

const binKey = (warehouse: string, code: string): string => `${warehouse}\n${code}`
const standing = (parcel: Parcel): number => (parcel.state === 'void' ? 0 : parcel.state === 'closed' ? 1 : 2)

/** Which of two parcels of one number a scan of it means: the open one, and rather by its own number than by another label's. */
function stands(number: string, a: Parcel, b: Parcel): Parcel {
  if (standing(a) !== standing(b)) return standing(a) > standing(b) ? a : b
  const [isOwnOfA, isOwnOfB] = [a.trackingNumber === number, b.trackingNumber === number]
  if (standing(a) === 2 && isOwnOfA !== isOwnOfB) return isOwnOfA ? a : b
  return (a.receivedAt ?? '') >= (b.receivedAt ?? '') ? a : b
}

/** The streams of a group of commands in memory, so that each command sees what those before it did. */
export class WorkingSet {
  readonly parcels = new Map<string, Stream<Parcel>>()
  readonly units = new Map<string, Stream<Unit>>()
  readonly events: AppendedEvent[] = []
  /** Parcels before and after a step of theirs was taken back. */
  readonly takenBack: { readonly before: Parcel; readonly after: Parcel }[] = []
  readonly #unitByPlate = new Map<string, string>()
  readonly #bins = new Map<string, { bin: BinAt | null; delta: number; warehouse: string; code: string }>()

  addParcel(id: string, version: number, hash: Buffer, state: Parcel): void {
    this.parcels.set(id, { kind: 'parcel', id, loaded: version, version, hash, state })
  }

  addUnit(id: string, version: number, hash: Buffer, state: Unit): void {
    this.units.set(id, { kind: 'unit', id, loaded: version, version, hash, state })
    this.#name(state)
  }

  addBin(bin: BinAt): void {
    const { warehouse, code } = bin
    this.#bins.set(binKey(warehouse, code), { bin, delta: 0, warehouse, code })
  }

  #name(unit: Unit): void {
    // A plate that was replaced still finds its unit, unless another unit carries it now.
    for (const former of unit.formerLpns)
      if (!this.#unitByPlate.has(former)) this.#unitByPlate.set(former, unit.id)
    this.#unitByPlate.set(unit.lpn, unit.id)
  }

  /** The parcel that a tracking number names: the open one, else the latest, else one that never came. */
  parcelOf(warehouse: string, trackingNumber: string): Parcel | null {
    let found: Parcel | null = null
    for (const { state } of this.parcels.values()) {
      if (!state || state.warehouse !== warehouse || !goesBy(state, trackingNumber)) continue
      found = found ? stands(trackingNumber, found, state) : state
    }
    return found
  }

  parcel(id: string): Parcel | null {
    return this.parcels.get(id)?.state ?? null
  }

  unitOf(lpn: string): Unit | null {
    const id = this.#unitByPlate.get(lpn)
    return id === undefined ? null : (this.units.get(id)?.state ?? null)
  }

  unitsWhere(wanted: (unit: Unit) => boolean): Unit[] {
    return [...this.units.values()].flatMap(({ state }) => (state && wanted(state) ? [state] : []))
  }

  bin(warehouse: string, code: string): Bin | null {
    const held = this.#bins.get(binKey(warehouse, code))
    if (!held?.bin) return null
    const { zone, capacity, plates } = held.bin
    return { code, zone, capacity, plates: plates + held.delta }
  }

  version(kind: 'parcel' | 'unit', id: string): number {
    const stream = kind === 'parcel' ? this.parcels.get(id) : this.units.get(id)
    return stream?.version ?? 0
  }

  #stream(kind: 'parcel' | 'unit', id: string): Stream<Parcel> | Stream<Unit> {
    const map: Map<string, Stream<Parcel> | Stream<Unit>> = kind === 'parcel' ? this.parcels : this.units
    const known = map.get(id)
    if (known) return known
    const begun: Stream<Parcel> | Stream<Unit> = {
      kind,
      id,
      loaded: 0,
      version: 0,
      hash: GENESIS,
      state: null,
    }
    map.set(id, begun)
    return begun
  }

  /** Carries a stream on by one event and chains the event to it. */
  append(event: NewEvent, meta: EventMeta): AppendedEvent {
    const { stream, type, data } = event
    const held = this.#stream(stream.kind, stream.id)
    const prev = held.hash
    const version = held.version + 1
    const chained = { streamKind: stream.kind, streamId: stream.id, version, type, data, meta }
    const appended = { ...chained, prev, hash: chainHash(prev, chained) }
    held.version = version
    held.hash = appended.hash
    if (stream.kind === 'parcel') this.#evolveParcel(held as Stream<Parcel>, event, meta)
    else this.#evolveUnit(held as Stream<Unit>, event, meta)
    this.events.push(appended)
    return appended
  }

  #evolveParcel(held: Stream<Parcel>, event: NewEvent, meta: EventMeta): void {
    const before = held.state
    const after = evolveParcel(before, { ...event, meta } as never, held.id)
    held.state = after
    if (event.type === 'StepTakenBack' && before) this.takenBack.push({ before, after })
  }

  #evolveUnit(held: Stream<Unit>, event: NewEvent, meta: EventMeta): void {
    const before = held.state
    const after = evolveUnit(before, { ...event, meta } as never, held.id)
    held.state = after
    this.#name(after)
    if (before?.bin === after.bin) return
    if (before?.bin) this.#count(before.warehouse, before.bin, -1)
    if (after.bin) this.#count(after.warehouse, after.bin, 1)
  }

  #count(warehouse: string, code: string, delta: number): void {
    const key = binKey(warehouse, code)
    const held = this.#bins.get(key) ?? { bin: null, delta: 0, warehouse, code }
    held.delta += delta
    this.#bins.set(key, held)
  }

  changedStreams(): (Stream<Parcel> | Stream<Unit>)[] {
    return [...this.parcels.values(), ...this.units.values()].filter((s) => s.version > s.loaded)
  }

  /** How the fill of bins changes; `expected` is the version that "has room" was judged on. */
  changedBins(): { warehouse: string; code: string; delta: number; expected: number | null }[] {
    return [...this.#bins.values()]
      .filter((b) => b.delta !== 0)
      .map(({ warehouse, code, delta, bin }) => ({
        warehouse,
        code,
        delta,
        expected: delta > 0 && bin ? bin.version : null,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  }
}
