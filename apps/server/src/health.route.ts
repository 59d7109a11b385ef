import type { FastifyInstance } from 'fastify'
import { type Database, ping } from './db/pool.ts'

/** Is the process alive; can it do its work? */
export function healthRoutes(app: FastifyInstance, { db }: { db: Database }): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const problem = closing ? 'shutting down' : await ping(db.staff)
    if (problem) reply.code(503)
    return { status: problem ? 'not ready' : 'ready', ...(problem ? { problem } : {}) }
  })
}
