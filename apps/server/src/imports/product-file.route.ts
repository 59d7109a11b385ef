import { Readable } from 'node:stream'
import {
  ImportReport,
  PRODUCT_COLUMNS,
  ProductFilePreview,
  ProductFileQuery,
  ProductsCsvQuery,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Queryable } from '../db/pool.ts'
import { patternsOf } from '../paging.ts'
import { ProblemError } from '../problem.ts'
import { bounded, MEGABYTE, tooLarge } from './bounded.ts'
import type { FileLines } from './file-lines.ts'
import { ProductLines, previewProducts } from './product-lines.ts'
import { cellsOf } from './product-written.ts'
import { findProductsAfter } from './products.queries.ts'

const MAX_BYTES = 32 * MEGABYTE
/** So many products are written at once. */
const PAGE = 1000

type After = readonly [seller: string, sku: string] | null
type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

export interface ProductFileOptions {
  readonly db: Database
  /** Who may set up this seller's products; throws for anybody else. */
  readonly keeper: (request: FastifyRequest, seller: string) => { readonly user: string }
  /** A seller's user sees its own and nothing else. Throws where nobody is signed in. */
  readonly asking: (request: FastifyRequest) => Asking
  /** A line of a file that opens in a spreadsheet, what such a file begins with, and how its texts are written and read back. */
  readonly csv: {
    readonly line: (cells: readonly string[]) => string
    readonly bom: string
    readonly reversible: (text: string) => string
    readonly restored: (text: string) => string
  }
}
interface Jobs {
  readonly known: (seller: string) => Promise<void>
  readonly take: (
    request: FastifyRequest,
    most: number,
    begun: { seller: string; format: string; by: string },
    lines: FileLines,
  ) => Promise<ImportReport>
}

/** Products by file: what a file would do, the taking in of it, and what there is as such a file. */
export function productFileRoutes(app: FastifyInstance, options: ProductFileOptions, jobs: Jobs): void {
  const { db, keeper, csv } = options
  const schema = { tags: ['imports'], querystring: ProductFileQuery }

  app.post<{ Querystring: Static<typeof ProductFileQuery> }>(
    '/api/imports/products',
    { schema: { ...schema, response: { 200: ImportReport } } },
    async (request) => {
      const { seller } = request.query
      const by = keeper(request, seller).user
      await jobs.known(seller)
      const lines = new ProductLines({ db, seller, by, plain: csv.restored })
      return jobs.take(request, MAX_BYTES, { seller, format: 'products', by }, lines)
    },
  )

  app.post<{ Querystring: Static<typeof ProductFileQuery> }>(
    '/api/imports/products/preview',
    { schema: { ...schema, response: { 200: ProductFilePreview } } },
    async (request) => {
      const { seller } = request.query
      keeper(request, seller)
      await jobs.known(seller)
      if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLarge(MAX_BYTES)
      const body = request.body as AsyncIterable<Buffer> | undefined
      if (!body) throw new ProblemError(400, 'file_missing', 'The request holds no file.')
      return previewProducts(db.staff, { seller, plain: csv.restored }, bounded(body, MAX_BYTES))
    },
  )

  app.get<{ Querystring: Static<typeof ProductsCsvQuery> }>(
    '/api/products.csv',
    { schema: { tags: ['set-up'], querystring: ProductsCsvQuery } },
    (request, reply) => {
      const { seller = null, search, template } = request.query
      const asking = options.asking(request)
      const filter = { seller, search: patternsOf(search) }
      const name = template === 'true' ? 'products-template' : `products${seller ? `-${seller}` : ''}`
      const pieces =
        template === 'true' ? [csv.bom + csv.line(PRODUCT_COLUMNS.slice(1))] : written(asking, filter, csv)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.csv"`)
        .send(Readable.from(pieces))
    },
  )
}

async function* written(
  asking: Asking,
  filter: Parameters<typeof findProductsAfter>[1],
  { bom, line, reversible }: ProductFileOptions['csv'],
): AsyncGenerator<string> {
  yield bom + line(PRODUCT_COLUMNS)
  const pageAfter = (after: After) => asking((on) => findProductsAfter(on, filter, after, PAGE))
  let after: After = null
  do {
    const rows: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(after)
    if (rows.length > 0) yield rows.map((row) => line(cellsOf(row).map(reversible))).join('')
    const last = rows.length < PAGE ? undefined : rows.at(-1)
    after = last ? [last.seller, last.sku] : null
  } while (after)
}
