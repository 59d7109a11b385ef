import {
  DISPOSITIONS,
  EXPECTED_RETURN_STATES,
  GRADES,
  PARCEL_STATES,
  ROUTES,
  UNIT_STATES,
  WAITS_FOR,
  ZONES,
} from '@restow/domain'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { BinPlace } from './bin-place.ts'
import { IMPORT_KINDS, IMPORT_STATES } from './imports.ts'
import { oneOf, text } from './words.ts'

/** Lists: what is asked, a page of it, and where the next page begins. */

const strict = { additionalProperties: false }
/** Null where there is nothing to say. */
export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
/** Money in the smallest unit of its currency; `decimal` is the same for people ("19.80"). */
export const WireMoney = Type.Object(
  { minor: Type.Integer(), currency: Type.String(), decimal: Type.String() },
  strict,
)
export type WireMoney = Static<typeof WireMoney>

export const MAX_PAGE = 200
export const DEFAULT_PAGE = 50
/** What every list takes: where to go on (`nextCursor` of the page before) and how many items, at most 200. */
const paging = {
  cursor: Type.Optional(text(1000)),
  limit: Type.Optional(
    Type.String({
      pattern: '^([1-9]\\d?|1\\d\\d|200)$',
      description: 'how many items, 1 to 200; 50 if left out',
    }),
  ),
}
export const listQuery = <P extends TProperties>(filters: P) => Type.Object({ ...filters, ...paging }, strict)
/** A page of a list. `nextCursor` is null on the last one. */
export const listOf = <T extends TSchema>(
  item: T,
): TObject<{
  items: ReturnType<typeof Type.Array<T>>
  nextCursor: ReturnType<typeof orNull<ReturnType<typeof Type.String>>>
}> => Type.Object({ items: Type.Array(item), nextCursor: orNull(Type.String()) }, strict) as never

const search = Type.Optional(text(200))
const seller = Type.Optional(text(40))
const yesNo = Type.Optional(oneOf(['true', 'false'] as const))

/** `search` finds by plate, SKU, part of the title, tracking, order or RMA number, serial, GTIN. */
export const UnitsQuery = listQuery({
  search,
  seller,
  state: Type.Optional(oneOf(UNIT_STATES)),
  disposition: Type.Optional(oneOf(DISPOSITIONS)),
  zone: Type.Optional(oneOf(ZONES)),
  bin: Type.Optional(text(64)),
  held: Type.Optional(oneOf(WAITS_FOR)),
})
/** A unit in a list, the latest registered first. Times are ISO 8601 in UTC. */
export const UnitItem = Type.Object(
  {
    lpn: Type.String(),
    state: oneOf(UNIT_STATES),
    seller: orNull(Type.String()),
    sku: orNull(Type.String()),
    title: orNull(Type.String()),
    quantity: Type.Integer(),
    serial: orNull(Type.String()),
    trackingNumber: Type.String(),
    rmaNumber: orNull(Type.String()),
    orderNumber: orNull(Type.String()),
    /** The customer's reason, mapped. */
    reason: orNull(Type.String()),
    grade: orNull(oneOf(GRADES)),
    findings: Type.Array(Type.String()),
    disposition: orNull(oneOf(DISPOSITIONS)),
    route: orNull(oneOf(ROUTES)),
    approvalNeeded: Type.Boolean(),
    /** Who it waits for, and for what; null where it is not held. */
    held: orNull(
      Type.Object({ waitsFor: oneOf(WAITS_FOR), question: Type.String(), since: Type.String() }, strict),
    ),
    missing: Type.Boolean(),
    bin: orNull(Type.String()),
    zone: orNull(oneOf(ZONES)),
    exceptions: Type.Integer(),
    /** The first photo's hash, for a thumbnail, and how many there are. */
    photo: orNull(Type.String()),
    photos: Type.Integer(),
    registeredAt: Type.String(),
    classifiedAt: orNull(Type.String()),
    shelvedAt: orNull(Type.String()),
    leftAt: orNull(Type.String()),
  },
  strict,
)
export type UnitItem = Static<typeof UnitItem>
export const UnitList = listOf(UnitItem)
export type UnitList = Static<typeof UnitList>

export const ParcelsQuery = listQuery({
  search,
  seller,
  state: Type.Optional(oneOf(PARCEL_STATES)),
  /** Only those that no announced return answers (or only those that one does). */
  unclaimed: yesNo,
})
export const ParcelItem = Type.Object(
  {
    trackingNumber: Type.String(),
    state: oneOf(PARCEL_STATES),
    seller: orNull(Type.String()),
    condition: orNull(Type.String()),
    rmaNumbers: Type.Array(Type.String()),
    units: Type.Integer(),
    receivedAt: orNull(Type.String()),
    receivedBy: orNull(Type.String()),
    closedAt: orNull(Type.String()),
    report: orNull(Type.Object({ outcome: Type.String(), note: orNull(Type.String()) }, strict)),
    exceptions: Type.Integer(),
    photo: orNull(Type.String()),
    photos: Type.Integer(),
  },
  strict,
)
export type ParcelItem = Static<typeof ParcelItem>
export const ParcelList = listOf(ParcelItem)
export type ParcelList = Static<typeof ParcelList>

export const ExpectedReturnsQuery = listQuery({
  search,
  seller,
  state: Type.Optional(oneOf(EXPECTED_RETURN_STATES)),
})
export const ExpectedReturnItem = Type.Object(
  {
    id: Type.String(),
    seller: Type.String(),
    rmaNumber: Type.String(),
    orderNumber: orNull(Type.String()),
    channel: Type.String(),
    carrier: orNull(Type.String()),
    announcedOn: orNull(Type.String()),
    state: oneOf(EXPECTED_RETURN_STATES),
    trackingNumbers: Type.Array(Type.String()),
    lines: Type.Array(
      Type.Object(
        {
          sku: Type.String(),
          title: Type.String(),
          asin: orNull(Type.String()),
          quantity: Type.Integer(),
          /** Pieces of it that have been registered. */
          registered: Type.Integer(),
          value: orNull(WireMoney),
          reason: Type.Object({ raw: Type.String(), mapped: Type.String() }, strict),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type ExpectedReturnItem = Static<typeof ExpectedReturnItem>
export const ExpectedReturnList = listOf(ExpectedReturnItem)
export type ExpectedReturnList = Static<typeof ExpectedReturnList>

export const ImportsQuery = listQuery({ seller })
/** An import, the latest first; its rejected lines are at `/api/imports/{id}/rejected.csv`. */
export const ImportItem = Type.Object(
  {
    id: Type.String(),
    seller: Type.String(),
    format: oneOf(IMPORT_KINDS),
    state: oneOf(IMPORT_STATES),
    total: Type.Integer(),
    done: Type.Integer(),
    created: Type.Integer(),
    updated: Type.Integer(),
    unchanged: Type.Integer(),
    rejected: Type.Integer(),
    startedBy: Type.String(),
    startedAt: Type.String(),
  },
  strict,
)
export type ImportItem = Static<typeof ImportItem>
export const ImportList = listOf(ImportItem)
export type ImportList = Static<typeof ImportList>
export const ImportParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)

export const BinsQuery = listQuery({ search, zone: Type.Optional(oneOf(ZONES)) })
export const BinItem = Type.Object(
  {
    code: Type.String(),
    zone: oneOf(ZONES),
    capacity: Type.Integer(),
    plates: Type.Integer(),
    /** Where it is, as far as that is not what its code says. */
    place: Type.Optional(BinPlace),
  },
  strict,
)
export type BinItem = Static<typeof BinItem>
export const BinList = listOf(BinItem)
export type BinList = Static<typeof BinList>

export const ProductsQuery = listQuery({ search, seller })
export const ProductItem = Type.Object(
  {
    seller: Type.String(),
    sku: Type.String(),
    title: Type.String(),
    category: Type.String(),
    gtin: orNull(Type.String()),
    fnsku: orNull(Type.String()),
    asin: orNull(Type.String()),
    flags: Type.Array(Type.String()),
    weightGrams: orNull(Type.Integer()),
    hsCode: orNull(Type.String()),
  },
  strict,
)
export type ProductItem = Static<typeof ProductItem>
export const ProductList = listOf(ProductItem)
export type ProductList = Static<typeof ProductList>

export const StaffQuery = listQuery({})
export const StaffItem = Type.Object(
  {
    badge: Type.String(),
    name: Type.String(),
    role: oneOf(['operator', 'supervisor', 'admin'] as const),
    active: Type.Boolean(),
    /** Locked on some device after wrong PINs, or by somebody; `POST /api/staff/{badge}/unlock` ends that. */
    locked: Type.Boolean(),
    /** Who locked it, where it was no wrong PIN. */
    lockedBy: orNull(Type.String()),
  },
  strict,
)
export type StaffItem = Static<typeof StaffItem>
export const StaffList = listOf(StaffItem)
export type StaffList = Static<typeof StaffList>

export const SellersQuery = listQuery({})
export const SellerItem = Type.Object(
  { code: Type.String(), name: Type.String(), active: Type.Boolean() },
  strict,
)
export type SellerItem = Static<typeof SellerItem>
export const SellerList = listOf(SellerItem)
export type SellerList = Static<typeof SellerList>
