import { CopyQuery, DEFAULT_COPY_PAGE } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '../db/pool.ts'
import { type AnnouncedById, copyQuestions } from './copy.queries.ts'
import { copyPage } from './copy.ts'

interface Options {
  readonly db: Database
  /** Throws for anybody else. */
  readonly staff: (request: FastifyRequest) => { readonly warehouse: string }
  readonly announcedById: AnnouncedById
}

/** What a handheld takes with it to go on without the network. */
export function copyRoutes(app: FastifyInstance, { db, staff, announcedById }: Options): void {
  const questions = copyQuestions(announcedById)
  app.get<{ Querystring: CopyQuery }>(
    '/api/copy',
    { schema: { querystring: CopyQuery } },
    (request, reply) => {
      const { warehouse } = staff(request)
      const { cursor = null, limit = DEFAULT_COPY_PAGE } = request.query
      // A browser that keeps answers would have all of it on its disk once more.
      reply.header('cache-control', 'no-store')
      return db.inOneSnapshot((on) => copyPage(on, questions, { warehouse, cursor, limit: Number(limit) }))
    },
  )
}
