import { ZONES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { BinCode, oneOf, text } from './words.ts'

/** Bins as places of a building: how they were counted, where something lies, and a whole layout by file. */

const strict = { additionalProperties: false }

/** `GET /api/bins/{code}/counts`, the latest first. */
export const BinCountsQuery = listQuery({})
export const BinCountItem = Type.Object(
  {
    /** By the server's clock, ISO 8601. */
    at: Type.String(),
    by: Type.String(),
    deviceId: Type.String(),
    /** Plates on record there before, and plates that were counted. */
    expected: Type.Integer(),
    counted: Type.Integer(),
    missing: Type.Array(Type.String()),
    /** What had been missing before. */
    found: Type.Array(Type.String()),
    /** What was on record elsewhere, or nowhere. */
    moved: Type.Array(Type.Object({ lpn: Type.String(), from: orNull(Type.String()) }, strict)),
    /** Plates that are on nothing that is in the house. */
    strangers: Type.Array(Type.String()),
  },
  strict,
)
export type BinCountItem = Static<typeof BinCountItem>
export const BinCountList = listOf(BinCountItem)
export type BinCountList = Static<typeof BinCountList>

/** `GET /api/boards/bins/find`: `search` as of the list of units; also the code of a seller. */
export const FindOnMapQuery = Type.Object(
  { search: text(200), seller: Type.Optional(text(40)), warehouse: Type.Optional(text(40)) },
  strict,
)
/** The bins where it lies, with how many plates of it; and how many plates lie in none. */
export const FoundOnMap = Type.Object(
  {
    bins: Type.Array(Type.Object({ code: BinCode, units: Type.Integer() }, strict)),
    units: Type.Integer(),
    inNoBin: Type.Integer(),
  },
  strict,
)
export type FoundOnMap = Static<typeof FoundOnMap>

const yesNo = oneOf(['true', 'false'] as const)
/**
 * `POST /api/imports/layout` (CSV as body). Without `plan` nothing is changed: it says what would be. With the `plan` of
 * that answer it is done, all of it or nothing. `remove`: what is empty and not in the file is taken out of use.
 */
export const LayoutQuery = Type.Object(
  { plan: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })), remove: Type.Optional(yesNo) },
  strict,
)
export const LAYOUT_FIELDS = ['zone', 'capacity', 'aisle', 'bay', 'level', 'plan'] as const
const LayoutBin = Type.Object({ code: Type.String(), zone: oneOf(ZONES), capacity: Type.Integer() }, strict)
/** Each list names the first 100, and of rejected lines the first 1,000; the counts count all. */
export const LayoutReport = Type.Object(
  {
    applied: Type.Boolean(),
    /** What is sent along to have it done; null where there is nothing to do. */
    plan: orNull(Type.String()),
    lines: Type.Integer({ description: 'of the file, its header left out' }),
    counts: Type.Object(
      {
        added: Type.Integer(),
        changed: Type.Integer(),
        unchanged: Type.Integer(),
        /** Not in the file: empty, so that they can be removed; and holding units, so that they stay. */
        absent: Type.Integer(),
        kept: Type.Integer(),
        removed: Type.Integer(),
        rejected: Type.Integer(),
      },
      strict,
    ),
    added: Type.Array(LayoutBin),
    changed: Type.Array(
      Type.Object({ ...LayoutBin.properties, fields: Type.Array(oneOf(LAYOUT_FIELDS)) }, strict),
    ),
    absent: Type.Array(Type.String()),
    kept: Type.Array(Type.Object({ code: Type.String(), plates: Type.Integer() }, strict)),
    rejected: Type.Array(
      Type.Object({ line: Type.Integer(), code: Type.String(), message: Type.String() }, strict),
    ),
  },
  strict,
)
export type LayoutReport = Static<typeof LayoutReport>
