import { makeScan } from '@restow/barcodes'
import { type Bin, gs1CheckDigit, lpnOf, ZONES, type Zone } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import {
  findDemoBadges,
  findFullBin,
  findOpenParcels,
  findReceivedScan,
  findUsedPlates,
  type OpenParcel,
} from './demo-sheet.queries.ts'
import { randomFrom } from './random.ts'
import { DEMO_SELLERS, DEMO_STAFF, DEMO_WAREHOUSE } from './staff.ts'

/** What there is to scan off the screen: enough for a walk from the dock to a shelf, and what goes wrong on it. */

interface DemoCode {
  readonly code: string
  readonly label: string
}
export interface DemoSheet {
  readonly badges: DemoCode[]
  readonly parcels: DemoCode[]
  readonly products: DemoCode[]
  readonly plates: DemoCode[]
  readonly bins: DemoCode[]
  readonly wrong: DemoCode[]
}

/** The bin that the floor will suggest: the best one of a zone for a seller's next plate. */
export type SuggestBin = (
  on: Queryable,
  warehouse: string,
  zones: readonly string[],
  seller: string | null,
) => Promise<Bin | null>

const { code: WAREHOUSE } = DEMO_WAREHOUSE
const SELLERS = DEMO_SELLERS.map(({ code }) => code)
/** A pre-printed roll that lies at the demo's dock; leased plates are far from its numbers. */
const ROLL = { first: 900_000_001, length: 500, shown: 8 } as const
/** A postal code of the demo's warehouse, under which no number of a parcel stands. */
const ROUTING = '42090045'
const NOBODY_KNOWS = 'NO-SUCH-CODE-17'

const CARRIER_NAMES: Readonly<Record<string, string>> = {
  USPS: 'USPS',
  UPS: 'UPS',
  FEDEX: 'FedEx',
  ROYAL_MAIL: 'Royal Mail',
  DHL: 'DHL',
}
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
const present = (codes: readonly (DemoCode | null)[]): DemoCode[] => codes.filter((code) => code !== null)

async function badgeCodes(on: Queryable): Promise<DemoCode[]> {
  const people = await findDemoBadges(
    on,
    DEMO_STAFF.map(({ badge }) => badge),
  )
  return people.map(({ badge, name, role }) => ({ code: badge, label: `${name}, ${role}` }))
}

/** The label's barcode as a scanner reads it: the same for the same parcel. */
function parcelCode({ tracking, carrier, seller, pieces }: OpenParcel): DemoCode {
  const by = carrier === null ? 'A carrier' : (CARRIER_NAMES[carrier] ?? carrier)
  const code = makeScan(tracking, randomFrom(tracking))
  return { code, label: `${by}, for ${seller}: ${counted(pieces, 'piece')}` }
}

/** What is on the packs: EAN-13 where the number is one. */
function productCodes(parcels: readonly OpenParcel[]): DemoCode[] {
  const found = new Map<string, DemoCode>()
  for (const { tracking, products } of parcels)
    for (const { gtin, title } of products)
      if (!found.has(gtin))
        found.set(gtin, { code: gtin.replace(/^0(?=\d{13}$)/, ''), label: `${title}, in ${tracking}` })
  return [...found.values()]
}

async function plateCodes(on: Queryable): Promise<DemoCode[]> {
  const roll = Array.from({ length: ROLL.length }, (_, i) => lpnOf(ROLL.first + i))
  const used = await findUsedPlates(on, roll)
  const fresh = roll.filter((lpn) => !used.has(lpn)).slice(0, ROLL.shown)
  return fresh.map((code) => ({ code, label: 'A plate off a pre-printed roll' }))
}

const nameOf = (zone: Zone): string => zone.charAt(0).toUpperCase() + zone.slice(1)

async function binCodes(on: Queryable, suggestBin: SuggestBin): Promise<DemoCode[]> {
  const found = new Map<string, DemoCode>()
  for (const zone of ZONES)
    for (const seller of SELLERS) {
      const bin = await suggestBin(on, WAREHOUSE, [zone], seller)
      if (!bin) continue
      const room = `room for ${bin.capacity - bin.plates} of ${bin.capacity}`
      found.set(bin.code, { code: bin.code, label: `${nameOf(bin.zone)}, ${room}` })
    }
  return [...found.values()]
}

/** The plate with its last digit read wrongly. */
const misread = (lpn: string): string => `${lpn.slice(0, -1)}${(gs1CheckDigit(lpn.slice(2, -1)) + 1) % 10}`

async function wrongCodes(on: Queryable, suggestBin: SuggestBin): Promise<DemoCode[]> {
  const [full, received, dock] = await Promise.all([
    findFullBin(on, WAREHOUSE),
    findReceivedScan(on, WAREHOUSE),
    suggestBin(on, WAREHOUSE, ['dock'], null),
  ])
  return present([
    { code: misread(lpnOf(ROLL.first)), label: 'A plate whose check digit is wrong' },
    { code: ROUTING, label: 'The routing barcode of a label, without the parcel’s number' },
    { code: NOBODY_KNOWS, label: 'A code that nobody knows' },
    received === null ? null : { code: received, label: 'A parcel that was received already' },
    full === null ? null : { code: full, label: 'A bin that is full' },
    dock && { code: dock.code, label: 'A bin of the wrong zone: the dock, for what is to be put away' },
  ])
}

/** The codes of the demo as the database stands: what was used up meanwhile is not among them. */
export async function demoSheet(on: Queryable, suggestBin: SuggestBin): Promise<DemoSheet> {
  const [open, badges, plates, bins, wrong] = await Promise.all([
    findOpenParcels(on, SELLERS),
    badgeCodes(on),
    plateCodes(on),
    binCodes(on, suggestBin),
    wrongCodes(on, suggestBin),
  ])
  return { badges, parcels: open.map(parcelCode), products: productCodes(open), plates, bins, wrong }
}
