import { WaitingList, WaitingQuery } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { listed, pageOf } from '../paging.ts'
import type { Place } from './latest.ts'
import { findWaiting } from './waiting.queries.ts'
import { askingAt, kindsFor, waitingItem, waitsFor } from './waiting.ts'

interface Options {
  /** Throws for what is not theirs to see. */
  readonly place: (request: FastifyRequest, wanted: { seller?: string }) => Promise<Place>
  /** Who asks. @throws 401 */
  readonly looker: (request: FastifyRequest) => string
}

/** What waits for whoever asks, one by one. */
export function waitingRoute(app: FastifyInstance, { place, looker }: Options): void {
  app.get<{ Querystring: Static<typeof WaitingQuery> }>(
    '/api/waiting',
    {
      schema: {
        summary: 'What waits for whoever asks, the longest first',
        description:
          'Of one kind, or of all that wait for supervisors. A seller’s user or script gets its own: holds that ask it something, and scrap that it may object to until `until`. The board `waiting` counts the same.',
        tags: ['lists'],
        querystring: WaitingQuery,
        response: { 200: WaitingList },
      },
    },
    async (request) => {
      const byStaff = looker(request) !== 'seller'
      const { kind, seller } = request.query
      const at = await place(request, seller === undefined ? {} : { seller })
      const allowed = kindsFor(byStaff)
      const kinds = kind === undefined ? waitsFor(byStaff) : allowed.filter((one) => one === kind)
      const page = pageOf(request.query, ['text', 'text', 'text'])
      if (kinds.length === 0) return { items: [], nextCursor: null }
      const now = new Date().toISOString()
      const rows = await at.asking(async (on) =>
        findWaiting(on, kinds, await askingAt(on, { ...at, now }), page),
      )
      return listed(
        page,
        rows,
        (row) => [row.since, row.kind, row.key],
        (row) => waitingItem(row, byStaff),
      )
    },
  )
}
