import type { Queryable } from '../db/pool.ts'
import { type DecisionKey, findDecisions, findStories, type Span } from './report.queries.ts'
import { type OwnedRow, rowsOf } from './rows.ts'

/** Runs a question on a connection that sees what the asker may see. */
export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** Rows that are told at a time: what a report of any length holds in memory. */
const PAGE = 250

/**
 * The decisions of a span, told from the ledger, in their order, a page at a time: nobody's slow line holds a transaction.
 * @param dayOf the business day of an instant
 */
export async function* tellDecisions(
  asking: Asking,
  span: Span,
  dayOf: (instant: string) => string,
): AsyncGenerator<OwnedRow[]> {
  let after: DecisionKey | null = null
  for (;;) {
    const last: DecisionKey | null = after
    const [decisions, rows] = await asking(async (on) => {
      const found = await findDecisions(on, span, last, PAGE)
      const units = [...new Set(found.map((d) => d.unit))]
      const stories = units.length === 0 ? [] : await findStories(on, units, span.until)
      return [found, rowsOf(found, stories, dayOf)] as const
    })
    yield rows
    after = decisions.at(-1) ?? null
    if (decisions.length < PAGE || after === null) return
  }
}

/** Asks for the next page while the last one is on its way out, and for no more than that one. */
export async function* oneAhead<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = pages.next()
  try {
    for (;;) {
      const page = await next
      if (page.done) return
      next = pages.next()
      // Where nobody waits for it any more, it must not end the process.
      next.catch(() => {})
      yield page.value
    }
  } finally {
    await pages.return(undefined)
  }
}
