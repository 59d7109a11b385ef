import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/pool.ts'
import { openCloser } from './closer.ts'

interface Options {
  readonly db: Database
  /** Whether this node closes days when it is its turn. */
  readonly closesDays?: boolean
}

/** Closes business days for as long as the server runs. Who is to hear of closed days reads them from the database. */
export function closeDays(app: FastifyInstance, { db, closesDays = false }: Options): void {
  if (!closesDays) return
  let closer: ReturnType<typeof openCloser> | null = null
  app.addHook('onReady', async () => {
    closer = openCloser(
      db,
      ({ warehouse, day, position }) =>
        app.log.info({ warehouse, day, position }, 'a business day is closed'),
      (err) => app.log.warn({ err }, 'business days are closed again in a moment'),
    )
  })
  app.addHook('onClose', () => closer?.close())
}
