import { BinsBoard, BoardQuery, DispositionsBoard, PipelineBoard } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { whatIsCommitted } from './boards.queries.ts'
import { binsBoard, type Calendar, dispositionsBoard, type Look, pipelineBoard } from './boards.ts'
import { cursorOf, isNamed, Snapshots, tagOf } from './snapshots.ts'

/** The warehouse, and the sellers of it, that somebody may look at. */
interface Place {
  readonly warehouse: string
  readonly timeZone: string
  readonly seller: string | null
  asking<T>(question: (on: Queryable) => Promise<T>): Promise<T>
}
type Asked = Static<typeof BoardQuery>

interface Options {
  readonly calendar: Calendar
  /** Throws for what is not theirs to see. */
  readonly place: (request: FastifyRequest, wanted: Asked) => Promise<Place>
}

/** Boards: what is where, how old, and what breaks its target next. */
export function boardRoutes(app: FastifyInstance, { calendar, place }: Options): void {
  const snapshots = new Snapshots()

  function board<T>(
    name: string,
    summary: string,
    answer: TSchema,
    make: (on: Queryable, look: Look, calendar: Calendar) => Promise<T>,
  ): void {
    const schema = { summary, tags: ['boards'], querystring: BoardQuery, response: { 200: answer } }
    app.get<{ Querystring: Asked }>(`/api/boards/${name}`, { schema }, async (request, reply) => {
      const at = await place(request, request.query)
      const { warehouse, timeZone, seller, asking } = at
      // First the cursor, then the board: what is recorded in between makes the next answer a new one.
      const cursor = cursorOf(await asking(whatIsCommitted))
      const now = Date.now()
      const tag = tagOf(cursor, now)
      reply.header('etag', tag).header('cache-control', 'private, no-cache')
      if (isNamed(request.headers['if-none-match'], tag)) return reply.code(304).send()
      const look = { warehouse, timeZone, seller, now: new Date(now).toISOString(), cursor }
      const key = JSON.stringify([name, warehouse, seller, request.session?.seller ?? null])
      return snapshots.of(key, tag, () => asking((on) => make(on, look, calendar)))
    })
  }

  board(
    'pipeline',
    'Parcels and units by step, what waits, and what breaks its target next',
    PipelineBoard,
    pipelineBoard,
  )
  board(
    'dispositions',
    'What was decided today and in the last 14 days',
    DispositionsBoard,
    dispositionsBoard,
  )
  board('bins', 'What is where, how full and how old', BinsBoard, binsBoard)
}
