import { LayoutQuery, LayoutReport } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { bounded, MEGABYTE } from './bounded.ts'
import { findPresentBins, putBins, removeBins } from './layout.queries.ts'
import { digestOf, type LayoutPlan, layoutReport, planOf } from './layout-plan.ts'
import { type ReadLayout, readLayout } from './read-layout.ts'

const MAX_BYTES = 16 * MEGABYTE

interface Options {
  readonly db: Database
  /** Throws for anybody else. */
  readonly supervisor: (request: FastifyRequest) => { readonly user: string; readonly warehouse: string }
}

const changedMeanwhile = () =>
  new ProblemError(
    409,
    'layout_changed',
    'The bins have changed since this was shown, so nothing was done. Look at the file again.',
  )

/** Does what was shown, all of it or nothing. */
async function apply(
  db: Database,
  { user, warehouse }: { readonly user: string; readonly warehouse: string },
  read: ReadLayout,
  asked: Static<typeof LayoutQuery>,
) {
  return db.settingUp(user, async (on): Promise<{ plan: LayoutPlan; removed: number }> => {
    const plan = planOf(read, await findPresentBins(on, warehouse))
    if (digestOf(plan) !== asked.plan) throw changedMeanwhile()
    const bins = [...plan.added, ...plan.changed]
    if ((await putBins(on, warehouse, bins)) !== bins.length) throw changedMeanwhile()
    const removed = asked.remove === 'true' ? await removeBins(on, warehouse, plan.absent) : 0
    return { plan, removed }
  })
}

/** The layout of the building by a file: first what it would change, then, with that answer, the change. */
export async function layoutRoutes(app: FastifyInstance, { db, supervisor }: Options): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  app.post<{ Querystring: Static<typeof LayoutQuery> }>(
    '/api/imports/layout',
    { schema: { querystring: LayoutQuery, response: { 200: LayoutReport } } },
    async (request) => {
      const by = supervisor(request)
      const { warehouse } = by
      const body = request.body as AsyncIterable<Buffer> | undefined
      if (!body) throw new ProblemError(400, 'file_missing', 'The request holds no file.')
      const read = await readLayout(bounded(body, MAX_BYTES), warehouse)
      if (request.query.plan === undefined)
        return layoutReport(planOf(read, await findPresentBins(db.staff, warehouse)), null)
      const { plan, removed } = await apply(db, by, read, request.query)
      return layoutReport(plan, removed)
    },
  )
}
