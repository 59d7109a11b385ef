import type { BoardBin } from '@restow/contracts'
import { TARGET_SECONDS } from './clocks.ts'
import type { HallBin, Lying } from './hall.ts'

const A_DAY_MS = 86_400_000

/** What lies in one bin, summed up. */
export class Tally {
  readonly bin: HallBin
  plates = 0
  pieces = 0
  exceptions = 0
  overADay = 0
  held = 0
  late = 0
  misplaced = 0
  /** Since when, in milliseconds since 1970: the oldest unit, the longest held, the longest past its target. */
  oldest = Number.POSITIVE_INFINITY
  heldSince = Number.POSITIVE_INFINITY
  lateSince = Number.POSITIVE_INFINITY
  readonly sellers: Record<string, number> = {}

  constructor(bin: HallBin) {
    this.bin = bin
  }

  add(unit: Lying, now: number): void {
    this.plates += 1
    this.pieces += unit.quantity
    this.exceptions += unit.exceptions
    if (unit.registered < this.oldest) this.oldest = unit.registered
    if (unit.registered < now - A_DAY_MS) this.overADay += 1
    if (unit.held) {
      this.held += 1
      if (unit.since < this.heldSince) this.heldSince = unit.since
    }
    if (unit.clock && unit.started <= now - TARGET_SECONDS[unit.clock] * 1000) {
      this.late += 1
      if (unit.started < this.lateSince) this.lateSince = unit.started
    }
    if (!unit.zones.includes(this.bin.zone)) this.misplaced += 1
    const seller = unit.seller ?? ''
    this.sellers[seller] = (this.sellers[seller] ?? 0) + 1
  }

  /** As the board has it: what there is none of is left out, since there are twenty thousand of them. */
  boardBin(now: number): BoardBin {
    const { bin, plates, pieces, exceptions, held, late, misplaced } = this
    const { code, capacity, place } = bin
    const isEmpty = plates === 0
    return {
      ...{ code, plates, capacity, exceptions },
      oldestSeconds: isEmpty ? null : Math.max(0, Math.floor((now - this.oldest) / 1000)),
      ...(isEmpty ? {} : { oldestAt: Math.floor(this.oldest / 1000), sellers: this.sellers }),
      ...(pieces === plates ? {} : { pieces }),
      ...(held > 0 ? { held } : {}),
      ...(late > 0 ? { late } : {}),
      ...(misplaced > 0 ? { misplaced } : {}),
      ...(place ? { place } : {}),
    }
  }
}
