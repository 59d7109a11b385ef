import { ImportQuery, ImportReport } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { notFound, sellerUnknown } from '../problem.ts'
import { MEGABYTE } from './bounded.ts'
import { ImportJobs } from './import-jobs.ts'
import { findImport, sellerExists } from './imports.queries.ts'
import type { Matching, Who } from './match-arrived.ts'
import { type ProductFileOptions, productFileRoutes } from './product-file.route.ts'
import { ReturnLines } from './return-lines.ts'

const MAX_BYTES = 256 * MEGABYTE

interface Options extends ProductFileOptions {
  readonly dataDir: string
  readonly matching: Matching
  /** Who may import for this seller; throws for anybody else. */
  readonly importer: (request: FastifyRequest, seller: string) => Who
  /** Null: sees every seller's imports. */
  readonly viewer: (request: FastifyRequest) => string | null
}

/** @throws 404 seller_unknown */
async function known(on: Queryable, seller: string): Promise<void> {
  if (!(await sellerExists(on, seller))) throw sellerUnknown(seller)
}

/** Imports of announced returns and of products: a file as body, whatever its content type says. */
export async function importRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { db, dataDir, matching, importer, viewer } = options
  const jobs = new ImportJobs(db.staff, dataDir, (err, id) =>
    app.log.error({ err, import: id }, 'import failed'),
  )
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  app.addHook('onReady', async () => jobs.endInterrupted())
  app.addHook('onClose', () => jobs.stop())

  app.post<{ Querystring: Static<typeof ImportQuery> }>(
    '/api/imports/returns',
    { schema: { querystring: ImportQuery, response: { 200: ImportReport } } },
    async (request) => {
      const { seller, format } = request.query
      const by = importer(request, seller)
      await known(db.staff, seller)
      const match = async (numbers: readonly string[], since: Date) =>
        (await matching.under(numbers, by, since)).filter((parcel) => parcel.matched).length
      const lines = new ReturnLines(db.staff, seller, format, match)
      return jobs.take(incoming(request, MAX_BYTES), { seller, format, by: by.user }, lines)
    },
  )
  productFileRoutes(app, options, {
    known: (seller) => known(db.staff, seller),
    take: (request, most, begun, lines) => jobs.take(incoming(request, most), begun, lines),
  })

  const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
  app.get<{ Params: Static<typeof Params> }>(
    '/api/imports/:id',
    { schema: { params: Params, response: { 200: ImportReport } } },
    async (request) => {
      const seller = viewer(request)
      const { id } = request.params
      const found =
        seller === null
          ? await findImport(db.staff, id)
          : await db.asSeller(seller, (_, on) => findImport(on, id))
      if (!found) throw notFound('import of that id')
      return found
    },
  )
}

const incoming = (request: FastifyRequest, most: number) => ({
  body: request.body as NodeJS.ReadableStream | undefined,
  bytes: Number(request.headers['content-length'] ?? 0),
  most,
})
