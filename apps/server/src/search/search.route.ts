import { SearchAnswer, SearchQuery } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { type Searcher, search } from './search.ts'

interface Options {
  /** Throws where nobody is signed in; a seller's user sees its own and nothing else. */
  readonly searcher: (
    request: FastifyRequest,
  ) => Searcher & { asking: <T>(question: (on: Queryable) => Promise<T>) => Promise<T> }
}

/** One box that finds whatever somebody knows a number or a name of. */
export function searchRoutes(app: FastifyInstance, { searcher }: Options): void {
  app.get<{ Querystring: Static<typeof SearchQuery> }>(
    '/api/search',
    { schema: { tags: ['lists'], querystring: SearchQuery, response: { 200: SearchAnswer } } },
    (request) => {
      const { asking, ...who } = searcher(request)
      return asking((on) => search(on, request.query.q, who))
    },
  )
}
