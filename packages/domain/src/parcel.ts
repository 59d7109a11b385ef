/**
 * A parcel is one carrier package that came to the dock. It is found by its tracking number, holds the
 * units that were taken out of it, and remembers which announced returns it answers.
 */
import type { ParcelAnswer, ParcelEvent, Recorded } from './events.ts'
import type { Printed } from './facts.ts'
import {
  type OpenException,
  type Step,
  withExceptions,
  withoutException,
  withoutLastStep,
  withStep,
} from './steps.ts'
import type { Condition, ParcelOutcome, ParcelState } from './words.ts'

export interface ParcelPhoto {
  readonly sha256: string
  readonly angle: string
  readonly takenAt: string
  readonly by: string
}

export interface Parcel {
  readonly id: string
  readonly warehouse: string
  readonly trackingNumber: string
  /** What the scanner read, untouched. */
  readonly raw: string
  /** Further numbers that it is found by: those of its other labels. */
  readonly aliases: readonly string[]
  readonly state: ParcelState
  /** Null: unclaimed. */
  readonly seller: string | null
  readonly condition: Condition | null
  readonly answers: readonly ParcelAnswer[]
  readonly report: { readonly outcome: ParcelOutcome; readonly note: string | null } | null
  readonly units: readonly { readonly lpn: string; readonly unit: string }[]
  /** Pieces registered so far, by line (`lineKey`). */
  readonly registered: Readonly<Record<string, number>>
  readonly photos: readonly ParcelPhoto[]
  /** What is printed on it; absent until somebody wrote it down. */
  readonly printed?: Printed
  /** Nobody claimed it in time: its goods are the warehouse's. Absent otherwise. */
  readonly forfeited?: { readonly at: string; readonly by: string; readonly note: string | null }
  readonly receivedAt: string | null
  readonly receivedBy: string | null
  readonly closedAt: string | null
  readonly closedBy: string | null
  readonly exceptions: readonly OpenException[]
  readonly steps: readonly Step[]
}

/** How a line is known within a parcel: RMA, SKU and its how-manieth occurrence there. */
export function lineKey(line: { rmaNumber: string; sku: string; occurrence: number }): string {
  return `${line.rmaNumber}/${line.sku}/${line.occurrence}`
}

function newParcel(id: string, trackingNumber: string, warehouse: string): Parcel {
  return {
    id,
    warehouse,
    trackingNumber,
    raw: trackingNumber,
    aliases: [],
    state: 'void',
    seller: null,
    condition: null,
    answers: [],
    report: null,
    units: [],
    registered: {},
    photos: [],
    receivedAt: null,
    receivedBy: null,
    closedAt: null,
    closedBy: null,
    exceptions: [],
    steps: [],
  }
}

/** Is the parcel found by this number: its own, or that of another of its labels? */
export const goesBy = (parcel: Pick<Parcel, 'trackingNumber' | 'aliases'>, number: string): boolean =>
  parcel.trackingNumber === number || parcel.aliases.includes(number)

const withAliases = (parcel: Parcel, numbers: readonly string[]): readonly string[] => {
  const others = numbers.filter((number) => !goesBy(parcel, number))
  return others.length === 0 ? parcel.aliases : [...parcel.aliases, ...others]
}

/** A void parcel keeps its number, its photos and who may see it, and nothing of the receipt taken back. */
function neverArrived(parcel: Parcel): Parcel {
  const { id, trackingNumber, warehouse, raw, seller, answers, photos } = parcel
  return { ...newParcel(id, trackingNumber, warehouse), raw, seller, answers, photos }
}

const REPORTED_STATE = { refused: 'refused', misdelivered: 'misdelivered', empty: 'closed' } as const

/** The pieces registered by line, with so many more of one. */
export function count(parcel: Parcel, line: string | null, pieces: number): Record<string, number> {
  if (line === null) return { ...parcel.registered }
  return { ...parcel.registered, [line]: (parcel.registered[line] ?? 0) + pieces }
}

/** What the parcel looks like after the event; `begin` is a parcel that nothing has happened to. */
function apply(parcel: Parcel, event: Recorded<ParcelEvent>): Parcel {
  const { meta } = event
  switch (event.type) {
    case 'ParcelReceived': {
      const { raw, condition, seller, answers } = event.data
      const receipt = { receivedAt: meta.recordedAt, receivedBy: meta.actor.user }
      const aliases = withAliases(parcel, event.data.aliases ?? [])
      return {
        ...parcel,
        ...receipt,
        raw,
        aliases,
        condition,
        seller,
        answers,
        state: 'received',
        report: null,
      }
    }
    case 'ParcelReported': {
      const { outcome, note, seller, answers } = event.data
      const { recordedAt: at, actor } = meta
      // A box that is empty inside did come in; nobody had scanned it yet.
      const receipt = { receivedAt: parcel.receivedAt ?? at, receivedBy: parcel.receivedBy ?? actor.user }
      const closed = outcome === 'empty' ? { ...receipt, closedAt: at, closedBy: actor.user } : {}
      return {
        ...parcel,
        ...closed,
        seller,
        answers,
        report: { outcome, note },
        state: REPORTED_STATE[outcome],
      }
    }
    case 'UnitAdded': {
      const { lpn, unit, line, quantity } = event.data
      const state = parcel.state === 'received' ? 'registered' : parcel.state
      return {
        ...parcel,
        state,
        // A unit that is here already only counts towards a line now.
        units: parcel.units.some((u) => u.unit === unit) ? parcel.units : [...parcel.units, { lpn, unit }],
        registered: count(parcel, line, quantity),
      }
    }
    case 'UnitRemoved': {
      const { unit, line, quantity } = event.data
      const units = parcel.units.filter((u) => u.unit !== unit)
      const state = parcel.state === 'registered' && units.length === 0 ? 'received' : parcel.state
      return { ...parcel, state, units, registered: count(parcel, line, -quantity) }
    }
    case 'ParcelClosed':
      return { ...parcel, state: 'closed', closedAt: meta.recordedAt, closedBy: meta.actor.user }
    case 'ParcelReopened':
      return { ...parcel, state: 'reopened', closedAt: null, closedBy: null, report: null }
    case 'ParcelDescribed':
      return { ...parcel, printed: { ...parcel.printed, ...event.data.printed } }
    case 'ParcelForfeited':
      return {
        ...parcel,
        forfeited: { at: meta.recordedAt, by: meta.actor.user, note: event.data.note },
      }
    case 'ParcelClaimed':
      return { ...parcel, seller: event.data.seller, answers: [...parcel.answers, ...event.data.answers] }
    case 'ParcelAliased': {
      const { numbers, answers } = event.data
      const joined = answers.length > 0 ? [...parcel.answers, ...answers] : parcel.answers
      return { ...parcel, aliases: withAliases(parcel, numbers), answers: joined }
    }
    case 'ParcelMatched':
      return { ...parcel, answers: [...parcel.answers, ...event.data.answers] }
    case 'PhotoAttached':
      return { ...parcel, photos: [...parcel.photos, { ...event.data, by: meta.actor.user }] }
    case 'ExceptionSettled':
      return withoutException(parcel, event.data)
    case 'StepTakenBack':
      return withoutLastStep(parcel) ?? neverArrived(parcel)
  }
}

/** Steps of a parcel that a person takes back at the parcel; a unit's registration is taken back at the unit. */
const UNDOABLE = new Set([
  'ParcelReceived',
  'ParcelReported',
  'ParcelClosed',
  'ParcelReopened',
  'ParcelDescribed',
  'ParcelForfeited',
  'ParcelAliased',
  'ExceptionSettled',
])
const NO_STEP = new Set(['PhotoAttached', 'StepTakenBack'])
const RECOUNTS = new Set(['UnitAdded', 'UnitRemoved'])

/** May the step that this event is, or is part of, be taken back at the parcel? */
function isUndoable(parcel: Parcel, event: Recorded<ParcelEvent>): boolean {
  if (event.type === 'ParcelClaimed') return event.data.undoable === true
  const last = parcel.steps.at(-1)
  // What a claim recounts is part of it, and goes back with it.
  if (RECOUNTS.has(event.type) && last?.commandId === event.meta.commandId) return last.undoable
  return UNDOABLE.has(event.type)
}

/**
 * The parcel after one more event.
 * @param parcel null for a parcel that nothing has happened to yet
 * @param id the id of its stream
 */
export function evolveParcel(parcel: Parcel | null, event: Recorded<ParcelEvent>, id: string): Parcel {
  const begun = parcel === null || parcel.state === 'void' ? null : parcel
  const tracking = 'trackingNumber' in event.data ? event.data.trackingNumber : ''
  const base = parcel ?? newParcel(id, tracking, event.meta.warehouse)
  const applied = apply(begun ? base : { ...base, steps: [] }, event)
  const noted = withExceptions(applied, 'exceptions' in event.data ? event.data.exceptions : [], event.meta)
  if (NO_STEP.has(event.type)) return noted
  return withStep(begun, noted, event, isUndoable(base, event))
}
