import type { DispositionReport, ReportRow } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { type KeptSpan, type RowKey, readJsonRows, sumUpTook, type TextPage } from './kept.queries.ts'
import { dayOfLive, type Report } from './report.ts'
import { oneAhead, tellDecisions } from './told.ts'
import { dockToDecision, Totals } from './totals.ts'

export type Ends = Pick<DispositionReport, 'totals' | 'dockToDecision'>

type ReadsPage = (on: Queryable, span: KeptSpan, after: RowKey | null) => Promise<TextPage | null>

/** The rows of a report, in their order, in constant memory: closed days as they were kept, then what is told live. */
export class ReportRows {
  readonly #report: Report
  readonly #totals = new Totals()

  constructor(report: Report) {
    this.#report = report
    for (const { totals } of report.closed?.days ?? []) this.#totals.addTotals(totals)
  }

  /** What was kept of closed days, as text. */
  kept(reads: ReadsPage): AsyncGenerator<TextPage> {
    return oneAhead(this.#pages(reads))
  }

  async *#pages(reads: ReadsPage): AsyncGenerator<TextPage> {
    const { closed, asking } = this.#report
    let left = closed?.rows ?? 0
    let after: RowKey | null = null
    while (closed && left > 0) {
      const last: RowKey | null = after
      const page: TextPage | null = await asking((on) => reads(on, closed, last))
      // What was kept is never taken away: a report that ended early would be taken for a whole one.
      if (!page) throw new Error(`${left} rows of a closed report are missing`)
      yield page
      left -= page.count
      // Only where it ended: the page itself would be kept until the next one is there.
      after = { day: page.day, n: page.n }
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

  /** The rows of closed days. @param most about so many, where not all of them are wanted */
  async *closed(most = Number.POSITIVE_INFINITY): AsyncGenerator<ReportRow[]> {
    let seen = 0
    for await (const { texts, count } of this.kept(readJsonRows)) {
      for (const text of texts) yield JSON.parse(`[${text}]`) as ReportRow[]
      seen += count
      if (seen >= most) return
    }
  }

  /** All rows. */
  async *all(): AsyncGenerator<ReportRow[]> {
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
