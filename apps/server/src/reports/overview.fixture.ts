import type { DispositionReport, ReportRow, WireMoney } from '@restow/contracts'
import { chanceFrom } from '../../../../packages/testkit/src/chance.ts'
import { GOLDEN_ROWS } from './golden.fixture.ts'

/** Rows of reports to add up, and the same sums made of them row by row, as somebody would with the downloaded file. */

const HOUR = 3600
const REASONS = ['defective', 'wrong_size', 'no_longer_wanted', null] as const
const CURRENCIES = ['USD', 'EUR', 'JPY'] as const

/** So many decisions as chance has it: of three currencies, some against the suggestion, taken back, decided again or of nobody's product. */
export function randomRows(seed: string, many: number, products: number): ReportRow[] {
  const chance = chanceFrom(seed)
  const below = (n: number) => Math.floor(chance() * n)
  const [first] = GOLDEN_ROWS
  if (!first) throw new Error('there is no row to begin with')
  return Array.from({ length: many }, (_, i) => {
    const product = below(products)
    const currency = CURRENCIES[below(3)] ?? 'USD'
    const money = (minor: number): WireMoney => ({ minor, currency, decimal: String(minor) })
    const value = chance() < 0.1 ? null : money(100 + below(9000))
    const isAgain = chance() < 0.1
    return {
      ...first,
      ...{ eventId: `${seed}-${i}`, lpn: `RU${i}`, quantity: 1 + below(3) },
      sku: product === 0 ? null : `SKU-${product}`,
      title: product === 0 ? null : `Product ${product} “quoted” \\ ☂ ${'long '.repeat(product % 9)}`,
      reason: REASONS[below(4)] ?? null,
      disposition: (['resell', 'refurbish', 'scrap'] as const)[below(3)] ?? 'scrap',
      ...{ value, recovered: value && chance() < 0.8 ? money(below(9000) - 20) : null },
      ...{ takenBack: chance() < 0.05, supersedes: isAgain ? `${seed}-before` : null },
      dockToDecision: chance() < 0.05 ? null : below(40 * HOUR),
    }
  })
}

function summed(rows: readonly ReportRow[], of: (row: ReportRow) => WireMoney | null) {
  const sums: Record<string, number> = {}
  for (const money of rows.map(of))
    if (money) sums[money.currency] = (sums[money.currency] ?? 0) + money.minor
  return sums
}
export const bySums = (moneys: readonly WireMoney[]) =>
  Object.fromEntries(moneys.map(({ currency, minor }) => [currency, minor]))

const isValued = ({ value, recovered }: ReportRow) => value !== null && recovered !== null

/** The value below or at which such a share of them lies, of those in order. */
const nearest = (share: number, ordered: readonly number[]) =>
  ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null

const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** What these rows add up to. @param target in seconds */
export function addedUp(all: readonly ReportRow[], target: number) {
  const rows = all.filter((row) => !row.takenBack)
  const timed = rows
    .flatMap((row) => (row.supersedes === null && row.dockToDecision !== null ? [row.dockToDecision] : []))
    .sort((a, b) => a - b)
  const of = (disposition: string) => rows.filter((row) => row.disposition === disposition).length
  const within = (seconds: number) => share(timed.filter((took) => took <= seconds).length, timed.length)
  return {
    units: rows.length,
    ...{ resell: of('resell'), refurbish: of('refurbish'), scrap: of('scrap') },
    value: summed(rows, (row) => row.value),
    recovered: summed(rows, (row) => row.recovered),
    lost: summed(rows.filter(isValued), ({ value, recovered }) =>
      value && recovered ? { ...value, minor: value.minor - recovered.minor } : null,
    ),
    unvalued: rows.filter((row) => !isValued(row)).length,
    dockToDecision: {
      ...{ median: nearest(0.5, timed), p90: nearest(0.9, timed) },
      ...{ sameDayShare: within(24 * HOUR), inTargetShare: within(target) },
    },
  }
}

/** How often each reason is in these rows. */
export function reasonsIn(rows: readonly ReportRow[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { reason, takenBack } of rows)
    if (!takenBack) found[reason ?? 'unknown'] = (found[reason ?? 'unknown'] ?? 0) + 1
  return found
}

export const totalsOf = ({ totals }: Pick<DispositionReport, 'totals'>) => ({
  units: totals.resell.units + totals.refurbish.units + totals.scrap.units,
  ...{ resell: totals.resell.units, refurbish: totals.refurbish.units, scrap: totals.scrap.units },
})
