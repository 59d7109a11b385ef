import { EXCEPTIONS, FINDINGS, type HoldBecause, WAITING_KINDS, type WaitingKind } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { boardHead } from './board-parts.ts'
import { DeviceItem } from './devices.ts'
import { DroppedItem } from './dropped.ts'
import { listOf, listQuery, orNull, WireMoney } from './lists.ts'
import { oneOf, text } from './words.ts'

/**
 * What waits for a supervisor, as a board of numbers and as the list that they count. Both are of one statement, so that
 * the number beside a menu is how many the page lists.
 */

const strict = { additionalProperties: false }

/** What waits for the seller waits for no supervisor. */
export const FOR_SELLERS: readonly WaitingKind[] = ['hold_seller', 'veto']
export const FOR_SUPERVISORS: readonly WaitingKind[] = WAITING_KINDS.filter(
  (kind) => !FOR_SELLERS.includes(kind),
)

/** `GET /api/boards/waiting`. A seller's user sees its own holds and scrap, and nothing else. */
export const WaitingBoard = Type.Object(
  {
    ...boardHead,
    /** All that wait for whoever asks. */
    count: Type.Integer(),
    /** Each kind that whoever asks may see, also of which there is none. */
    kinds: Type.Array(
      Type.Object(
        {
          kind: oneOf(WAITING_KINDS),
          count: Type.Integer(),
          oldestSeconds: orNull(Type.Integer({ description: 'seconds' })),
        },
        strict,
      ),
    ),
    /** The same as long as the list is. */
    mark: Type.String(),
  },
  strict,
)
export type WaitingBoard = Static<typeof WaitingBoard>

/** `GET /api/waiting`: what has waited longest first, of one kind or of all that wait for whoever asks. */
export const WaitingQuery = listQuery({
  kind: Type.Optional(oneOf(WAITING_KINDS)),
  seller: Type.Optional(text(40)),
})

/** What a rule of the house holds a unit for. */
const Because = Type.Unsafe<HoldBecause>(
  Type.Union([
    Type.Object({ code: Type.Literal('suspicion'), findings: Type.Array(oneOf(FINDINGS)) }, strict),
    Type.Object({ code: Type.Literal('seller_inactive'), seller: Type.String() }, strict),
  ]),
)
const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export const WaitingItem = Type.Object(
  {
    kind: oneOf(WAITING_KINDS),
    /** Tells it from all others, also of its kind. */
    id: Type.String(),
    since: Type.String(),
    seller: orNull(Type.String()),
    /** The unit's plate, or the parcel's number where it is about a parcel. */
    lpn: orNull(Type.String()),
    trackingNumber: orNull(Type.String()),
    title: orNull(Type.String()),
    quantity: orNull(Type.Integer()),
    bin: orNull(Type.String()),
    /** What the announced line says it is worth. */
    value: orNull(WireMoney),
    photo: orNull(Type.String()),
    photos: Type.Integer(),
    /** Who asked, held it, reported it or dropped it. */
    by: orNull(Type.String()),
    /** The question of a hold. */
    question: orNull(Type.String()),
    /** What for, where a rule asks it and no person: the same question as a code. */
    because: Type.Optional(Because),
    /** Until when a seller may object to scrap. */
    until: orNull(Type.String()),
    exception: orNull(
      Type.Object(
        { eventId: Type.String(), code: oneOf(EXCEPTIONS), notes: Type.Array(Facts, { minItems: 1 }) },
        strict,
      ),
    ),
    dropped: orNull(
      Type.Object(
        { ...DroppedItem.properties, deviceId: Type.String(), deviceName: orNull(Type.String()) },
        strict,
      ),
    ),
    device: orNull(
      Type.Pick(DeviceItem, [
        'deviceId',
        'name',
        'lastSeen',
        'lastBadge',
        'unsent',
        'oldestUnsentAt',
        'refused',
      ]),
    ),
  },
  strict,
)
export type WaitingItem = Static<typeof WaitingItem>
export const WaitingList = listOf(WaitingItem)
export type WaitingList = Static<typeof WaitingList>

/** `POST /api/devices/dropped/acknowledged`, by a supervisor: seen, and done with. */
export const AcknowledgeDropped = Type.Object(
  { commandIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500 }) },
  strict,
)
/** One for each, in order. Who came second hears who was first. */
export const Acknowledged = Type.Object(
  {
    outcomes: Type.Array(
      Type.Object(
        {
          commandId: Type.String(),
          outcome: oneOf(['acknowledged', 'already', 'unknown'] as const),
          by: orNull(Type.String()),
          at: orNull(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type Acknowledged = Static<typeof Acknowledged>
