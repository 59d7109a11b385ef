import {
  COMMAND_SCHEMAS,
  MAX_COMMANDS,
  NextStep,
  oneOf,
  SCAN_KINDS,
  ScanReading,
  StoryItem,
} from '@restow/contracts'
import { PARCEL_STATES, UNIT_STATES } from '@restow/domain'
import { type TSchema, Type } from 'typebox'

/**
 * Answers that routes give without a schema of their own, as they are described. What stands here is promised; the
 * answers hold more, for the handheld, which may change.
 */

const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])
const anything = Type.Unknown()

export const UnitAnswer = Type.Object({
  lpn: Type.String(),
  state: oneOf(UNIT_STATES),
  warehouse: Type.String(),
  seller: orNull(Type.String()),
  parcel: Type.Object({ trackingNumber: Type.String() }),
  product: orNull(Type.Object({ sku: Type.String(), title: Type.String() })),
  line: orNull(Type.Object({ rmaNumber: Type.String() })),
  quantity: Type.Integer(),
  held: orNull(Type.Object({ waitsFor: Type.String(), question: Type.String() })),
  grade: orNull(Type.String()),
  findings: Type.Array(Type.String()),
  disposition: orNull(Type.String()),
  route: orNull(Type.String()),
  bin: orNull(Type.String()),
  zone: orNull(Type.String()),
  photos: Type.Array(Type.Object({ sha256: Type.String(), angle: Type.String() })),
  version: Type.Integer(),
  next: Type.Array(NextStep),
  story: Type.Array(StoryItem),
})

export const ParcelAnswer = Type.Object({
  trackingNumber: Type.String(),
  state: oneOf(PARCEL_STATES),
  seller: orNull(Type.String()),
  condition: orNull(Type.String()),
  receivedAt: orNull(Type.String()),
  contents: Type.Array(
    Type.Object({ lpn: Type.String(), state: oneOf(UNIT_STATES), quantity: Type.Integer() }),
  ),
  expected: Type.Array(
    Type.Object({
      rmaNumber: Type.String(),
      trackingNumber: Type.String(),
      state: Type.String(),
      lines: Type.Array(anything),
    }),
  ),
  version: Type.Integer(),
  next: Type.Array(NextStep),
  story: Type.Array(StoryItem),
})

export const ScanAnswerShape = Type.Object({
  kind: oneOf(SCAN_KINDS),
  raw: Type.String(),
  trackingNumber: Type.String(),
  parcel: Type.Optional(ParcelAnswer),
  expected: Type.Optional(
    Type.Array(Type.Object({ rmaNumber: Type.String(), trackingNumber: Type.String() })),
  ),
  differs: Type.Optional(Type.Array(Type.String())),
  unit: Type.Optional(UnitAnswer),
  bin: Type.Optional(
    Type.Object({
      code: Type.String(),
      zone: Type.String(),
      capacity: Type.Integer(),
      plates: Type.Integer(),
    }),
  ),
  products: Type.Optional(
    Type.Array(Type.Object({ seller: Type.String(), sku: Type.String(), title: Type.String() })),
  ),
  badge: Type.Optional(Type.Object({ badge: Type.String(), name: orNull(Type.String()) })),
  printer: Type.Optional(Type.Object({ code: Type.String(), name: Type.String() })),
  command: Type.Optional(Type.Object({ command: Type.String(), value: Type.Optional(Type.String()) })),
  routingOnly: Type.Optional(Type.Object({ postalCode: Type.String() })),
  candidates: Type.Optional(Type.Array(Type.Object({ kind: oneOf(SCAN_KINDS), key: Type.String() }))),
  reading: ScanReading,
  next: Type.Array(NextStep),
})

export const Timeline = Type.Object({ items: Type.Array(StoryItem), nextCursor: Type.Null() })
export const PhotoKept = Type.Object({
  sha256: Type.String(),
  mediaType: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
})

/** The commands that a batch may hold, each whole. A malformed one is rejected by itself. */
export const Commands = Type.Object({
  commands: Type.Array(Type.Union(Object.values(COMMAND_SCHEMAS)), { minItems: 1, maxItems: MAX_COMMANDS }),
})

const status = (words: readonly string[]) => Type.Object({ status: oneOf(words) })
export const Alive = status(['ok'])
export const Ready = Type.Object({
  status: oneOf(['ready', 'not ready'] as const),
  problem: Type.Optional(Type.String()),
  checks: Type.Record(Type.String(), Type.String()),
})
