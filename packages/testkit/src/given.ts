import {
  type Act,
  type ActorRole,
  type Command,
  type Decision,
  decide,
  type EventMeta,
  evolveParcel,
  evolveUnit,
  goesBy,
  type Known,
  type LabelNumber,
  type NewEvent,
  type Parcel,
  type Performed,
  type RejectionCode,
  readLabel,
  type Situation,
  type Unit,
} from '@restow/domain'
import { expect } from 'vitest'
import { type World, world } from './builders.ts'

/** given / when / then over the real rules, with a ledger in memory in front of them. */

export interface Person {
  readonly user: string
  readonly role: ActorRole
}
export const OTTO: Person = { user: 'OP1001', role: 'operator' }
export const OLGA: Person = { user: 'OP1002', role: 'operator' }
export const SVEN: Person = { user: 'SV2001', role: 'supervisor' }
/** LOTUS's own user: no staff. */
export const LENA: Person = { user: 'lotus@test.restow', role: 'seller' }

/** How something is done, where it is not OTTO doing it now on his own device, a second after the last. */
export interface Manner {
  readonly by?: Person
  readonly performed?: Performed
  readonly deviceId?: string
  readonly warehouse?: string
  /** Milliseconds of the server's clock since the command before. */
  readonly after?: number
  /** How far the device's clock is off the server's, in milliseconds. */
  readonly clockOff?: number
}
export interface Doing {
  readonly command: Command
  readonly manner: Manner
}
export const doing = (command: Command, manner: Manner): Doing => ({ command, manner })
export const SECONDS = 1000
export const MINUTES = 60 * SECONDS
export const DAYS = 24 * 60 * MINUTES

export type RecordedEvent = NewEvent & { readonly meta: EventMeta }
export type Accepted = { readonly events: readonly RecordedEvent[] }
export type Answer = Accepted | Extract<Decision, { rejected: string }>

const BEGIN = Date.parse('2026-03-02T16:00:00.000Z')

/** A number as the scanner reads it: what carriers print between its characters is left out. */
export const normalised = (raw: string): string => {
  const kept = raw.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return kept.length < 5 ? '' : kept
}

/** So many commands are a morning. */
const LATER_AFTER = 20

/** The numbers that a label may be read as: those between bars, and of FedEx's 34 digits the last twelve first. */
export const labelNumbers = (raw: string): string[] =>
  raw
    .split('|')
    .map(normalised)
    .flatMap((code) => (/^\d{34}$/.test(code) ? [code.slice(-12), code] : [code]))

/** Streams in memory, found the way the server finds them. */
export class MemoryLedger {
  readonly world: World
  readonly parcels = new Map<string, Parcel>()
  readonly units = new Map<string, Unit>()
  readonly events: RecordedEvent[] = []
  #clock = BEGIN
  #commands = 0

  constructor(of: World = world()) {
    this.world = of
  }

  /** What is announced by now. */
  get announced(): World['announced'] {
    const { announced, later } = this.world
    return later && this.#commands > LATER_AFTER ? later : announced
  }

  /** The parcel that a tracking number names: the open one, else the latest. */
  parcel(tracking: string): Parcel | null {
    const number = normalised(tracking)
    const named = [...this.parcels.values()].filter((p) => goesBy(p, number))
    const open = named.filter((p) => p.state !== 'closed')
    return open.find((p) => p.trackingNumber === number) ?? open[0] ?? named.at(-1) ?? null
  }

  /** The unit of a plate, also of one that it had before. */
  unit(lpn: string): Unit | null {
    const units = [...this.units.values()]
    return units.find((u) => u.lpn === lpn) ?? units.find((u) => u.formerLpns.includes(lpn)) ?? null
  }

  /** The id of the last event of the unit or parcel: what a person takes back. */
  lastEventId(key: { lpn: string } | { parcel: string }): string {
    const state = 'lpn' in key ? this.unit(key.lpn) : this.parcel(key.parcel)
    return state?.steps.at(-1)?.eventIds.at(-1) ?? 'nothing:1'
  }

  #known(command: Command, parcel: Parcel | null, tracking: string): Known {
    const { sellers, products, checklists, bins } = this.world
    const announced = this.announced
    const answers = new Set(parcel?.answers.map((a) => a.id))
    const scanned = this.#scanned(command)
    const label = this.#label(scanned, parcel)
    const own = parcel ? [parcel.trackingNumber, ...parcel.aliases] : []
    const under = [tracking, ...own, ...(command.type === 'AliasParcel' ? [] : label.map((l) => l.number))]
    const seen = announced.map(({ tracking: numbers, ...r }) => ({
      numbers,
      ...r,
      lines: r.lines.map((l) => ({ ...l, registeredElsewhere: this.#elsewhere(r.rmaNumber, l, parcel) })),
    }))
    const claim = command.type === 'ClaimParcel' ? command : undefined
    const evidence = claim?.evidence
    const key = 'product' in command ? command.product : null
    const code = key && Object.values(key)[0]
    const place = 'bin' in command ? bins.find((b) => b.code === command.bin) : undefined
    const plates = [...this.units.values()].filter((u) => u.bin === place?.code).length
    return {
      trackingNumber: tracking,
      ...(scanned === null ? {} : { label }),
      announced: seen.filter((r) => under.some((n) => r.numbers.includes(n)) || answers.has(r.id)),
      evidence: seen.filter((r) =>
        claim?.rma !== undefined
          ? r.rmaNumber === claim.rma
          : evidence?.order !== undefined &&
            r.orderNumber === evidence.order &&
            (evidence.sku === undefined || r.lines.some((l) => l.sku === evidence.sku)),
      ),
      sellers,
      products: products.filter((p) => code != null && [p.sku, p.gtin, p.fnsku].includes(code)),
      checklists,
      bin: place ? { ...place, plates } : null,
      unclaimed: this.world.unclaimed,
    }
  }

  #elsewhere(rma: string, line: { sku: string; occurrence: number }, here: Parcel | null): number {
    const others = [...this.parcels.values()].filter((p) => p.id !== here?.id)
    return others.reduce((sum, p) => sum + (p.registered[`${rma}/${line.sku}/${line.occurrence}`] ?? 0), 0)
  }

  /** The label that a command scans, beside what it names. */
  #scanned(command: Command): string | null {
    if (command.type === 'ReportParcel') return command.parcel
    return command.type === 'ReceiveParcel' || command.type === 'AliasParcel' ? command.tracking : null
  }

  #label(scanned: string | null, about: Parcel | null): LabelNumber[] {
    return (scanned === null ? [] : labelNumbers(scanned)).map((number) => {
      const found = this.announced.filter((r) => r.tracking.includes(number))
      const announced = found.map(({ tracking: _, lines, ...r }) => ({
        ...r,
        lines: lines.map((l) => ({
          ...l,
          registeredElsewhere: this.#elsewhere(r.rmaNumber, l, about ?? this.parcel(number)),
        })),
      }))
      return { number, parcel: this.parcel(number), announced }
    })
  }

  situation(command: Command): Situation {
    const subject = command.type === 'AttachPhoto' ? command.subject : command
    const scanned = command.type === 'AliasParcel' ? null : this.#scanned(command)
    const read =
      scanned === null ? null : readLabel(this.#label(scanned, null), new Date(this.#clock).toISOString())
    const raw = read ? read.number : 'parcel' in subject ? subject.parcel : null
    const lpn = 'lpn' in subject && command.type !== 'RegisterUnit' ? subject.lpn : null
    const unit = lpn === null ? null : this.unit(lpn)
    const parcel = raw === null ? (this.parcels.get(unit?.parcel.id ?? '') ?? null) : this.parcel(raw)
    const tracking = raw === null ? (parcel?.trackingNumber ?? '') : normalised(raw)
    const newPlate =
      'newLpn' in command ? command.newLpn : command.type === 'RegisterUnit' ? command.lpn : null
    return {
      parcel,
      unit,
      plateHolder: newPlate === null ? null : this.unit(newPlate),
      others: this.#others(command, parcel),
      known: this.#known(command, parcel, tracking),
    }
  }

  #others(command: Command, parcel: Parcel | null): Unit[] {
    const units = [...this.units.values()]
    const wholeParcel =
      ['ClaimParcel', 'ForfeitParcel', 'AliasParcel', 'MatchParcel'].includes(command.type) ||
      (command.type === 'TakeBack' && 'parcel' in command)
    if (wholeParcel) return units.filter((u) => u.parcel.id === parcel?.id)
    if (command.type !== 'CountBin') return []
    const { bin, lpns } = command
    const counted = new Set(lpns.map((lpn) => this.unit(lpn)))
    return units.filter((u) => u.bin === bin || counted.has(u))
  }

  act(manner: Manner = {}): Act {
    const { by = OTTO, performed = 'now', after = SECONDS, clockOff = 0, warehouse } = manner
    this.#clock += after
    this.#commands += 1
    return {
      commandId: `c${this.#commands}`,
      actor: by,
      warehouse: warehouse ?? this.world.warehouse,
      deviceId: manner.deviceId ?? `device-${by.user}`,
      deviceSeq: this.#commands,
      scannedAt: new Date(this.#clock + clockOff).toISOString(),
      recordedAt: new Date(this.#clock).toISOString(),
      performed,
    }
  }

  /** Decides a command and, where it is accepted, records what then happened. */
  run(command: Command, manner: Manner = {}): Answer {
    const act = this.act(manner)
    const decision = decide(this.situation(command), command, act)
    if ('rejected' in decision) return decision
    return { events: decision.events.map((e, i) => this.record(e, act, i + 1)) }
  }

  record(event: NewEvent, act: Act, n: number): RecordedEvent {
    const recorded = { ...event, meta: { ...act, eventId: `${act.commandId}:${n}` } }
    const { stream } = recorded
    if (isOnUnit(recorded))
      this.units.set(stream.id, evolveUnit(this.units.get(stream.id) ?? null, recorded, stream.id))
    else if (isOnParcel(recorded))
      this.parcels.set(stream.id, evolveParcel(this.parcels.get(stream.id) ?? null, recorded, stream.id))
    this.events.push(recorded)
    return recorded
  }
}

export const isOnUnit = (e: RecordedEvent): e is Extract<RecordedEvent, { stream: { kind: 'unit' } }> =>
  e.stream.kind === 'unit'
export const isOnParcel = (e: RecordedEvent): e is Extract<RecordedEvent, { stream: { kind: 'parcel' } }> =>
  e.stream.kind === 'parcel'

/** What is given or done: a command, a command done in some manner, or something that depends on what was. */
export type Deed = Command | Doing | ((ledger: MemoryLedger) => Command | Doing)
/** What is given may also be events, recorded as they stand. */
export type Given = Deed | NewEvent
/** An expected event: its type, or its type and part of its data. */
export type ExpectedEvent = NewEvent['type'] | { type: NewEvent['type']; data: object }

function read(deed: Deed, ledger: MemoryLedger): Doing {
  const read = typeof deed === 'function' ? deed(ledger) : deed
  return 'command' in read ? read : { command: read, manner: {} }
}

/** How a command ended, and what can be said about it. */
export class Ended {
  readonly answer: Answer
  readonly ledger: MemoryLedger

  constructor(answer: Answer, ledger: MemoryLedger) {
    this.answer = answer
    this.ledger = ledger
  }

  // biome-ignore lint/suspicious/noThenProperty: given/when/then is the language of these tests; nobody awaits it
  then(expected: readonly ExpectedEvent[]): this {
    expect('events' in this.answer ? this.answer.events.map((e) => e.type) : this.answer).toEqual(
      expected.map((e) => (typeof e === 'string' ? e : e.type)),
    )
    if ('events' in this.answer) {
      for (const [i, e] of expected.entries())
        if (typeof e !== 'string') expect(this.answer.events[i]?.data).toMatchObject(e.data)
    }
    return this
  }

  thenRejected(code: RejectionCode, facts: Readonly<Record<string, string | number>> = {}): this {
    expect(this.answer).toMatchObject({ rejected: code, facts })
    return this
  }

  /** What the unit of this plate looks like afterwards. */
  andUnit(lpn: string, expected: Partial<Unit>): this {
    expect(this.ledger.unit(lpn)).toMatchObject(expected)
    return this
  }

  /** What the parcel looks like afterwards. */
  andParcel(tracking: string, expected: Partial<Parcel>): this {
    expect(this.ledger.parcel(tracking)).toMatchObject(expected)
    return this
  }
}

/**
 * A warehouse in which all this has been done: every one of the deeds has to be accepted.
 * @param of what is known beside the streams; the usual world of the tests when left out
 */
export function given(
  deeds: readonly Given[],
  of: World = world(),
): { when(deed: Deed): Ended; ledger: MemoryLedger } {
  const ledger = new MemoryLedger(of)
  for (const deed of deeds) {
    if ('stream' in deed) {
      ledger.record(deed, ledger.act(), 1)
      continue
    }
    const { command, manner } = read(deed, ledger)
    const answer = ledger.run(command, manner)
    if ('rejected' in answer)
      throw new Error(`given ${command.type}: ${answer.rejected} ${JSON.stringify(answer.facts)}`)
  }
  return {
    ledger,
    when(deed) {
      const { command, manner } = read(deed, ledger)
      return new Ended(ledger.run(command, manner), ledger)
    },
  }
}
