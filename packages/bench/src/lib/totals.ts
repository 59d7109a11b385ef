import { exponentOf } from '@restow/domain'

/** Pieces and value by currency, counted apart from the product's own importer. */
export interface Totals {
  readonly pieces: number
  /** Minor units, by currency in alphabetical order. */
  readonly value: Record<string, number>
}

const sorted = (value: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))

/** What an Amazon returns file adds up to. */
export function readTotals(file: string): { lines: number; trackings: string[]; totals: Totals } {
  const [header = '', ...rows] = file.split(/\r?\n/).filter((line) => line !== '')
  const names = header.split('\t')
  const column = (row: string[], name: string): string => row[names.indexOf(name)]?.trim() ?? ''
  const value: Record<string, number> = {}
  let pieces = 0
  const trackings = rows.map((line) => {
    const row = line.split('\t')
    const currency = column(row, 'Currency code')
    const quantity = Number(column(row, 'Return quantity'))
    const amount = Math.round(Number(column(row, 'Order Amount')) * 10 ** exponentOf(currency))
    value[currency] =
      (value[currency] ?? 0) + Math.round((amount * quantity) / Number(column(row, 'Order quantity')))
    pieces += quantity
    return column(row, 'Tracking ID')
  })
  return { lines: rows.length, trackings, totals: { pieces, value: sorted(value) } }
}

/** What the warehouse's units add up to. */
export function totalsOf(
  units: readonly { quantity: number; line: { currency: string; valueMinor: number | null } | null }[],
): Totals {
  const value: Record<string, number> = {}
  for (const { line } of units)
    if (line) value[line.currency] = (value[line.currency] ?? 0) + (line.valueMinor ?? 0)
  return { pieces: units.reduce((sum, u) => sum + u.quantity, 0), value: sorted(value) }
}
