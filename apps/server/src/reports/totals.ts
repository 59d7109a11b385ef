import type { DispositionReport, ReportRow, ReportTotal, WireMoney } from '@restow/contracts'
import { DISPOSITIONS, type Disposition, decimalOf } from '@restow/domain'

export type AllTotals = DispositionReport['totals']
type Took = DispositionReport['dockToDecision']

interface Sum {
  units: number
  pieces: number
  readonly value: Map<string, number>
  readonly recovered: Map<string, number>
}

function put(sums: Map<string, number>, money: WireMoney | null): void {
  if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.minor)
}

const moneys = (sums: Map<string, number>): WireMoney[] =>
  [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ minor, currency, decimal: decimalOf(minor, currency) }))

/** Seconds from the dock to the decision, of a row that counts: one after a repair says nothing of how long the dock took. */
export const tookOf = ({ takenBack, supersedes, dockToDecision }: ReportRow): number | null =>
  takenBack || supersedes !== null ? null : dockToDecision

/** Adds up rows as they go by, so that none of them has to be kept. Decisions that were taken back do not count. */
export class Totals {
  readonly #sums: Readonly<Record<Disposition, Sum>> = {
    resell: { units: 0, pieces: 0, value: new Map(), recovered: new Map() },
    refurbish: { units: 0, pieces: 0, value: new Map(), recovered: new Map() },
    scrap: { units: 0, pieces: 0, value: new Map(), recovered: new Map() },
  }
  /** Of the rows that count, in seconds. */
  readonly took: number[] = []

  add(row: ReportRow): void {
    if (row.takenBack) return
    const sum = this.#sums[row.disposition]
    sum.units += 1
    sum.pieces += row.quantity
    put(sum.value, row.value)
    put(sum.recovered, row.recovered)
    const took = tookOf(row)
    if (took !== null) this.took.push(took)
  }

  /** Adds what other rows added up to. */
  addTotals(totals: AllTotals): void {
    for (const disposition of DISPOSITIONS) {
      const sum = this.#sums[disposition]
      const { units, pieces, value, recovered } = totals[disposition]
      sum.units += units
      sum.pieces += pieces
      for (const money of value) put(sum.value, money)
      for (const money of recovered) put(sum.recovered, money)
    }
  }

  #total(disposition: Disposition): ReportTotal {
    const { units, pieces, value, recovered } = this.#sums[disposition]
    return { units, pieces, value: moneys(value), recovered: moneys(recovered) }
  }

  all(): AllTotals {
    return {
      resell: this.#total('resell'),
      refurbish: this.#total('refurbish'),
      scrap: this.#total('scrap'),
    }
  }
}

/** A part of a whole, 0 to 1; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** @param within how many of them took no longer than a day */
export const dockToDecision = (median: number | null, count: number, within: number): Took => ({
  median,
  sameDayShare: shareOf(within, count),
})
