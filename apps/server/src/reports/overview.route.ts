import { OverviewQuery, ReturnsOverview } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { ProblemError, sellerUnknown } from '../problem.ts'
import { type Days, daysBetween } from './asked.ts'
import { addDays, dayAt } from './business-day.ts'
import { KeptSums } from './kept-sums.ts'
import { overviewOf, type Undecided } from './overview.ts'
import { readReport } from './report.ts'
import type { Asking } from './told.ts'

type Asked = Static<typeof OverviewQuery>

export interface OverviewPlace {
  readonly warehouse: string
  readonly timeZone: string
  readonly asking: Asking
}
interface Options {
  /** Throws for what is not theirs to see. */
  readonly place: (request: FastifyRequest, wanted: Asked) => Promise<OverviewPlace>
  /** What of a seller's waits to be decided now. */
  readonly undecided: (request: FastifyRequest, at: OverviewPlace, seller: string) => Promise<Undecided>
}

const USUAL_DAYS = 30
const USUAL_PRODUCTS = 100

/** @throws 400 date_needed, date_unknown, dates_reversed, range_too_long */
function daysAsked({ from, to }: Asked, today: string): Days {
  if (from === undefined && to === undefined) return { from: addDays(today, 1 - USUAL_DAYS), to: today }
  if (from === undefined || to === undefined)
    throw new ProblemError(
      400,
      'date_needed',
      `Say both days, from= and to=, or neither for the last ${USUAL_DAYS}.`,
    )
  return daysBetween(from, to)
}

/** What became of a seller's goods over many days. */
export function overviewRoute(app: FastifyInstance, { place, undecided }: Options): void {
  const kept = new KeptSums()
  const schema = { tags: ['reports'], querystring: OverviewQuery, response: { 200: ReturnsOverview } }
  app.get<{ Querystring: Asked }>('/api/reports/overview', { schema }, async (request, reply) => {
    const { seller, by = 'day', products } = request.query
    const at = await place(request, request.query)
    const { warehouse, timeZone, asking } = at
    const now = Date.now()
    const days = daysAsked(request.query, dayAt(new Date(now).toISOString(), timeZone))
    const report = await readReport(asking, { seller, warehouse, timeZone, ...days }, now)
    if (!report) throw sellerUnknown(seller)
    reply.header('cache-control', 'no-store').header('vary', 'cookie, authorization')
    const waits = await undecided(request, at, seller)
    const most = products ? Number(products) : USUAL_PRODUCTS
    return overviewOf(report, kept, { by, most }, waits)
  })
}
