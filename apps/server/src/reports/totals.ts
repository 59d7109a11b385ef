import type { DispositionReport, ReportRow, ReportTotal, WireMoney } from '@restow/contracts'
import { DISPOSITIONS, type Disposition, decimalOf } from '@restow/domain'

const SAME_DAY_S = 24 * 3600

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

/** Adds up rows as they go by, so that none of them has to be kept. Decisions that were taken back do not count. */
export class Totals {
  readonly #sums = new Map<Disposition, Sum>(
    DISPOSITIONS.map((d) => [d, { units: 0, pieces: 0, value: new Map(), recovered: new Map() }]),
  )
  readonly #took: number[] = []

  add(row: ReportRow): void {
    const sum = this.#sums.get(row.disposition)
    if (row.takenBack || !sum) return
    sum.units += 1
    sum.pieces += row.quantity
    put(sum.value, row.value)
    put(sum.recovered, row.recovered)
    // A decision after a repair says nothing of how long the dock took.
    if (row.dockToDecision !== null && row.supersedes === null) this.#took.push(row.dockToDecision)
  }

  #total(disposition: Disposition): ReportTotal {
    const sum = this.#sums.get(disposition)
    if (!sum) return { units: 0, pieces: 0, value: [], recovered: [] }
    return { ...sum, value: moneys(sum.value), recovered: moneys(sum.recovered) }
  }

  /** What the report ends with. */
  end(): Pick<DispositionReport, 'totals' | 'dockToDecision'> {
    const took = this.#took.sort((a, b) => a - b)
    const sameDay = took.filter((s) => s <= SAME_DAY_S).length
    const share = took.length === 0 ? null : Math.round((sameDay / took.length) * 10_000) / 10_000
    const [resell, refurbish, scrap] = DISPOSITIONS.map((d) => this.#total(d)) as [
      ReportTotal,
      ReportTotal,
      ReportTotal,
    ]
    return {
      totals: { resell, refurbish, scrap },
      dockToDecision: { median: took[Math.floor((took.length - 1) / 2)] ?? null, sameDayShare: share },
    }
  }
}
