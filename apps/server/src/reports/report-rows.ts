import type { DispositionReport, ReportRow } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { type KeptSpan, sumUpTook } from './kept.queries.ts'
import { type KeptPage, type RowKey, readJsonRows } from './kept-pages.queries.ts'
import { dayOfLive, type Report } from './report.ts'
import { oneAhead, tellDecisions } from './told.ts'
import { dockToDecision, Totals } from './totals.ts'

export type Ends = Pick<DispositionReport, 'totals' | 'dockToDecision'>

type ReadsPage = (on: Queryable, span: KeptSpan, after: RowKey | null) => Promise<KeptPage>

/** Reads one row after the other, and none before it is wanted: so each is thrown away before the next. */
function* rowsIn({ bytes, ends }: KeptPage): Generator<ReportRow> {
  let begin = 0
  for (const end of ends) {
    yield JSON.parse(bytes.toString('utf8', begin + 1, end)) as ReportRow
    begin = end
  }
}

/** The rows of a report, in their order, in constant memory: closed days as they were kept, then what is told live. */
export class ReportRows {
  readonly #report: Report
  readonly #totals = new Totals()

  constructor(report: Report) {
    this.#report = report
    for (const { totals } of report.closed?.days ?? []) this.#totals.addTotals(totals)
  }

  /** What was kept of closed days, as bytes. */
  kept(reads: ReadsPage): AsyncGenerator<KeptPage> {
    return oneAhead(this.#pages(reads))
  }

  async *#pages(reads: ReadsPage): AsyncGenerator<KeptPage> {
    const { closed, asking } = this.#report
    let left = closed?.rows ?? 0
    let after: RowKey | null = null
    while (closed && left > 0) {
      const last: RowKey | null = after
      const page: KeptPage = await asking((on) => reads(on, closed, last))
      // What was kept is never taken away: a report that ended early would be taken for a whole one.
      if (page.count === 0) throw new Error(`${left} rows of a closed report are missing`)
      yield page
      left -= page.count
      // Only where it ended: the page itself would be kept until the next one is there.
      after = page.last
    }
  }

  /** What is not closed yet; it is added up on its way. */
  async *live(): AsyncGenerator<ReportRow[]> {
    const { live, asking } = this.#report
    if (!live) return
    for await (const owned of oneAhead(tellDecisions(asking, live, dayOfLive(this.#report)))) {
      const rows = owned.map(({ row }) => row)
      for (const row of rows) this.#totals.add(row)
      if (rows.length > 0) yield rows
    }
  }

  /** The rows of closed days. */
  async *closed(): AsyncGenerator<Iterable<ReportRow>> {
    for await (const page of this.kept(readJsonRows)) yield rowsIn(page)
  }

  /** All rows. */
  async *all(): AsyncGenerator<Iterable<ReportRow>> {
    yield* this.closed()
    yield* this.live()
  }

  /** What all of it adds up to, once what is live has gone by. */
  async ends(): Promise<Ends> {
    const { asking, closed } = this.#report
    const took = await asking((on) => sumUpTook(on, closed, this.#totals.took))
    return {
      totals: this.#totals.all(),
      dockToDecision: dockToDecision(took.median, took.count, took.within),
    }
  }
}
