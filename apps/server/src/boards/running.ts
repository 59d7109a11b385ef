import { CLOCKS, type ClockName } from '@restow/contracts'
import { type ClockRow, type ClockTargets, SOON_SECONDS } from './clocks.ts'
import type { Hall } from './hall.ts'

/** What runs against the clock. Times are in milliseconds since 1970. */

export interface Running {
  readonly kind: 'unit' | 'parcel'
  readonly id: string
  readonly clock: ClockName
  readonly seller: string | null
  readonly started: number
  readonly bin: string | null
}
/** With how much is left of its target, in milliseconds: below zero it is broken. */
export type Due = Running & { readonly target: number; readonly left: number }

export const isoOf = (time: number): string | null =>
  Number.isFinite(time) ? new Date(time).toISOString() : null

/** Of one seller's goods, or of all. */
export function* runningIn(hall: Hall, seller: string | null): Generator<Running> {
  for (const { id, clock, seller: own, started, bin } of hall.running)
    if (clock && (seller === null || own === seller))
      yield { kind: 'unit', id, clock, seller: own, started, bin }
  for (const { id, state, seller: own, received } of hall.boxes)
    if (state === 'received' && !Number.isNaN(received) && (seller === null || own === seller))
      yield { kind: 'parcel', id, clock: 'register', seller: own, started: received, bin: null }
}

/** The first so many of what is told one by one, by when they are due. */
class Soonest {
  readonly #most: number
  readonly all: Due[] = []

  constructor(most: number) {
    this.#most = most
  }

  put(due: Due): void {
    const isSooner = (one: Due) => one.left < due.left || (one.left === due.left && one.id < due.id)
    const last = this.all.at(-1)
    if (last && this.all.length === this.#most && isSooner(last)) return
    const at = this.all.findIndex((one) => !isSooner(one))
    this.all.splice(at < 0 ? this.all.length : at, 0, due)
    if (this.all.length > this.#most) this.all.pop()
  }
}

interface Count {
  running: number
  broken: number
  breaking: number
  oldestBroken: number
  nextLeft: number
}

/** How the clocks stand, and what breaks next: however many are broken, those that can still be helped are among them. */
export class Clocks {
  readonly #counts = new Map<ClockName, Count>(
    CLOCKS.map((clock) => [
      clock,
      { running: 0, broken: 0, breaking: 0, oldestBroken: Infinity, nextLeft: Infinity },
    ]),
  )
  readonly #broken: Soonest
  readonly #coming: Soonest

  /** @param most how many of either are named */
  constructor(all: Iterable<Running>, now: number, targets: ClockTargets, most = 0) {
    this.#broken = new Soonest(most)
    this.#coming = new Soonest(most)
    for (const one of all) {
      const target = targets.of(one.clock, one.seller) * 1000
      this.#run({ ...one, target, left: one.started + target - now }, most > 0)
    }
  }

  #run(due: Due, named: boolean): void {
    const count = this.#counts.get(due.clock) as Count
    count.running += 1
    if (due.left <= 0) {
      count.broken += 1
      count.oldestBroken = Math.min(count.oldestBroken, due.started)
    } else if (due.left <= SOON_SECONDS * 1000) {
      count.breaking += 1
      count.nextLeft = Math.min(count.nextLeft, due.left)
    }
    if (named) (due.left <= 0 ? this.#broken : this.#coming).put(due)
  }

  get rows(): ClockRow[] {
    return [...this.#counts].map(([clock, { running, broken, breaking, oldestBroken, nextLeft }]) => ({
      ...{ clock, running, broken, breaking, oldestBroken: isoOf(oldestBroken) },
      nextSeconds: Number.isFinite(nextLeft) ? nextLeft / 1000 : null,
    }))
  }

  get next(): Due[] {
    return [...this.#broken.all, ...this.#coming.all]
  }
}
