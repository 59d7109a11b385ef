import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Answer,
  type Doing,
  isOnParcel,
  isOnUnit,
  MemoryLedger,
  type RecordedEvent,
} from '../../testkit/src/given.ts'
import { brokenOfParcel, brokenOfUnit } from '../../testkit/src/invariants.ts'
import { Dice, lateWorld, morning, nextDeedWithDesk } from '../../testkit/src/random-walk.ts'
import { COMMAND_TYPES } from './commands.ts'
import { FLOW } from './flow.ts'
import { evolveParcel, type Parcel } from './parcel.ts'
import { zonesFor } from './putaway.ts'
import { fillSentence, REJECTION_CODES, REJECTIONS, type RejectionCode } from './rejections.ts'
import { leadsTo, PARCEL_TRANSITIONS, type Transition, UNIT_TRANSITIONS } from './transitions.ts'
import { evolveUnit, type Unit } from './unit.ts'
import { PARCEL_STATES, UNIT_STATES } from './words.ts'

const WALKS = 10_000
/** The same days on every run, so that none of them is met by luck; `RESTOW_SEED=$RANDOM` looks at others. */
const SEED = Number(process.env.RESTOW_SEED ?? 20_260_302)
/** Kept by the ledger, not by a rule. */
const NO_RULES: readonly RejectionCode[] = [
  'malformed',
  'command_id_reused',
  'version_conflict',
  'nothing_there',
  'internal',
  'wrong_device',
  'warehouse_unknown',
]

type State = Unit | Parcel
const seen = {
  unit: new Set<string>(),
  parcel: new Set<string>(),
  codes: new Set<string>(),
  moves: new Set<string>(),
  events: new Set<string>(),
}

function fail(what: string, doing: Doing, more: unknown = ''): never {
  throw new Error(`${what} after ${JSON.stringify(doing)} ${JSON.stringify(more)}`)
}

/** A rule that changes what it was given throws from now on. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

/** A state as far as taking a step back restores it: photos stay, and the memory of steps is short. */
/** What a step can change and its taking back restores: the decision to be superseded stays named. */
const lasting = (state: State) => ({ ...state, steps: [], photos: [], lastDecision: null })

class Walk {
  readonly ledger = new MemoryLedger(lateWorld())
  /** What each stream was before each of its steps. */
  readonly #before = new Map<string, (State | null)[]>()

  #state(e: RecordedEvent): State | null {
    const { kind, id } = e.stream
    return (kind === 'unit' ? this.ledger.units.get(id) : this.ledger.parcels.get(id)) ?? null
  }

  step(doing: Doing): void {
    const units = new Map(this.ledger.units)
    const parcels = new Map(this.ledger.parcels)
    const answer = this.ledger.run(doing.command, doing.manner)
    if ('rejected' in answer) {
      this.#refused(answer, doing)
      return
    }
    const former = (e: RecordedEvent): State | null =>
      (e.stream.kind === 'unit' ? units.get(e.stream.id) : parcels.get(e.stream.id)) ?? null
    this.#history(answer.events, former, doing)
    for (const e of answer.events) seen.events.add(`${doing.command.type} ${e.type}`)
    for (const e of answer.events) this.#follows(e, former(e), doing)
    this.#holds(answer.events, former, doing)
  }

  #refused(answer: Extract<Answer, { rejected: string }>, doing: Doing): void {
    seen.codes.add(answer.rejected)
    const place = { timeZone: 'America/Los_Angeles', now: '2026-03-02T16:00:00Z' }
    const wanted = [...REJECTIONS[answer.rejected].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    if (wanted.some((name) => answer.facts[name] === undefined || answer.facts[name] === ''))
      fail(`says “${fillSentence(REJECTIONS[answer.rejected], answer.facts, place)}”`, doing, answer)
  }

  #history(events: readonly RecordedEvent[], former: (e: RecordedEvent) => State | null, doing: Doing): void {
    for (const e of new Map(events.map((e) => [`${e.stream.kind}:${e.stream.id}`, e])).values()) {
      const key = `${e.stream.kind}:${e.stream.id}`
      const ofStream = events.filter((o) => o.stream.id === e.stream.id && o.stream.kind === e.stream.kind)
      const history = this.#before.get(key) ?? []
      this.#before.set(key, history)
      if (ofStream.some((o) => o.type === 'StepTakenBack')) {
        const was = history.pop()
        const now = this.#state(e)
        if (now?.state === 'void') continue
        if (!was || !now || !isDeepStrictEqual(lasting(now), lasting(was)))
          fail('was not restored', doing, { was, now })
      } else if (ofStream.some((o) => o.type !== 'PhotoAttached')) history.push(former(e))
    }
  }

  /** The state table allows what happened. */
  #follows(e: RecordedEvent, was: State | null, { command }: Doing): void {
    const now = this.#state(e)
    const { type } = command
    if (!now || type === 'TakeBack' || type === 'CountBin') return
    const ofUnit = type in UNIT_TRANSITIONS && e.stream.kind === 'unit' && e.type !== 'UnitSplitOff'
    const ofParcel = type in PARCEL_TRANSITIONS && e.stream.kind === 'parcel' && type !== 'ClaimParcel'
    if (!ofUnit && !ofParcel) return
    const table: Readonly<Record<string, Transition<string>>> = { ...UNIT_TRANSITIONS, ...PARCEL_TRANSITIONS }
    const begin = was?.state ?? 'void'
    const aside = type === 'PutAwayUnit' && was && 'held' in was && was.held !== null
    const legal = aside
      ? [begin]
      : leadsTo(table[type] ?? fail('is in no table', { command, manner: {} }), begin)
    if (!legal.includes(now.state)) fail(`${type} led from ${begin} to ${now.state}`, { command, manner: {} })
    if (!aside) seen.moves.add(`${type} ${begin} ${now.state}`)
  }

  #holds(events: readonly RecordedEvent[], former: (e: RecordedEvent) => State | null, doing: Doing): void {
    const { units, parcels } = this.ledger
    for (const e of events) {
      const now = this.#state(e)
      if (!now) fail('nothing evolved', doing)
      freeze(now)
      seen[e.stream.kind].add(now.state)
      const broken = 'lpn' in now ? brokenOfUnit(now) : brokenOfParcel(now, [...units.values()])
      if (broken.length > 0) fail(broken.join(', '), doing, now)
      if (e.type === 'UnitPutAway' || e.type === 'UnitMoved') this.#placed(e, former(e), doing)
    }
    for (const parcel of parcels.values()) {
      const broken = brokenOfParcel(parcel, [...units.values()])
      if (broken.length > 0) fail(broken.join(', '), doing, parcel)
    }
    const plates = [...units.values()]
      .filter((u) => u.state !== 'void')
      .flatMap((u) => [u.lpn, ...u.formerLpns])
    if (new Set(plates).size < plates.length) fail('two units carry one plate', doing, plates)
  }

  /** What is laid somewhere fits there and has room, or an exception says that it does not. */
  #placed(e: RecordedEvent & { type: 'UnitPutAway' | 'UnitMoved' }, was: State | null, doing: Doing): void {
    const { bin, zone, exceptions } = e.data
    const excused = new Set(exceptions.map((x) => x.code))
    if (excused.has('found_elsewhere') || !was || !('lpn' in was)) return
    if (!excused.has('wrong_zone') && !zonesFor(was).includes(zone)) fail(`lies in ${zone} unexcused`, doing)
    const plates = [...this.ledger.units.values()].filter((u) => u.bin === bin).length
    const capacity = this.ledger.world.bins.find((b) => b.code === bin)?.capacity ?? 0
    const excusable = excused.has('bin_full') || was.bin === bin
    if (plates > capacity && !excusable) fail(`${bin} is overfull unexcused`, doing)
  }

  /** What was recorded tells the same again from the start, also after a journey through JSON. */
  replay(throughJson: boolean): void {
    const told = throughJson
      ? (JSON.parse(JSON.stringify(this.ledger.events)) as RecordedEvent[])
      : this.ledger.events
    const units = new Map<string, Unit>()
    const parcels = new Map<string, Parcel>()
    for (const e of told) {
      const { id } = e.stream
      if (isOnUnit(e)) units.set(id, evolveUnit(units.get(id) ?? null, e, id))
      else if (isOnParcel(e)) parcels.set(id, evolveParcel(parcels.get(id) ?? null, e, id))
    }
    for (const [again, first] of [
      [units, this.ledger.units],
      [parcels, this.ledger.parcels],
    ])
      if (!isDeepStrictEqual(again, first)) expect(again, 'told a second time').toStrictEqual(first)
  }
}

it('keeps to the rules through ten thousand random days, and meets every state and every refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 200, maxLength: 800 }), (bytes) => {
      const dice = new Dice(bytes)
      const walk = new Walk()
      for (const command of morning(dice)) walk.step({ command, manner: {} })
      while (!dice.spent) walk.step(nextDeedWithDesk(dice, walk.ledger))
      walk.replay((bytes[0] ?? 0) % 20 === 0)
    }),
    { numRuns: WALKS, unbiased: true, seed: SEED },
  )
  expect(UNIT_STATES.filter((s) => !seen.unit.has(s))).toEqual([])
  expect(PARCEL_STATES.filter((s) => !seen.parcel.has(s))).toEqual([])
  expect(REJECTION_CODES.filter((c) => !seen.codes.has(c))).toEqual([...NO_RULES])
  const table: [string, Transition<string>][] = Object.entries({ ...UNIT_TRANSITIONS, ...PARCEL_TRANSITIONS })
  const promised = table
    .filter(([type]) => type !== 'ClaimParcel')
    .flatMap(([type, rule]) =>
      rule.from.flatMap((from) => leadsTo(rule, from).map((to) => `${type} ${from} ${to}`)),
    )
  expect(
    promised.filter((move) => !seen.moves.has(move)),
    'promised and never met',
  ).toEqual([])
  const recorded = COMMAND_TYPES.flatMap((type) => FLOW[type].events.map((event) => `${type} ${event}`))
  expect([...seen.events].sort(), 'what docs/flow.md says each command records').toEqual(recorded.sort())
}, 240_000)
