import { CLOCKS, type ClockName } from '@restow/contracts'
import type { Disposition, ParcelState, UnitState } from '@restow/domain'
import { ByQuarter } from './by-quarter.ts'
import { A_DAY_MS } from './clocks.ts'
import { InOrder } from './in-order.ts'
import type { Box, Lying, Running } from './lying.ts'

const isRunning = <T extends Lying | Box>(one: T): one is T & Running => one.clock !== null

/** One more in an order, or one less. */
function change<T extends { readonly id: string }>(order: InOrder<T>, one: T, by: 1 | -1): void {
  if (by === 1) order.put(one)
  else order.remove(one)
}

/** Units at one step of the flow. */
class UnitsAt {
  pieces = 0
  held = 0
  readonly units = new InOrder<Lying>(({ since }) => since)
  readonly by = new Map<Disposition | null, number>()

  count(unit: Lying, by: 1 | -1): void {
    change(this.units, unit, by)
    this.pieces += by * unit.quantity
    if (unit.held) this.held += by
    this.by.set(unit.disposition, (this.by.get(unit.disposition) ?? 0) + by)
  }
}

/**
 * What there is of one seller's goods, or of nobody's, counted as it comes and goes: a board that is made of it costs hardly more
 * where more lies there. Times are in milliseconds since 1970.
 */
export class Stock {
  readonly seller: string | null
  /** In the house. */
  readonly sums = { units: 0, pieces: 0, inBins: 0 }
  readonly steps = new Map<UnitState, UnitsAt>()
  /** That are not done with, by when they came in. */
  readonly parcels = new Map<ParcelState, InOrder<Box>>()
  /** That nobody has claimed, nor given up on. */
  readonly unclaimed = new InOrder<Box>(({ received }) => received)
  readonly running: Readonly<Record<ClockName, InOrder<Running>>>
  /** What happened of late. */
  readonly lately = {
    ...{ registered: new ByQuarter(), shelved: new ByQuarter(), left: new ByQuarter() },
    ...{ arrived: new ByQuarter(), closed: new ByQuarter() },
    /** Shelved within a day of its decision. */
    nextDay: new ByQuarter(),
  }

  constructor(seller: string | null) {
    this.seller = seller
    const orders = CLOCKS.map((clock) => [clock, new InOrder<Running>(({ started }) => started)])
    this.running = Object.fromEntries(orders) as Record<ClockName, InOrder<Running>>
  }

  countUnit(unit: Lying, by: 1 | -1): void {
    if (!unit.hasLeft) this.#at(unit.state).count(unit, by)
    this.#countClock(unit, by)
    const { registered, shelved, left, nextDay } = this.lately
    registered.count(unit.registered, by)
    shelved.count(unit.shelved, by)
    if (unit.shelved - unit.classified <= A_DAY_MS) nextDay.count(unit.shelved, by)
    left.count(unit.left, by)
    if (!unit.isHere) return
    this.sums.units += by
    this.sums.pieces += by * unit.quantity
    if (unit.bin !== null) this.sums.inBins += by
  }

  countBox(box: Box, by: 1 | -1): void {
    if (!box.isDone) change(this.#in(box.state), box, by)
    if (box.isNobodys) change(this.unclaimed, box, by)
    this.#countClock(box, by)
    this.lately.arrived.count(box.received, by)
    this.lately.closed.count(box.closed, by)
  }

  /** What happened before is asked for no more. */
  forget(before: number): void {
    for (const counts of Object.values(this.lately)) counts.forget(before)
  }

  #countClock(one: Lying | Box, by: 1 | -1): void {
    if (isRunning(one)) change(this.running[one.clock], one, by)
  }

  #at(state: UnitState): UnitsAt {
    const known = this.steps.get(state) ?? new UnitsAt()
    this.steps.set(state, known)
    return known
  }

  #in(state: ParcelState): InOrder<Box> {
    const known = this.parcels.get(state) ?? new InOrder<Box>(({ received }) => received)
    this.parcels.set(state, known)
    return known
  }
}
