import { type Reading, readScan, toldReading, whatItIs, wholeBinCode } from '@restow/barcodes'
import type { ExpectedView, NextStep, ScanAnswer, ScanKind } from '@restow/contracts'
import { type Bin, isLpn, type Product, standing } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import {
  findBadge,
  findExpected,
  findKnownByNumber,
  findParcelByTracking,
  findPrinterByCode,
  findProductsByScan,
  findUnitByPlate,
  findUnitsInBin,
} from './lookup.queries.ts'
import type { Moment } from './next.ts'
import { expectedView, parcelView, type Sources, unitView } from './views.ts'

/** Who scans: staff of a warehouse, or a seller's user (null), who sees only what is its own. */
export interface ScanPlace {
  readonly warehouse: string | null
  readonly moment: Moment
}

const allowed = (...commands: string[]): NextStep[] => commands.map((command) => ({ command, allowed: true }))

async function binOf(on: Queryable, { knowledge }: Sources, reading: Reading, { warehouse }: ScanPlace) {
  if (!reading.bin || warehouse === null) return null
  const code = wholeBinCode(reading.bin.code, warehouse)
  const [bin] = await knowledge.bins(on, [{ warehouse, code }])
  if (!bin) return null
  const units = await findUnitsInBin(on, warehouse, code)
  const shown: Bin = { code, zone: bin.zone, capacity: bin.capacity, plates: bin.plates }
  return {
    ...shown,
    units: units.map((u) => ({ lpn: u.lpn, title: u.product?.title ?? null, state: u.state })),
  }
}

function productsOf(on: Queryable, reading: Reading): Promise<Product[]> {
  const codes = [...new Set([reading.text, reading.raw.trim(), reading.gtin].filter((c): c is string => !!c))]
  return findProductsByScan(on, codes)
}

type Found = Pick<
  ScanAnswer,
  'parcel' | 'expected' | 'differs' | 'unit' | 'bin' | 'products' | 'badge' | 'printer'
>

/** What parcels and announced returns go by exactly one of these numbers; most scans at the dock need no more than the first question. */
async function known(on: Queryable, keys: readonly string[], { warehouse, moment }: ScanPlace) {
  const hits = await findKnownByNumber(on, keys)
  const announced = new Set(hits.flatMap((hit) => (hit.kind === 'expected' ? [hit.id] : [])))
  const [parcel, expected] = await Promise.all([
    hits.some((hit) => hit.kind === 'parcel') ? findParcelByTracking(on, keys, warehouse) : null,
    announced.size > 0 ? findExpected(on, [...announced]) : [],
  ])
  // At the dock a number means the box that is scanned, not one that was closed long ago.
  const isOver = parcel !== null && warehouse !== null && standing(parcel.body, moment.now) === null
  return { parcel: isOver ? null : parcel, expected }
}

const TOLD_APART_BY = ['seller', 'rmaNumber', 'orderNumber', 'state', 'lines'] as const

/** In what several returns of one number differ: what a person is shown to tell which it is. */
function differences(expected: readonly ExpectedView[]): string[] {
  const values = (by: (typeof TOLD_APART_BY)[number]) => new Set(expected.map((e) => JSON.stringify(e[by])))
  return TOLD_APART_BY.filter((by) => values(by).size > 1)
}

async function lookUp(on: Queryable, sources: Sources, reading: Reading, place: ScanPlace): Promise<Found> {
  const keys = [...new Set([...reading.trackingKeys, reading.raw.trim()])]
  const plate = reading.lpn?.lpn ?? reading.text
  const [{ parcel, expected }, unit, bin, products, badge, printer] = await Promise.all([
    known(on, keys, place),
    findUnitByPlate(on, plate),
    binOf(on, sources, reading, place),
    productsOf(on, reading),
    reading.badge && place.warehouse ? findBadge(on, reading.badge.badge) : null,
    reading.printer && place.warehouse ? findPrinterByCode(on, place.warehouse, reading.printer.code) : null,
  ])
  const isHere = unit && (place.warehouse === null || unit.body.warehouse === place.warehouse)
  const hit = keys.find((key) => expected.some((e) => e.trackingNumbers.includes(key))) ?? null
  const views = expected.map((e) => expectedView(e, hit))
  return {
    ...(parcel ? { parcel: await parcelView(on, sources, parcel, place.moment) } : {}),
    ...(views.length > 0 ? { expected: views } : {}),
    ...(views.length > 1 ? { differs: differences(views) } : {}),
    ...(isHere && unit.body.state !== 'void'
      ? { unit: await unitView(on, sources, unit, place.moment) }
      : {}),
    ...(bin ? { bin } : {}),
    ...(products.length > 0 ? { products } : {}),
    ...(badge ? { badge } : {}),
    ...(printer ? { printer } : {}),
  }
}

function nextOf(kind: ScanKind, found: Found, reading: Reading): NextStep[] {
  if (kind === 'parcel') return found.parcel?.next ?? []
  if (kind === 'unit') return found.unit?.next ?? []
  if (kind === 'expected') return allowed('ReceiveParcel', 'ReportParcel')
  if (kind === 'bin') return allowed('PutAwayUnit', 'MoveUnit', 'CountBin')
  if (kind === 'product' || (kind === 'unknown' && isLpn(reading.text))) return allowed('RegisterUnit')
  // An unknown code is taken in as a parcel now and matched later, unless only the routing barcode was hit.
  if (kind === 'unknown' && !reading.routingOnly && !reading.lpn)
    return allowed('ReceiveParcel', 'ReportParcel')
  return []
}

/** What a scanned code is in this warehouse, and what to do next. */
export async function scanAnswer(
  on: Queryable,
  sources: Sources,
  code: string,
  place: ScanPlace,
): Promise<ScanAnswer> {
  // No key holds NUL, and PostgreSQL takes none.
  const reading = readScan(code.replaceAll('\0', ''))
  const found = await lookUp(on, sources, reading, place)
  const { kind, candidates } = whatItIs(found, reading)
  return {
    kind,
    raw: code,
    trackingNumber:
      found.parcel?.trackingNumber ?? found.expected?.[0]?.trackingNumber ?? reading.trackingKeys[0] ?? '',
    ...found,
    ...(reading.command ? { command: reading.command } : {}),
    ...(reading.routingOnly ? { routingOnly: reading.routingOnly } : {}),
    ...(candidates.length > 1 ? { candidates } : {}),
    reading: toldReading(reading),
    next: nextOf(kind, found, reading),
  }
}
