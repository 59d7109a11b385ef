import type { ExceptionNote, NewEvent } from './events.ts'
import type { Act, Bin, Checklist, ExpectedReturn, Product, Seller, UnclaimedPolicy } from './facts.ts'
import type { Parcel } from './parcel.ts'
import type { RejectionCode, RejectionFacts } from './rejections.ts'
import type { Unit } from './unit.ts'

/** What a rule answers: what then happens, or why it does not. Throwing is for bugs. */
export type Decision = { events: NewEvent[] } | { rejected: RejectionCode; facts: RejectionFacts }

/** All that a rule may look at: the streams that the command names, and what is known beside them. */
export interface Situation {
  /** The parcel that the command names (the open one of that number, else the latest), or the unit's. */
  readonly parcel: Parcel | null
  /** The unit that the command names by its plate. */
  readonly unit: Unit | null
  /** The unit that already carries the new plate of a split or a replacement. */
  readonly plateHolder: Unit | null
  /** Further units: those of a claimed parcel, those in a counted bin and those counted there. */
  readonly others: readonly Unit[]
  readonly known: Known
}

/** One number that a label may stand for. */
export interface LabelNumber {
  readonly number: string
  /** The parcel that goes by it: the open one, else the latest. */
  readonly parcel: Parcel | null
  /** What is announced under it. */
  readonly announced: readonly ExpectedReturn[]
}

export interface Known {
  /** The normalised number of what was scanned as a parcel; empty when none can be read off it. */
  readonly trackingNumber: string
  /** All numbers that the scanned label may stand for, the likeliest first; where a label is scanned. */
  readonly label?: readonly LabelNumber[]
  /** What is announced under that number, or was claimed for that parcel. */
  readonly announced: readonly ExpectedReturn[]
  /** What a claim's evidence (order and product) finds. */
  readonly evidence: readonly ExpectedReturn[]
  readonly sellers: Readonly<Record<string, Seller>>
  /** Products that have the code of the command, of any seller. */
  readonly products: readonly Product[]
  /** By category; `general` stands in for one that has none. */
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly bin: Bin | null
  /** The warehouse's rule for what nobody claims, where the command asks for it. */
  readonly unclaimed?: UnclaimedPolicy | null
}

export type Rule<C> = (situation: Situation, command: C, act: Act) => Decision

export const reject = (rejected: RejectionCode, facts: RejectionFacts = {}): Decision => ({ rejected, facts })

/** One event on a unit's stream. */
export function onUnit<T extends Extract<NewEvent, { stream: { kind: 'unit' } }>['type']>(
  id: string,
  type: T,
  data: Extract<NewEvent, { stream: { kind: 'unit' }; type: T }>['data'],
): NewEvent {
  return { stream: { kind: 'unit', id }, type, data } as NewEvent
}

/** One event on a parcel's stream. */
export function onParcel<T extends Extract<NewEvent, { stream: { kind: 'parcel' } }>['type']>(
  id: string,
  type: T,
  data: Extract<NewEvent, { stream: { kind: 'parcel' }; type: T }>['data'],
): NewEvent {
  return { stream: { kind: 'parcel', id }, type, data } as NewEvent
}

/**
 * Rules that can only be kept beforehand. What was done while offline cannot be undone by refusing it, so
 * there a soft rule leaves an exception on record instead.
 */
export class SoftRules {
  readonly exceptions: ExceptionNote[] = []
  refusal: Decision | null = null
  readonly #act: Act

  constructor(act: Act) {
    this.#act = act
  }

  /** Notes that a soft rule is broken; the first broken one refuses what is being done now. */
  broken(code: 'bin_full' | 'wrong_zone' | 'photos_missing', facts: RejectionFacts): void {
    if (this.#act.performed === 'earlier') this.exceptions.push({ code, facts })
    else this.refusal ??= reject(code, facts)
  }
}

/** A note about what is on record although it should not be; it stops nobody. */
export const note = (code: ExceptionNote['code'], facts: ExceptionNote['facts']): ExceptionNote => ({
  code,
  facts,
})
