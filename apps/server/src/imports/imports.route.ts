import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ImportQuery, ImportReport } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Database } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { beginImport, findImport, sellerExists } from './imports.queries.ts'
import type { Matching, Who } from './match-arrived.ts'
import { ImportRun } from './run-import.ts'

const MAX_BYTES = 256 * 1024 * 1024
/** Past so many lines an import goes on in the background. */
const WAITED_LINES = 2000

interface Options {
  readonly db: Database
  readonly dataDir: string
  readonly matching: Matching
  /** Who may import for this seller; throws for anybody else. */
  readonly importer: (request: FastifyRequest, seller: string) => Who
  /** Null: sees every seller's imports. */
  readonly viewer: (request: FastifyRequest) => string | null
}

const tooLarge = () =>
  new ProblemError(413, 'file_too_large', 'The file is larger than 256 MB. Send it in parts.')

function bounded(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > MAX_BYTES) done(tooLarge())
      else done(null, chunk)
    },
  })
}

/** Imports of announced returns: a file as body, whatever its content type says. */
export async function importRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { db, dataDir, matching, importer, viewer } = options
  const running = new Map<string, Promise<unknown>>()
  const stopping = new AbortController()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  app.addHook('onClose', async () => {
    stopping.abort()
    await Promise.allSettled(running.values())
  })

  async function keep(request: FastifyRequest, path: string): Promise<void> {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLarge()
    const body = request.body as NodeJS.ReadableStream | undefined
    if (!body) throw new ProblemError(400, 'file_missing', 'The request holds no file.')
    await mkdir(join(dataDir, 'imports'), { recursive: true })
    await pipeline(body, bounded(), createWriteStream(path, { flags: 'wx' }))
  }

  app.post<{ Querystring: Static<typeof ImportQuery> }>(
    '/api/imports/returns',
    { schema: { querystring: ImportQuery, response: { 200: ImportReport } } },
    async (request) => {
      const { seller, format } = request.query
      const by = importer(request, seller)
      if (!(await sellerExists(db.staff, seller)))
        throw new ProblemError(404, 'seller_unknown', `There is no seller ${seller} here.`)
      const id = randomUUID()
      const path = join(dataDir, 'imports', id)
      const drop = () => rm(path, { force: true })
      await keep(request, path).catch(async (error) => {
        await drop()
        throw error
      })
      await beginImport(db.staff, id, seller, format, by.user)
      const match = async (numbers: readonly string[]) =>
        (await matching.under(numbers, by)).filter((parcel) => parcel.matched).length
      const run = new ImportRun(db.staff, id, seller, format, match)
      let isLong = () => {}
      const long = new Promise<void>((resolve) => {
        isLong = resolve
      })
      const progress = (done: number) => {
        if (done > WAITED_LINES) isLong()
      }
      const whole = run.run(path, progress, stopping.signal).finally(() => running.delete(id))
      running.set(
        id,
        whole.catch((error) => request.log.error({ err: error, import: id }, 'import failed')),
      )
      await Promise.race([whole, long])
      return run.report
    },
  )

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
