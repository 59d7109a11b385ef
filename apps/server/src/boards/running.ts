import { CLOCKS, type ClockName } from '@restow/contracts'
import { type ClockRow, type ClockTargets, SOON_SECONDS } from './clocks.ts'
import type { Hall } from './hall.ts'
import type { Running } from './lying.ts'

/** What runs against the clock. Times are in milliseconds since 1970. */

/** With how much is left of its target, in milliseconds: below zero it is broken. */
export type Due = Running & { readonly target: number; readonly left: number }

export const isoOf = (time: number): string | null =>
  Number.isFinite(time) ? new Date(time).toISOString() : null

/** Of one seller's goods, or of all: those whose clock runs, and the parcels that wait at the dock. */
export function runningIn(hall: Hall, seller: string | null): Running[] {
  const all = [...hall.running, ...hall.atDock]
  return seller === null ? all : all.filter((one) => one.seller === seller)
}

/** The first so many of what is told one by one, by when they are due. */
class Soonest {
  readonly #most: number
  readonly all: Due[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Most of very many are not among them: nothing is made of those. */
  put(one: Running, target: number, left: number): void {
    const isSooner = (due: Due) => due.left < left || (due.left === left && due.id < one.id)
    const last = this.all.at(-1)
    if (this.#most === 0 || (last && this.all.length === this.#most && isSooner(last))) return
    const at = this.all.findIndex((due) => !isSooner(due))
    const { kind, id, clock, seller, started, bin } = one
    this.all.splice(at < 0 ? this.all.length : at, 0, { kind, id, clock, seller, started, bin, target, left })
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
    for (const one of all) this.#run(one, now, targets.of(one.clock, one.seller) * 1000)
  }

  #run(one: Running, now: number, target: number): void {
    const count = this.#counts.get(one.clock) as Count
    const left = one.started + target - now
    count.running += 1
    if (left <= 0) {
      count.broken += 1
      if (one.started < count.oldestBroken) count.oldestBroken = one.started
    } else if (left <= SOON_SECONDS * 1000) {
      count.breaking += 1
      if (left < count.nextLeft) count.nextLeft = left
    }
    if (left <= 0) this.#broken.put(one, target, left)
    else this.#coming.put(one, target, left)
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
