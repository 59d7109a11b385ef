import {
  BinsBoard,
  BoardQuery,
  DispositionsBoard,
  FindOnMapQuery,
  FoundOnMap,
  type LiveBoard,
  PeopleBoard,
  PipelineBoard,
  WaitingBoard,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { findOnMap } from './find.ts'
import type { LatestBoards, Place } from './latest.ts'
import { isNamed } from './snapshots.ts'

type Asked = Static<typeof BoardQuery>

interface Options {
  readonly latest: LatestBoards
  /** Throws for what is not theirs to see, a place or a board. */
  readonly place: (request: FastifyRequest, wanted: Asked, boards: readonly LiveBoard[]) => Promise<Place>
}

/** The same board is written down once, however many ask for it; twenty thousand bins take a moment. */
const texts = new WeakMap<object, string>()
function textOf(board: object): string {
  const text = texts.get(board) ?? JSON.stringify(board)
  texts.set(board, text)
  return text
}

/** Boards: what is where, how old, and what breaks its target next. */
export function boardRoutes(app: FastifyInstance, { latest, place }: Options): void {
  function board(name: LiveBoard, summary: string, answer: TSchema): void {
    const schema = { summary, tags: ['boards'], querystring: BoardQuery, response: { 200: answer } }
    app.get<{ Querystring: Asked }>(`/api/boards/${name}`, { schema }, async (request, reply) => {
      const at = await place(request, request.query, [name])
      const { tag, board } = await latest.of(name, { ...at, eyes: request.session?.seller ?? null })
      reply.header('etag', tag).header('cache-control', 'private, no-cache')
      if (isNamed(request.headers['if-none-match'], tag)) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(textOf(await board()))
    })
  }

  board('pipeline', 'Parcels and units by step, what waits, and what breaks its target next', PipelineBoard)
  board('people', 'What everybody has done today and in the last hour, by name, for supervisors', PeopleBoard)
  board('dispositions', 'What was decided today and in the last 14 days', DispositionsBoard)
  board('bins', 'What is where, how full and how old', BinsBoard)
  board('waiting', 'How much waits for whoever asks, of each kind, and since when', WaitingBoard)

  app.get<{ Querystring: Static<typeof FindOnMapQuery> }>(
    '/api/boards/bins/find',
    { schema: { querystring: FindOnMapQuery, response: { 200: FoundOnMap } } },
    async (request) => {
      const { search, ...wanted } = request.query
      const { warehouse, seller, asking } = await place(request, wanted, ['bins'])
      return asking((on) => findOnMap(on, warehouse, seller, search))
    },
  )
}
