import { CLOCKS, type ClockName } from '@restow/contracts'
import { type ClockRow, type ClockTargets, SOON_SECONDS } from './clocks.ts'
import type { InOrder } from './in-order.ts'
import type { Running } from './lying.ts'
import type { Stock } from './stock.ts'

/** What runs against the clock. Times are in milliseconds since 1970. */

/** With how much is left of its target, in milliseconds: below zero it is broken. */
export type Due = Running & { readonly target: number; readonly left: number }

export const isoOf = (time: number): string | null =>
  Number.isFinite(time) ? new Date(time).toISOString() : null

interface Count {
  running: number
  broken: number
  breaking: number
  oldestBroken: number
  nextLeft: number
}

/** The first so many of what is told one by one, by when they are due. */
const soonest = (all: readonly Due[], most: number): Due[] =>
  [...all].sort((a, b) => a.left - b.left || (a.id < b.id ? -1 : 1)).slice(0, most)

/** How the clocks stand, and what breaks next: however many are broken, those that can still be helped are among them. */
export class Clocks {
  readonly #counts = new Map<ClockName, Count>(
    CLOCKS.map((clock) => [
      clock,
      { running: 0, broken: 0, breaking: 0, oldestBroken: Infinity, nextLeft: Infinity },
    ]),
  )
  readonly #broken: Due[] = []
  readonly #coming: Due[] = []
  readonly #now: number
  readonly #most: number

  /** @param most how many of either are named */
  constructor(stocks: Iterable<Stock>, now: number, targets: ClockTargets, most = 0) {
    this.#now = now
    this.#most = most
    for (const { seller, running } of stocks)
      for (const clock of CLOCKS) this.#add(clock, running[clock], targets.of(clock, seller) * 1000)
  }

  /** Those of one clock and one target: the longer one runs, the sooner it is due. */
  #add(clock: ClockName, running: InOrder<Running>, target: number): void {
    const count = this.#counts.get(clock) as Count
    const began = this.#now - target
    const broken = running.countBy(began)
    const breaking = running.countBy(began + SOON_SECONDS * 1000) - broken
    count.running += running.size
    count.broken += broken
    count.breaking += breaking
    if (broken > 0) count.oldestBroken = Math.min(count.oldestBroken, running.since)
    if (breaking > 0) {
      const [next] = running.slice(broken, broken + 1)
      if (next) count.nextLeft = Math.min(count.nextLeft, next.started - began)
    }
    const most = this.#most
    const due = ({ kind, id, clock, seller, started, bin }: Running): Due => ({
      ...{ kind, id, clock, seller, started, bin, target },
      left: started - began,
    })
    this.#broken.push(...running.slice(0, Math.min(most, broken)).map(due))
    this.#coming.push(...running.slice(broken, broken + most).map(due))
  }

  get rows(): ClockRow[] {
    return [...this.#counts].map(([clock, { running, broken, breaking, oldestBroken, nextLeft }]) => ({
      ...{ clock, running, broken, breaking, oldestBroken: isoOf(oldestBroken) },
      nextSeconds: Number.isFinite(nextLeft) ? nextLeft / 1000 : null,
    }))
  }

  get next(): Due[] {
    return [...soonest(this.#broken, this.#most), ...soonest(this.#coming, this.#most)]
  }
}
