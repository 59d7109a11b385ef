import { createHash, type Hash } from 'node:crypto'
import type { ReportRow } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import type { EndingDay } from './closing.queries.ts'
import { keptLine } from './columns.ts'
import { type KeptRow, keepDayOf, keepRows } from './kept.queries.ts'
import { type Counts, countSteps, NOTHING_COUNTED } from './report.queries.ts'
import { tellDecisions } from './told.ts'
import { Totals, tookOf } from './totals.ts'

/** What one seller's day adds up to while its rows are kept. */
export class KeptReport {
  readonly totals = new Totals()
  readonly #digest: Hash = createHash('sha256')
  rows = 0

  add(seller: string, row: ReportRow): KeptRow {
    const json = JSON.stringify(row)
    this.#digest.update(json).update('\n')
    this.totals.add(row)
    this.rows += 1
    return { seller, n: this.rows, json, csv: keptLine(row), took: tookOf(row) }
  }

  end(day: string, counts: Counts) {
    const digest = this.#digest.update(JSON.stringify(counts)).digest('hex')
    return { day, counts, totals: this.totals.all(), rows: this.rows, digest }
  }
}

/**
 * Keeps all sellers' reports of a day as they are when it is closed: a row for each decision, whose goods they were at
 * midnight, and what was counted. Later claims, moves and photos find them as they are.
 */
export async function keepDay(on: Queryable, ending: EndingDay): Promise<void> {
  const { warehouse, day, begins, ends } = ending
  const span = { warehouse, seller: null, from: begins, until: ends }
  const sellers = new Map<string, KeptReport>()
  const keptFor = (seller: string): KeptReport => {
    const kept = sellers.get(seller) ?? new KeptReport()
    sellers.set(seller, kept)
    return kept
  }
  for await (const owned of tellDecisions(
    (question) => question(on),
    span,
    () => day,
  )) {
    const rows = owned.flatMap(({ seller, row }) =>
      // What is nobody's is in nobody's report.
      seller === null ? [] : [keptFor(seller).add(seller, row)],
    )
    if (rows.length > 0) await keepRows(on, warehouse, day, rows)
  }
  const counts = await countSteps(on, span)
  for (const seller of counts.keys()) keptFor(seller)
  for (const [seller, kept] of [...sellers].sort(([a], [b]) => (a < b ? -1 : 1)))
    await keepDayOf(on, warehouse, seller, kept.end(day, counts.get(seller) ?? NOTHING_COUNTED))
}
