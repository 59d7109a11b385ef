import { FirstSetUp, FirstSetUpDone, FirstSetUpState } from '@restow/contracts'
import type { Checklist } from '@restow/domain'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/pool.ts'
import { someWarehouse } from './first-set-up.queries.ts'
import { setUpFirst } from './first-set-up.ts'
import type { SetUpCode } from './set-up-code.ts'

interface Options {
  readonly db: Database
  /** What this process told on its console; null where there was a warehouse when it started. */
  readonly code: SetUpCode | null
  /** What the warehouse begins to inspect by. */
  readonly checklists: readonly Checklist[]
  readonly hashSecret: (secret: string) => Promise<string>
}

/** The first warehouse and its admin. Nobody can be signed in yet: the code from the console stands in for that. */
export function firstSetUpRoutes(app: FastifyInstance, { db, code, checklists, hashSecret }: Options): void {
  app.get(
    '/api/first-set-up',
    { schema: { response: { 200: FirstSetUpState } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { needed: !(await someWarehouse(db.tx)) }
    },
  )

  app.post<{ Body: FirstSetUp }>(
    '/api/first-set-up',
    { schema: { body: FirstSetUp, response: { 200: FirstSetUpDone } }, bodyLimit: 8192 },
    (request) => setUpFirst(db.tx, code, request.body, { checklists, hashSecret }),
  )
}
