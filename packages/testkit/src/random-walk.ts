import {
  ANGLES,
  allowedGrade,
  CONDITIONS,
  type Command,
  checklistFor,
  DISPATCH_REASONS,
  DISPOSITION_OF_ROUTE,
  DISPOSITIONS,
  EXCEPTIONS,
  FINDINGS,
  findingsOf,
  GRADES,
  IDENTITIES,
  type OpenException,
  PARCEL_COMMANDS,
  PARCEL_OUTCOMES,
  type ProductKey,
  parcelNext,
  ROUTES,
  UNIT_COMMANDS,
  type Unit,
  unitNext,
  WAITS_FOR,
  zonesFor,
} from '@restow/domain'
import {
  announced,
  bin,
  demoPolicy,
  line,
  plate,
  receive,
  register,
  seller,
  type World,
  world,
} from './builders.ts'
import {
  DAYS,
  type Doing,
  LENA,
  type Manner,
  type MemoryLedger,
  MINUTES,
  OLGA,
  OTTO,
  SECONDS,
  SVEN,
} from './given.ts'

/** Random work in a warehouse: mostly what makes sense next, sometimes anything at all. */

/** Chance as a row of bytes, so that a failing walk can be shortened. */
export class Dice {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get spent(): boolean {
    return this.#at >= this.#bytes.length
  }

  below(n: number): number {
    const byte = this.#bytes[this.#at] ?? 0
    this.#at += 1
    return byte % n
  }

  of<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0]
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === n - 1
  }
}

const TRACKING = ['T6000', 'T1000', 'T2000', 'T3000', 'T5000', 'T9000', '?'] as const
/** Second labels: one of nobody's, and two that may be read as one and the same number. */
const LABELS = ['L7001', '1000000000000000902100140489593746', '1000000000000010902100140489593746'] as const
const PLATES = [plate(1), plate(2), plate(3), plate(4), plate(5), plate(6), 'RU0000000018'] as const
const CODES: readonly [ProductKey, ...ProductKey[]] = [
  { sku: 'MUG' },
  { sku: 'LAMP' },
  { sku: 'TEE' },
  { sku: 'KETTLE' },
  { sku: 'CUP' },
  { sku: 'FAN' },
  { gtin: '00012345678905' },
  { fnsku: 'NO_SUCH' },
]

/** The warehouse of the random walks: low limits, few routes, so that rules are met. */
export const crampedWorld = () => {
  const policy = demoPolicy({ scrapLimitMinor: 500 })
  const few = demoPolicy({ routes: ['restock', 'repair', 'recycle'], rates: {} })
  const { bins, ...rest } = world()
  const sellers = {
    ...rest.sellers,
    LOTUS: seller('LOTUS', { policy }),
    NORTHSTAR: seller('NORTHSTAR', { policy: few }),
  }
  return world({
    ...rest,
    sellers,
    bins: [...bins, bin('SCRAP-2', 'scrap')].map((b) => ({ ...b, capacity: 1 })),
    unclaimed: { afterDays: 1, becomes: 'donate' },
  })
}

/** The same, where LOTUS may object to scrap for two hours. */
export const withVeto = (of: World): World => {
  const lotus = of.sellers.LOTUS ?? seller('LOTUS')
  const policy = { ...lotus.policy, scrapVetoHours: 2 }
  return { ...of, sellers: { ...of.sellers, LOTUS: { ...lotus, policy } } }
}

/** The same, where sellers announce late and call off what they announced, and LOTUS may object to scrap. */
export const lateWorld = () => {
  const cramped = crampedWorld()
  const kept = cramped.announced.map((r) => ({ ...r, cancelled: r.rmaNumber === 'RMA-3' }))
  const late = [
    announced('LOTUS', 'RMA-8', ['T9000'], [line('MUG')]),
    announced('LOTUS', 'RMA-9', ['T6000'], [line('MUG')]),
    announced('DORMANT', 'RMA-10', ['L7001'], [line('FAN')]),
  ]
  return { ...withVeto(cramped), later: [...kept, ...late] }
}

function manner(dice: Dice): Manner {
  return {
    by: dice.oneIn(32) ? LENA : dice.of([OTTO, OTTO, SVEN, OLGA]),
    performed: dice.oneIn(4) ? 'earlier' : 'now',
    deviceId: dice.oneIn(4) ? 'shared' : 'own',
    after: dice.oneIn(8) ? dice.of([11 * MINUTES, 91 * DAYS]) : SECONDS,
    clockOff: dice.oneIn(16) ? dice.of([-20 * MINUTES, 20 * MINUTES]) : 0,
  }
}

function parcelCommand(
  type: (typeof PARCEL_COMMANDS)[number] | 'TakeBack' | 'SettleException',
  parcel: string,
  dice: Dice,
  ledger: MemoryLedger,
): Command {
  switch (type) {
    case 'ReceiveParcel':
      return { type, tracking: dice.oneIn(6) ? dice.of(LABELS) : parcel, condition: dice.of(CONDITIONS) }
    case 'ReportParcel':
      return { type, parcel, outcome: dice.of(PARCEL_OUTCOMES) }
    case 'RegisterUnit': {
      const product = dice.oneIn(4) ? null : dice.of(CODES)
      return { type, parcel, lpn: dice.of(PLATES), product, quantity: dice.of([1, 1, 1, 3, 2]) }
    }
    case 'ClaimParcel': {
      const evidence = dice.of<{ order?: string; sku?: string }>([
        { order: 'ORDER-RMA-1', sku: 'TEE' },
        { order: 'ORDER-RMA-2' },
        { sku: 'MUG' },
      ])
      return {
        type,
        parcel,
        seller: dice.of(['LOTUS', 'NORTHSTAR', 'DORMANT', 'NOBODY']),
        ...(dice.oneIn(2) ? { evidence } : {}),
        ...(dice.oneIn(4) ? { rma: dice.of(['RMA-1', 'RMA-2', 'RMA-4', 'RMA-9']) } : {}),
      }
    }
    case 'DescribeParcel':
      return { type, parcel, printed: dice.of([{ order: 'ORDER-RMA-1' }, { name: 'A. Name', note: ' ' }]) }
    case 'AliasParcel':
      return { type, parcel, tracking: dice.of([...LABELS, ...TRACKING]) }
    case 'SettleException':
      return { type, parcel, ...openOn(ledger.parcel(parcel)?.exceptions ?? [], dice) }
    case 'TakeBack':
      return { type, parcel, eventId: dice.oneIn(8) ? 'none:1' : ledger.lastEventId({ parcel }) }
    default:
      return { type, parcel }
  }
}

function inspection(lpn: string, unit: Unit | null, dice: Dice, ledger: MemoryLedger): Command {
  const identity = dice.oneIn(6) ? dice.of(IDENTITIES) : 'as_announced'
  const findings = dice.oneIn(3) ? [dice.of(FINDINGS)] : []
  const checks = unit ? checklistFor(unit, ledger.world) : null
  const answers = (checks?.checks ?? []).flatMap(({ check, answers }) =>
    dice.oneIn(16)
      ? []
      : [{ check, answer: dice.oneIn(16) ? 'maybe' : (answers[dice.oneIn(3) ? 1 : 0]?.answer ?? '') }],
  )
  const best = checks ? allowedGrade(checks, answers, findingsOf(identity, findings)) : 'good'
  const grade = dice.oneIn(6) ? dice.of(GRADES) : best
  return { type: 'InspectUnit', lpn, identity, answers, findings, grade }
}

/** A bin that fits the unit, or any. */
function binFor(unit: Unit | null, dice: Dice, ledger: MemoryLedger): string {
  const { bins } = ledger.world
  const fitting = unit ? bins.filter((b) => zonesFor(unit).includes(b.zone)) : []
  const from = fitting.length > 0 && !dice.oneIn(5) ? fitting : bins
  return dice.oneIn(24) ? 'NOWHERE' : (from[dice.below(from.length)]?.code ?? 'NOWHERE')
}

/** A supervisor's word at the desk, or a seller's, is none of what a handheld does. */
const AT_A_DESK: ReadonlySet<string> = new Set(['WriteOffUnit', 'AnswerScrap'])
const ON_THE_FLOOR = UNIT_COMMANDS.filter((command) => !AT_A_DESK.has(command))

type OnUnit = (typeof UNIT_COMMANDS)[number] | 'TakeBack' | 'CountBin' | 'SettleException'

/** What is open on it, or something that never was. */
function openOn(exceptions: readonly OpenException[], dice: Dice): Pick<OpenException, 'eventId' | 'code'> {
  const open = exceptions[dice.below(Math.max(1, exceptions.length))]
  const { eventId, code } = open && !dice.oneIn(8) ? open : { eventId: 'none:1', code: dice.of(EXCEPTIONS) }
  return { eventId, code }
}

function unitCommand(type: OnUnit, lpn: string, dice: Dice, ledger: MemoryLedger): Command {
  const unit = ledger.unit(lpn)
  const route = dice.of(ROUTES)
  switch (type) {
    case 'IdentifyUnit':
      return { type, lpn, product: dice.of(CODES) }
    case 'AttachPhoto': {
      const subject = dice.oneIn(6) ? { parcel: dice.of(TRACKING) } : { lpn }
      return {
        type,
        subject,
        sha256: 'a'.repeat(64),
        angle: dice.of(ANGLES),
        takenAt: '2026-03-02T16:00:00Z',
      }
    }
    case 'InspectUnit':
      return inspection(lpn, unit, dice, ledger)
    case 'ClassifyUnit': {
      const disposition = dice.oneIn(12) ? dice.of(DISPOSITIONS) : DISPOSITION_OF_ROUTE[route]
      return {
        type,
        lpn,
        disposition,
        route,
        ...(dice.oneIn(6) ? {} : { overrideReason: { code: 'other' } }),
      }
    }
    case 'PutAwayUnit':
    case 'MoveUnit':
      return { type, lpn, bin: binFor(unit, dice, ledger) }
    case 'HoldUnit':
      return { type, lpn, waitsFor: dice.of(WAITS_FOR), question: 'What now?' }
    case 'SplitUnit':
    case 'ReplacePlate': {
      const newLpn = dice.of(PLATES)
      return type === 'SplitUnit' ? { type, lpn, quantity: dice.of([1, 2]), newLpn } : { type, lpn, newLpn }
    }
    case 'StartRefurbishment':
    case 'ScrapUnit':
      return { type, lpn, route: dice.oneIn(3) ? route : (unit?.route ?? route) }
    case 'FinishRefurbishment':
      return { type, lpn, done: [], minutes: 5 }
    case 'AnswerScrap':
      return dice.oneIn(3) ? { type, lpn, agreed: false, note: 'Send it back.' } : { type, lpn, agreed: true }
    case 'ApproveScrap':
      return { type, lpn, approved: !dice.oneIn(3) }
    case 'DispatchUnit':
      return { type, lpn, reason: dice.of(DISPATCH_REASONS), reference: 'S-1' }
    case 'LoseUnit':
    case 'FindUnit':
      return { type, lpn, ...(dice.oneIn(3) ? {} : { bin: binFor(unit, dice, ledger) }) }
    case 'CountBin': {
      const bin = binFor(unit, dice, ledger)
      const there = [...ledger.units.values()]
        .filter((u) => u.bin === bin && !dice.oneIn(4))
        .map((u) => u.lpn)
      return { type, bin, lpns: dice.oneIn(2) ? [...there, lpn] : there }
    }
    case 'SettleException':
      return { type, lpn, ...openOn(unit?.exceptions ?? [], dice) }
    case 'TakeBack':
      return { type, lpn, eventId: dice.oneIn(8) ? 'none:1' : ledger.lastEventId({ lpn }) }
    default:
      return { type, lpn }
  }
}

/** What carries a unit on; everything else happens once in a while. */
const FORWARD: ReadonlySet<string> = new Set<OnUnit>([
  'InspectUnit',
  'ClassifyUnit',
  'PutAwayUnit',
  'StartRefurbishment',
  'FinishRefurbishment',
  'ApproveScrap',
  'ScrapUnit',
  'DispatchUnit',
  'ReleaseUnit',
  'FindUnit',
])

const AGAIN: ReadonlySet<string> = new Set<OnUnit>(['InspectUnit', 'ClassifyUnit'])

function sensible(unit: Unit, dice: Dice): OnUnit {
  const allowed = unitNext(unit).flatMap((n) => (n.allowed && !AT_A_DESK.has(n.command) ? [n.command] : []))
  // What is decided is mostly carried out, not decided again.
  const forward = allowed.filter((c) => FORWARD.has(c) && (!unit.decision || !AGAIN.has(c)))
  const from = forward.length > 0 && !dice.oneIn(4) ? forward : allowed
  return from[dice.below(Math.max(1, from.length))] ?? 'TakeBack'
}

/** What is asked of a parcel more often than by chance, so that it meets something. */
const OFTEN = ['TakeBack', 'ClaimParcel', 'MatchParcel'] as const

/** One of a list that may be empty. */
const oneOf = <T>(dice: Dice, list: readonly T[]): T | undefined => list[dice.below(Math.max(1, list.length))]

const OWNED_LAST: ReadonlySet<string> = new Set(['ParcelClaimed', 'ParcelForfeited'])

function nextCommand(dice: Dice, ledger: MemoryLedger): Command {
  const unit = oneOf(dice, [...ledger.units.values()])
  const parcel = oneOf(dice, [...ledger.parcels.values()])
  const lpn = unit && !dice.oneIn(6) ? unit.lpn : dice.of(PLATES)
  const tracking = parcel && !dice.oneIn(4) ? parcel.trackingNumber : dice.of(TRACKING)
  // Whoever takes one step back takes another.
  const last = ledger.events.at(-1)
  const undone = last?.type === 'StepTakenBack' ? ledger.units.get(last.stream.id) : undefined
  if (undone && !dice.oneIn(4)) return unitCommand('TakeBack', undone.lpn, dice, ledger)
  // A claim that turns out wrong is noticed soon, or when its units have gone on.
  const owned = parcel && OWNED_LAST.has(parcel.steps.at(-1)?.type ?? '')
  if (owned && dice.oneIn(8)) return parcelCommand('TakeBack', parcel.trackingNumber, dice, ledger)
  const kind = dice.below(16)
  // What belongs to nobody is what claims and matches are about.
  const nobodys = oneOf(
    dice,
    [...ledger.parcels.values()].filter((p) => p.seller === null),
  )
  if (nobodys && dice.oneIn(12))
    return parcelCommand(dice.of(['ClaimParcel', 'MatchParcel']), nobodys.trackingNumber, dice, ledger)
  if (kind < 2) return unitCommand(oneOf(dice, ON_THE_FLOOR) ?? 'HoldUnit', lpn, dice, ledger)
  if (kind === 2) return unitCommand(dice.of(['TakeBack', 'TakeBack', 'CountBin']), lpn, dice, ledger)
  if (kind === 3)
    return parcelCommand(oneOf(dice, [...PARCEL_COMMANDS, ...OFTEN]) ?? 'TakeBack', tracking, dice, ledger)
  if (kind < 5 || !unit) {
    const open = parcel ? parcelNext(parcel).filter((n) => n.allowed) : []
    return parcelCommand(oneOf(dice, open)?.command ?? 'ReceiveParcel', tracking, dice, ledger)
  }
  return unitCommand(sensible(unit, dice), unit.lpn, dice, ledger)
}

/** How a day begins: with an empty warehouse, or with parcels opened already. */
export function morning(dice: Dice): Command[] {
  if (dice.oneIn(4)) return []
  const mugs = [receive('T6000'), register('T6000', plate(1), 'MUG')]
  const tees = [receive('T1000'), register('T1000', plate(2), 'TEE', { quantity: 3 })]
  const kettle = [receive('T2000'), register('T2000', plate(4), 'KETTLE')]
  const puzzle = [receive('T1000'), register('T1000', plate(3), null)]
  const nobodys = [
    receive('T9000'),
    register('T9000', plate(5), 'MUG'),
    receive('L7001'),
    register('L7001', plate(6), null),
  ]
  const contested = [receive('T3000'), register('T3000', plate(5), 'MUG')]
  return dice.of([[...mugs, ...tees], [...mugs, ...kettle], tees, puzzle, [...mugs, ...nobodys], contested])
}

/** What is done next, by whom and how. */
export const nextDeed = (dice: Dice, ledger: MemoryLedger): Doing => ({
  manner: manner(dice),
  command: nextCommand(dice, ledger),
})

/** What a supervisor says at the desk now and then: to what should not be, and to what nobody finds. */
function deskCommand(dice: Dice, ledger: MemoryLedger): Command | null {
  const last = ledger.events.at(-1)
  // Two supervisors look at the same list.
  if (last?.type === 'ExceptionSettled' && dice.oneIn(4)) {
    const { eventId, code } = last.data
    const again = { type: 'SettleException', eventId, code } as const
    const lpn = ledger.units.get(last.stream.id)?.lpn
    return lpn
      ? { ...again, lpn }
      : { ...again, parcel: ledger.parcels.get(last.stream.id)?.trackingNumber ?? '' }
  }
  const unit = oneOf(dice, [...ledger.units.values()])
  if (unit?.missing && dice.oneIn(2)) return unitCommand('WriteOffUnit', unit.lpn, dice, ledger)
  if (unit && unit.exceptions.length > 0 && dice.oneIn(16))
    return unitCommand('SettleException', unit.lpn, dice, ledger)
  const parcel = oneOf(dice, [...ledger.parcels.values()])
  // What was turned away as nobody's may be announced afterwards.
  if (parcel?.report && parcel.seller === null && dice.oneIn(4))
    return parcelCommand('MatchParcel', parcel.trackingNumber, dice, ledger)
  if (parcel && parcel.exceptions.length > 0 && dice.oneIn(16))
    return parcelCommand('SettleException', parcel.trackingNumber, dice, ledger)
  return null
}

/** What a seller says now and then to scrap that waits, for it or not; once in a while somebody else says it. */
function sellersWord(dice: Dice, ledger: MemoryLedger): Doing | null {
  const unit = oneOf(
    dice,
    [...ledger.units.values()].filter(({ decision }) => decision?.veto || decision?.approvalNeeded),
  )
  if (!unit || !dice.oneIn(8)) return null
  const command = unitCommand('AnswerScrap', unit.lpn, dice, ledger)
  return { command, manner: dice.oneIn(8) ? manner(dice) : { by: LENA, deviceId: 'desk' } }
}

/** As `nextDeed`, with a supervisor at the desk, and a seller at its own. */
export const nextDeedWithDesk = (dice: Dice, ledger: MemoryLedger): Doing =>
  sellersWord(dice, ledger) ?? {
    manner: manner(dice),
    command: deskCommand(dice, ledger) ?? nextCommand(dice, ledger),
  }
