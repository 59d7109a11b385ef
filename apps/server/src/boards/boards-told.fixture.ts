import { CLOCKS } from '@restow/contracts'
import {
  DISPOSITIONS,
  GRADES,
  PARCEL_STATES,
  PERSON_STEPS,
  type PersonStep,
  UNIT_STATES,
  type Unit,
} from '@restow/domain'
import { share } from './clocks.ts'
import type { Retold, Stood } from './ledger-told.fixture.ts'

/** Boards as they ought to be, counted one by one from the ledger told anew: slow and plain. */

export interface Moment {
  readonly now: string
  /** The first instant of the day, and when its hours begin. */
  readonly from: string
  readonly hours: number
  readonly timeZone: string
  /** One seller's goods alone. */
  readonly seller?: string
}

const HOUR = 3_600_000
const count = <T>(of: readonly T[], where: (one: T) => boolean): number => of.filter(where).length

const everyUnit = ({ units }: Retold, { seller }: Moment) =>
  units.filter((unit) => unit.state !== 'void' && (seller === undefined || unit.seller === seller))
/** What is written off is on no board any more; what was decided of it was decided all the same. */
const ownUnits = (told: Retold, moment: Moment) =>
  everyUnit(told, moment).filter((unit) => !unit.missing?.writtenOff)
const ownParcels = ({ parcels }: Retold, { seller }: Moment) =>
  parcels.filter((parcel) => parcel.state !== 'void' && (seller === undefined || parcel.seller === seller))

/** What stood of the streams that are looked at. */
function ownEvents(told: Retold, moment: Moment, units = ownUnits(told, moment)): Stood[] {
  const ids = new Set([...units, ...ownParcels(told, moment)].map(({ id }) => id))
  return told.stood.filter((event) => ids.has(event.id))
}

export function toldFlow(told: Retold, moment: Moment) {
  const begins = Date.parse(moment.from)
  const today = ownEvents(told, moment).filter((event) => event.meta.recordedAt >= moment.from)
  const hourly = (where: (event: Stood) => boolean) =>
    Array.from({ length: moment.hours }, (_, i) =>
      count(
        today,
        (event) => Math.floor((Date.parse(event.meta.recordedAt) - begins) / HOUR) === i && where(event),
      ),
    )
  const isOpen = (state: string | null) => ['received', 'registered', 'reopened'].includes(state ?? '')
  // A box that was empty inside came in and was done with at once.
  const isEmpty = (event: Stood) => event.type === 'ParcelReported' && event.data.outcome === 'empty'
  const isParcel = (event: Stood) => event.kind === 'parcel'
  return {
    parcels: {
      in: hourly((e) => isParcel(e) && !isOpen(e.from) && (isOpen(e.to) || isEmpty(e))),
      out: hourly(
        (e) => isParcel(e) && ((isOpen(e.from) && !isOpen(e.to)) || (!isOpen(e.from) && isEmpty(e))),
      ),
    },
    units: UNIT_STATES.filter((step) => step !== 'void').map((step) => ({
      step,
      in: hourly((e) => !isParcel(e) && e.to === step && e.from !== step),
      out: hourly((e) => !isParcel(e) && e.from === step && e.to !== step),
    })),
  }
}

export function toldSteps(told: Retold, moment: Moment) {
  const [units, parcels] = [ownUnits(told, moment), ownParcels(told, moment)]
  const pieces = (of: readonly Unit[]) => of.reduce((sum, unit) => sum + unit.quantity, 0)
  return {
    parcels: PARCEL_STATES.filter((state) => state !== 'void').map((state) => ({
      state,
      parcels: count(parcels, (p) => p.state === state),
    })),
    units: UNIT_STATES.filter((state) => state !== 'void').map((step) => {
      const at = units.filter((unit) => unit.state === step)
      const by = (disposition: string) => count(at, (unit) => unit.disposition === disposition)
      return {
        step,
        units: at.length,
        pieces: pieces(at),
        held: count(at, (unit) => unit.held !== null),
        byDisposition: { resell: by('resell'), refurbish: by('refurbish'), scrap: by('scrap') },
      }
    }),
    today: {
      arrived: count(parcels, (p) => (p.receivedAt ?? '') >= moment.from),
      closed: count(parcels, (p) => (p.closedAt ?? '') >= moment.from),
      registered: count(units, (u) => u.registeredAt >= moment.from),
      decided: toldDecisions(told, moment).filter((e) => e.meta.recordedAt >= moment.from).length,
      shelved: count(units, (u) => (u.shelvedAt ?? '') >= moment.from),
      left: count(units, (u) => (u.leftAt ?? '') >= moment.from),
    },
  }
}

/** The usual targets, in hours. */
const TARGETS = { register: 4, decide: 24, shelve: 24 } as const

export function toldClocks(told: Retold, moment: Moment) {
  const received = new Map(told.parcels.map((parcel) => [parcel.id, parcel.receivedAt]))
  const units = ownUnits(told, moment)
  const waiting = units.filter(
    (u) => ['registered', 'inspected'].includes(u.state) && u.lastDecision === null,
  )
  const begun = {
    register: ownParcels(told, moment)
      .filter((p) => p.state === 'received')
      .map((p) => p.receivedAt),
    decide: waiting.map((u) => received.get(u.parcel.id) ?? null),
    shelve: units
      .filter((u) => u.state === 'classified' && u.disposition === 'resell')
      .map((u) => u.classifiedAt),
  }
  return CLOCKS.map((clock) => {
    const running = begun[clock].filter((at) => at !== null)
    const late = (at: string) => Date.parse(at) + TARGETS[clock] * HOUR <= Date.parse(moment.now)
    return {
      clock,
      targetSeconds: TARGETS[clock] * 3600,
      running: running.length,
      broken: count(running, late),
    }
  })
}

const toldDecisions = (told: Retold, moment: Moment) =>
  ownEvents(told, moment, everyUnit(told, moment)).filter((event) => event.type === 'UnitClassified')

/** How many were decided today; and of the first decisions, with their parcel's coming in on record, which share within a day of it. */
export function toldDecidedToday(told: Retold, moment: Moment) {
  const parcelOf = new Map(told.units.map((unit) => [unit.id, unit.parcel.id]))
  const received = new Map(told.parcels.map((p) => [p.id, p.state === 'void' ? null : p.receivedAt]))
  const today = toldDecisions(told, moment).filter((e) => e.meta.recordedAt >= moment.from)
  const took = today.flatMap((event) => {
    const at = received.get(parcelOf.get(event.id) ?? '')
    const isFirst = event.type === 'UnitClassified' && event.data.supersedes === null
    return isFirst && at ? [Date.parse(event.meta.recordedAt) - Date.parse(at)] : []
  })
  return {
    units: today.length,
    sameDayShare: share(
      count(took, (ms) => ms <= 24 * HOUR),
      took.length,
    ),
  }
}

/** What a unit that was decided should bring and loses, once, by its last decision of all, unless scrap was not agreed to. */
function toldValue(told: Retold, moment: Moment) {
  const sums = { recovered: new Map<string, number>(), lost: new Map<string, number>(), unvalued: 0 }
  const add = (to: Map<string, number>, currency: string, minor: number) =>
    to.set(currency, (to.get(currency) ?? 0) + minor)
  for (const unit of everyUnit(told, moment)) {
    const own = told.stood.filter((event) => event.id === unit.id)
    const decision = own.findLast((event) => event.type === 'UnitClassified')
    if (decision?.type !== 'UnitClassified' || decision.meta.recordedAt < moment.from) continue
    const since = own.slice(own.indexOf(decision)).map(({ type }) => type)
    if (since.includes('ScrapDeclined') || since.includes('ScrapObjected')) continue
    const { suggested, overrideReason } = decision.data
    const minor = overrideReason === null ? (suggested?.recoveredMinor ?? null) : null
    const currency = suggested?.currency ?? ''
    if (minor !== null) add(sums.recovered, currency, minor)
    const value = unit.line?.valueMinor ?? null
    const isWhole = !own.some(({ type, version }) => type === 'UnitSplit' && version > decision.version)
    if (minor !== null && value !== null && isWhole) add(sums.lost, currency, value - minor)
    else sums.unvalued += 1
  }
  return sums
}

export function toldDispositions(told: Retold, moment: Moment, days: readonly string[]) {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: moment.timeZone })
  const unitOf = new Map(told.units.map((unit) => [unit.id, unit]))
  const decided = toldDecisions(told, moment).flatMap((event) => {
    const unit = unitOf.get(event.id)
    const { disposition, overrideReason } = event.data as {
      disposition: string
      overrideReason: object | null
    }
    const date = dayOf.format(Date.parse(event.meta.recordedAt))
    return unit ? [{ unit, date, disposition, overrideReason }] : []
  })
  const today = decided.filter(({ date }) => date === days.at(-1))
  const tally = (of: typeof today) => ({
    resell: count(of, (d) => d.disposition === 'resell'),
    refurbish: count(of, (d) => d.disposition === 'refurbish'),
    scrap: count(of, (d) => d.disposition === 'scrap'),
  })
  return {
    days: days.map((date) => ({ date, ...tally(decided.filter((d) => d.date === date)) })),
    units: today.length,
    pieces: today.reduce((sum, { unit }) => sum + unit.quantity, 0),
    byDisposition: DISPOSITIONS.map((disposition) => ({
      disposition,
      units: count(today, (d) => d.disposition === disposition),
    })),
    byGrade: [...GRADES, null].flatMap((grade) => {
      const of = today.filter(({ unit }) => unit.grade === grade)
      return of.length === 0 ? [] : [{ grade, units: of.length, ...tally(of) }]
    }),
    overridden: count(today, (d) => d.overrideReason !== null),
    value: toldValue(told, moment),
    onTheBench: count(ownUnits(told, moment), (u) => u.state === 'refurbishing'),
  }
}

export function toldBins(told: Retold, moment: Moment) {
  const units = ownUnits(told, moment)
  const inBins = units.filter((unit) => unit.bin !== null)
  const here = units.filter((u) => !['scrapped', 'dispatched'].includes(u.state) && u.missing === null)
  const plates: Record<string, number> = {}
  for (const { bin } of inBins) plates[bin ?? ''] = (plates[bin ?? ''] ?? 0) + 1
  return {
    plates,
    onTheFloor: {
      units: here.length,
      pieces: here.reduce((sum, unit) => sum + unit.quantity, 0),
      inBins: count(here, (u) => u.bin !== null),
    },
  }
}

const STEP_OF: Readonly<Record<string, PersonStep>> = {
  ParcelReceived: 'received',
  UnitRegistered: 'registered',
  UnitInspected: 'inspected',
  UnitClassified: 'decided',
  UnitPutAway: 'put_away',
  RefurbishmentFinished: 'refurbished',
  UnitScrapped: 'left',
  UnitDispatched: 'left',
}

export function toldPeople(told: Retold, moment: Moment, badges: readonly string[]) {
  const anHourAgo = new Date(Date.parse(moment.now) - HOUR).toISOString()
  const [looked = ''] = [anHourAgo, moment.from].sort()
  return badges.flatMap((badge) => {
    const own = told.stood.filter((e) => e.meta.actor.user === badge && e.meta.recordedAt >= looked)
    if (own.length === 0) return []
    const since = (from: string) => own.filter((e) => e.meta.recordedAt >= from)
    const steps = PERSON_STEPS.map((step) => ({
      step,
      lastHour: count(since(anHourAgo), (e) => STEP_OF[e.type] === step),
      today: count(since(moment.from), (e) => STEP_OF[e.type] === step),
    }))
    return [{ badge, steps }]
  })
}
