import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Database } from '../db/pool.ts'
import { notFound } from '../problem.ts'
import { whatIsThere } from './demo.queries.ts'
import { demoSheet, type SuggestBin } from './demo-sheet.ts'

const Codes = Type.Array(Type.Object({ code: Type.String(), label: Type.String() }))
const DemoSheet = Type.Object({
  badges: Codes,
  parcels: Codes,
  products: Codes,
  plates: Codes,
  bins: Codes,
  wrong: Codes,
})

/** What there is to scan, for whoever opens a demo: nobody needs to be signed in, and elsewhere it is not there. */
export function demoSheetRoutes(
  app: FastifyInstance,
  { db, suggestBin }: { db: Database; suggestBin: SuggestBin },
): void {
  const schema = {
    summary: 'Codes of the demo to scan; 404 without demo data',
    tags: ['floor'],
    response: { 200: DemoSheet },
  }
  app.get('/api/demo', { schema }, async (_request, reply) => {
    if ((await whatIsThere(db.staff)) !== 'demo') throw notFound('demo data')
    reply.header('cache-control', 'no-store')
    return demoSheet(db.staff, suggestBin)
  })
}
