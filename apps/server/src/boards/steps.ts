import type { Disposition, ParcelState, UnitState } from '@restow/domain'
import type { Hall } from './hall.ts'
import type { InOrder } from './in-order.ts'
import type { Box } from './lying.ts'
import type { Stock } from './stock.ts'

/** How many are at each step of the flow, and since when the first of them. Times are in milliseconds since 1970. */

class AtStep {
  units = 0
  pieces = 0
  held = 0
  /** Infinite where there are none, or where they no longer grow older. */
  since = Number.POSITIVE_INFINITY
  readonly by = new Map<Disposition | null, number>()

  count(disposition: Disposition | null, units: number): void {
    this.units += units
    this.by.set(disposition, (this.by.get(disposition) ?? 0) + units)
  }
}

class Boxes {
  parcels = 0
  /** The same. */
  since = Number.POSITIVE_INFINITY

  add(parcels: number, since: number): void {
    this.parcels += parcels
    this.since = Math.min(this.since, since)
  }
}

export class Steps {
  readonly #units = new Map<UnitState, AtStep>()
  readonly #parcels = new Map<ParcelState, Boxes>()
  readonly unclaimed = new Boxes()
  readonly unclaimedPast = new Boxes()
  readonly today = { arrived: 0, closed: 0, registered: 0, shelved: 0, left: 0 }

  units(step: UnitState): AtStep {
    const known = this.#units.get(step) ?? new AtStep()
    this.#units.set(step, known)
    return known
  }

  parcels(state: ParcelState): Boxes {
    const known = this.#parcels.get(state) ?? new Boxes()
    this.#parcels.set(state, known)
    return known
  }

  add({ steps, parcels, unclaimed, lately }: Stock, from: number, unclaimedBy: number): void {
    for (const [state, { units, pieces, held, by }] of steps) {
      const step = this.units(state)
      step.pieces += pieces
      step.held += held
      step.since = Math.min(step.since, units.since)
      for (const [disposition, n] of by) step.count(disposition, n)
    }
    for (const [state, boxes] of parcels) this.parcels(state).add(boxes.size, boxes.since)
    this.#addUnclaimed(unclaimed, unclaimedBy)
    for (const what of ['arrived', 'closed', 'registered', 'shelved', 'left'] as const)
      this.today[what] += lately[what].since(from)
  }

  #addUnclaimed(boxes: InOrder<Box>, until: number): void {
    this.unclaimed.add(boxes.size, boxes.since)
    const past = Number.isNaN(until) ? 0 : boxes.countBy(until)
    if (past > 0) this.unclaimedPast.add(past, boxes.since)
  }
}

/**
 * Of one seller's goods, or of all. What has left, or is done with, no longer grows older.
 * @param from when the day began
 * @param unclaimedBy what came in by then and is nobody's is past its time; NaN where there is no rule
 */
export function countSteps(hall: Hall, seller: string | null, from: number, unclaimedBy: number): Steps {
  const steps = new Steps()
  for (const stock of hall.stocks(seller)) steps.add(stock, from, unclaimedBy)
  for (const row of hall.gone) {
    if (seller !== null && row.seller !== seller) continue
    if (row.kind === 'parcel') steps.parcels(row.state as ParcelState).parcels += row.n
    else {
      const step = steps.units(row.state as UnitState)
      step.count(row.disposition, row.n)
      step.pieces += row.pieces
    }
  }
  return steps
}
