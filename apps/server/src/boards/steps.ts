import type { Disposition, ParcelState, UnitState } from '@restow/domain'
import type { Hall } from './hall.ts'
import type { Box, Lying } from './lying.ts'

/** How many are at each step of the flow, and since when the first of them. Times are in milliseconds since 1970. */

class AtStep {
  units = 0
  pieces = 0
  held = 0
  since = Number.POSITIVE_INFINITY
  readonly by = new Map<Disposition | null, number>()

  count(disposition: Disposition | null, units: number, pieces: number): void {
    this.units += units
    this.pieces += pieces
    this.by.set(disposition, (this.by.get(disposition) ?? 0) + units)
  }

  add({ disposition, quantity, held, since }: Lying): void {
    this.count(disposition, 1, quantity)
    if (held) this.held += 1
    if (since < this.since) this.since = since
  }
}

class Boxes {
  parcels = 0
  /** Infinite where there are none, or where they no longer grow older. */
  since = Number.POSITIVE_INFINITY

  add({ received }: Box): void {
    this.parcels += 1
    if (received < this.since) this.since = received
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

  addUnit(unit: Lying, from: number): void {
    if (!unit.hasLeft) this.units(unit.state).add(unit)
    if (unit.registered >= from) this.today.registered += 1
    if (unit.shelved >= from) this.today.shelved += 1
    if (unit.left >= from) this.today.left += 1
  }

  addBox(box: Box, from: number, unclaimedBy: number): void {
    if (!box.isDone) this.parcels(box.state).add(box)
    if (box.isNobodys) {
      this.unclaimed.add(box)
      if (box.received <= unclaimedBy) this.unclaimedPast.add(box)
    }
    if (box.received >= from) this.today.arrived += 1
    if (box.closed >= from) this.today.closed += 1
  }
}

/**
 * Of one seller's goods, or of all. What has left, or is done with, no longer grows older.
 * @param from when the day began
 * @param unclaimedBy what came in by then and is nobody's is past its time; NaN where there is no rule
 */
export function countSteps(hall: Hall, seller: string | null, from: number, unclaimedBy: number): Steps {
  const steps = new Steps()
  const isOurs = (one: { readonly seller: string | null }) => seller === null || one.seller === seller
  for (const unit of hall.units) if (isOurs(unit)) steps.addUnit(unit, from)
  for (const box of hall.boxes) if (isOurs(box)) steps.addBox(box, from, unclaimedBy)
  for (const row of hall.gone) {
    if (!isOurs(row)) continue
    if (row.kind === 'unit') steps.units(row.state as UnitState).count(row.disposition, row.n, row.pieces)
    else steps.parcels(row.state as ParcelState).parcels += row.n
  }
  return steps
}
