import { type Static, Type } from 'typebox'
import { BinsBoard } from './bins-board.ts'
import { PipelineBoard } from './board.ts'
import { DispositionsBoard } from './dispositions-board.ts'
import { orNull } from './lists.ts'
import { PeopleBoard } from './people-board.ts'
import { WaitingBoard } from './waiting.ts'
import { oneOf, text } from './words.ts'

/**
 * WebSocket `/api/live`: JSON texts, one message each. Whoever is connected says which boards it wants and gets each as a
 * snapshot, then as it changes, with the events that it changed by. `cursor` is a place in the feed of all that was
 * recorded; sent along after a break, nothing that happened meanwhile is missing.
 */

const strict = { additionalProperties: false }
export const LIVE_BOARDS = ['bins', 'dispositions', 'pipeline', 'people', 'waiting'] as const
export type LiveBoard = (typeof LIVE_BOARDS)[number]

export interface LiveBoards {
  bins: BinsBoard
  dispositions: DispositionsBoard
  pipeline: PipelineBoard
  people: PeopleBoard
  waiting: WaitingBoard
}

const Cursor = Type.String({ pattern: '^\\d{1,15}$' })

/** The one thing that is said to the server; said again, it takes the place of what was said before. */
export const LiveSubscribe = Type.Object(
  {
    type: Type.Literal('subscribe'),
    boards: Type.Array(oneOf(LIVE_BOARDS), { minItems: 1, maxItems: LIVE_BOARDS.length, uniqueItems: true }),
    /** As of the boards over HTTP: staff may look at one seller; a seller says which warehouse where there are several. */
    seller: Type.Optional(text(40)),
    warehouse: Type.Optional(text(40)),
    /** Where the last connection ended. */
    cursor: Type.Optional(Cursor),
    /** False: the boards alone are wanted, not the events that they changed by. */
    events: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type LiveSubscribe = Static<typeof LiveSubscribe>

/** What happened, in few words: enough to count, to point at a bin, to say who did it. */
export const LiveEvent = Type.Object(
  {
    cursor: Type.String(),
    type: Type.String({ description: 'the event’s type, such as UnitPutAway' }),
    kind: oneOf(['parcel', 'unit'] as const),
    /** The plate, or the tracking number. */
    key: Type.String(),
    seller: orNull(Type.String()),
    by: Type.String(),
    at: Type.String(),
    /** Where the unit or parcel stood when this was told. */
    state: Type.String(),
    /** The bin it was laid into, and the one it was taken from. */
    bin: orNull(Type.String()),
    fromBin: orNull(Type.String()),
  },
  strict,
)
export type LiveEvent = Static<typeof LiveEvent>

const board = <T extends string>(type: T) => ({
  type: Type.Literal(type),
  board: oneOf(LIVE_BOARDS),
  cursor: Cursor,
  data: Type.Union([BinsBoard, DispositionsBoard, PipelineBoard, PeopleBoard, WaitingBoard]),
})

export const LIVE_ENDINGS = [
  /** The server stops; another, or the same one, takes the connection again. */
  'stopping',
  'session_ended',
  'message_malformed',
  'not_found',
] as const
export type LiveEnding = (typeof LIVE_ENDINGS)[number]

export const LiveMessage = Type.Union([
  Type.Object({ type: Type.Literal('hello'), heartbeatSeconds: Type.Integer() }, strict),
  /**
   * Everything asked for is there up to here. `missedNone`: the events since the cursor that was sent along came before
   * this; false where there was none, or too much has happened since.
   */
  Type.Object({ type: Type.Literal('ready'), cursor: Cursor, missedNone: Type.Boolean() }, strict),
  Type.Object(board('snapshot'), strict),
  /**
   * The board as it is now. Of the bins board, `data` has only those bins that differ from what was told before, and
   * `gone` the codes of those that are no longer there; the rest of it is whole.
   */
  Type.Object({ ...board('change'), gone: Type.Optional(Type.Array(Type.String())) }, strict),
  /** In order; they follow directly upon those up to `after`, as far as they concern whoever is connected. */
  Type.Object(
    { type: Type.Literal('events'), after: Cursor, cursor: Cursor, events: Type.Array(LiveEvent) },
    strict,
  ),
  /** Said every so often, so that a line that swallows everything is noticed. All up to the cursor has been told. */
  Type.Object({ type: Type.Literal('ping'), cursor: Cursor }, strict),
  /** The last message before the server closes; why, in a word for programs and a sentence. */
  Type.Object({ type: Type.Literal('closing'), why: oneOf(LIVE_ENDINGS), message: Type.String() }, strict),
])
export type LiveMessage = Static<typeof LiveMessage>
