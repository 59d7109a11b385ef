import type { BoardBin } from '@restow/contracts'
import { A_DAY_MS, type ClockTargets } from './clocks.ts'
import type { FilledBin, HallBin, Lying, Shelves } from './lying.ts'

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
  /** From then on it sums up to something else although nothing was laid in or taken out. */
  freshUntil = Number.POSITIVE_INFINITY
  /** As the board has it, but for its age. */
  #still: BoardBin | null = null

  constructor(bin: HallBin) {
    this.bin = bin
  }

  add(unit: Lying, now: number, targets: ClockTargets): void {
    this.plates += 1
    this.pieces += unit.quantity
    this.exceptions += unit.exceptions
    if (unit.registered < this.oldest) this.oldest = unit.registered
    if (unit.registered < now - A_DAY_MS) this.overADay += 1
    else this.#changesAt(unit.registered + A_DAY_MS)
    if (unit.held) {
      this.held += 1
      if (unit.since < this.heldSince) this.heldSince = unit.since
    }
    if (unit.clock) this.#clock(unit, targets.of(unit.clock, unit.seller) * 1000, now)
    if (!unit.zones.includes(this.bin.zone)) this.misplaced += 1
    const seller = unit.seller ?? ''
    this.sellers[seller] = (this.sellers[seller] ?? 0) + 1
  }

  #changesAt(time: number): void {
    if (time < this.freshUntil) this.freshUntil = time
  }

  #clock({ started }: Lying, target: number, now: number): void {
    if (started > now - target) return void this.#changesAt(started + target)
    this.late += 1
    if (started < this.lateSince) this.lateSince = started
  }

  /** As the board has it. Of what lies there only the age goes on: all else is written down once. */
  boardBin(now: number): BoardBin {
    this.#still ??= this.#written()
    if (this.plates === 0) return this.#still
    return { ...this.#still, oldestSeconds: Math.max(0, Math.floor((now - this.oldest) / 1000)) }
  }

  /** What there is none of is left out, since there are twenty thousand of them. */
  #written(): BoardBin {
    const { bin, plates, pieces, exceptions, held, late, misplaced } = this
    const { code, capacity, place } = bin
    return {
      ...{ code, plates, capacity, oldestSeconds: null, exceptions },
      ...(plates > 0 ? { oldestAt: Math.floor(this.oldest / 1000), sellers: this.sellers } : {}),
      ...(pieces === plates ? {} : { pieces }),
      ...(held > 0 ? { held } : {}),
      ...(late > 0 ? { late } : {}),
      ...(misplaced > 0 ? { misplaced } : {}),
      ...(place ? { place } : {}),
    }
  }
}

interface Kept {
  readonly tally: Tally
  readonly version: number
  readonly madeAt: number
}

/** The bins of a hall summed up; only those are summed up anew in which something has changed, or become late. */
export class Tallies {
  /** By its place among the bins. */
  #kept: (Kept | undefined)[] = []
  #bins: readonly FilledBin[] = []
  readonly #seller: string | null
  #mark = ''

  /** @param seller whose goods alone are counted; null for all */
  constructor(seller: string | null) {
    this.#seller = seller
  }

  of({ bins }: Shelves, now: number, targets: ClockTargets): Tally[] {
    // By other targets other units are late.
    if (this.#mark !== targets.mark) this.#kept = []
    else if (this.#bins !== bins) this.#moveTo(bins)
    this.#mark = targets.mark
    this.#bins = bins
    return bins.map(({ bin, shelf }, n) => {
      const { units, version } = shelf
      const kept = this.#kept[n]
      if (kept?.version === version && now >= kept.madeAt && now < kept.tally.freshUntil) return kept.tally
      const tally = new Tally(bin)
      for (const unit of units)
        if (this.#seller === null || unit.seller === this.#seller) tally.add(unit, now, targets)
      this.#kept[n] = { tally, version, madeAt: now }
      return tally
    })
  }

  /** Somebody changes the hall: the bins that stay as they were keep what they sum up to. */
  #moveTo(bins: readonly FilledBin[]): void {
    const kept = new Map(this.#kept.map((one) => [one?.tally.bin, one]))
    this.#kept = bins.map(({ bin }) => kept.get(bin))
  }
}
