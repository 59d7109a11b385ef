import { oneOf, Sha256 } from '@restow/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Database, Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { keepPhoto, MAX_PHOTO_BYTES, readOriginal, readShown } from './photo-files.ts'
import { findPhoto, recordPhoto } from './photos.queries.ts'

const Params = Type.Object({ sha256: Sha256 }, { additionalProperties: false })
const Size = Type.Object(
  { size: Type.Optional(oneOf(['thumb', 'view'] as const)) },
  { additionalProperties: false },
)

interface Options {
  readonly db: Database
  readonly dataDir: string
  /** The badge of the member of staff who asks; throws for anybody else. */
  readonly uploader: (request: FastifyRequest) => string
  /** Who looks: a seller's user sees its own, and originals are for sellers and supervisors. */
  readonly viewer: (request: FastifyRequest) => { seller: string | null; original: boolean }
}

function send(reply: FastifyReply, bytes: Buffer, type: string): FastifyReply {
  return reply
    .type(type)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(bytes)
}

/** Photos, by the hash of their bytes. */
export async function photoRoutes(
  app: FastifyInstance,
  { db, dataDir, uploader, viewer }: Options,
): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES }, (_request, body, done) =>
    done(null, body),
  )

  const find = (seller: string | null, sha256: string) => {
    const question = (on: Queryable) => findPhoto(on, sha256)
    return seller === null ? question(db.staff) : db.asSeller(seller, (_, client) => question(client))
  }

  app.put<{ Params: Static<typeof Params> }>(
    '/api/photos/:sha256',
    // Who may not send a photo is told before the bytes are taken in.
    {
      schema: { params: Params },
      bodyLimit: MAX_PHOTO_BYTES,
      preParsing: async (request) => void uploader(request),
    },
    async (request, reply) => {
      const by = uploader(request)
      const { sha256 } = request.params
      if (!Buffer.isBuffer(request.body) || request.body.length === 0)
        throw new ProblemError(415, 'not_an_image', 'The request holds no picture.')
      const facts = await keepPhoto(dataDir, sha256, request.body)
      const isNew = await recordPhoto(db.staff, sha256, request.body.length, facts, by)
      return reply.code(isNew ? 201 : 200).send({ sha256, ...facts })
    },
  )

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Size> }>(
    '/api/photos/:sha256',
    { schema: { params: Params, querystring: Size } },
    async (request, reply) => {
      const { sha256 } = request.params
      const found = await find(viewer(request).seller, sha256)
      const shown = found && (await readShown(dataDir, sha256, request.query.size ?? 'view'))
      if (!shown) throw notFound('photo of that hash')
      return send(reply, shown, 'image/jpeg')
    },
  )

  app.get<{ Params: Static<typeof Params> }>(
    '/api/photos/:sha256/original',
    { schema: { params: Params } },
    async (request, reply) => {
      const { sha256 } = request.params
      const who = viewer(request)
      if (!who.original)
        throw new ProblemError(
          403,
          'supervisor_only',
          'Original photos are for the seller and for supervisors.',
        )
      const found = await find(who.seller, sha256)
      const bytes = found && (await readOriginal(dataDir, sha256))
      if (!found || !bytes) throw notFound('photo of that hash')
      reply.header(
        'content-disposition',
        `attachment; filename="${sha256.slice(0, 16)}.${found.mediaType.slice(6)}"`,
      )
      return send(reply, bytes, found.mediaType)
    },
  )
}
