/** The elements of a GS1 code by name, with dates as plain dates and measures with their decimal point where it belongs. */

import type { Element } from './elements.ts'
import { plainDate } from './gs1-dates.ts'

/** Text fields, named as people of a warehouse say them. */
const TEXTS = {
  '00': 'sscc',
  '01': 'gtin',
  '02': 'containedGtin',
  '10': 'batch',
  '20': 'variant',
  '21': 'serial',
  '22': 'productVariant',
  '30': 'variableCount',
  '37': 'count',
  '240': 'additionalId',
  '241': 'customerPartNumber',
  '250': 'secondarySerial',
  '251': 'sourceReference',
  '400': 'orderNumber',
  '401': 'consignment',
  '402': 'shipment',
  '403': 'route',
  '410': 'shipToLocation',
  '414': 'location',
  '417': 'party',
  '420': 'postalCode',
  '8004': 'giai',
  '8013': 'model',
  '8017': 'serviceProvider',
  '8018': 'serviceRecipient',
  '8020': 'paymentReference',
  '8200': 'productUrl',
} as const

const DATES = {
  '11': 'productionDate',
  '12': 'dueDate',
  '13': 'packagingDate',
  '15': 'bestBefore',
  '16': 'sellBy',
  '17': 'expiry',
  '4326': 'releaseDate',
  '7006': 'firstFreezeDate',
} as const

/** Measures by the first three digits: of trade items, then with packaging. */
const MEASURES = {
  '310': ['netWeight', 'kg'],
  '320': ['netWeight', 'lb'],
  '330': ['grossWeight', 'kg'],
  '340': ['grossWeight', 'lb'],
  '315': ['netVolume', 'l'],
} as const

type Texts = (typeof TEXTS)[keyof typeof TEXTS]
type Dates = (typeof DATES)[keyof typeof DATES]
type Measures = (typeof MEASURES)[keyof typeof MEASURES][0]

/** A returnable asset, a document or a coupon: its key, and its serial number if it has one. */
export interface Keyed {
  key: string
  serial?: string
}

/** Dates are plain: 2027-02-28, and 2027-02-28T14:30 where a time is said, in the time of wherever it was printed. */
export type Gs1Fields = { [Name in Texts | Dates]?: string } & {
  [Name in Measures]?: { value: string; unit: string }
} & {
  expiryTime?: string
  grai?: Keyed
  gdti?: Keyed
  gcn?: Keyed
  /** A piece of a product that comes in several: its product, and which of how many. */
  itip?: { gtin: string; piece: number; of: number }
  /** Of 421, which says the country (ISO 3166-1, three digits) with the postal code. */
  country?: string
}

const keyed = (value: string, start: number, end: number): Keyed => ({
  key: value.slice(start, end),
  ...(value.length > end ? { serial: value.slice(end) } : {}),
})

/** Those of which a value is more than a text. */
function compound(ai: string, value: string, year: number | undefined): Gs1Fields {
  switch (ai) {
    case '253':
      return { gdti: keyed(value, 0, 13) }
    case '255':
      return { gcn: keyed(value, 0, 13) }
    case '421':
      return { country: value.slice(0, 3), postalCode: value.slice(3) }
    case '7003': {
      const day = plainDate(value.slice(0, 6), year)
      return day ? { expiryTime: `${day}T${value.slice(6, 8)}:${value.slice(8)}` } : {}
    }
    case '8003':
      return { grai: keyed(value, 1, 14) }
    case '8006':
      return {
        itip: { gtin: value.slice(0, 14), piece: Number(value.slice(14, 16)), of: Number(value.slice(16)) },
      }
  }
  return {}
}

/** 000750 with three decimals is 0.750. */
function decimal(digits: string, places: number): string {
  const whole = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, '')
  return places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`
}

const nameIn = <Table extends object>(table: Table, ai: string): Table[keyof Table] | undefined =>
  Object.hasOwn(table, ai) ? table[ai as keyof Table] : undefined

function field([ai, value]: Element, year: number | undefined): Gs1Fields {
  const text = nameIn(TEXTS, ai)
  if (text) return { [text]: value }
  const date = nameIn(DATES, ai)
  if (date) return { [date]: plainDate(value, year) }
  const measure = ai.length === 4 ? nameIn(MEASURES, ai.slice(0, 3)) : undefined
  if (measure) return { [measure[0]]: { value: decimal(value, Number(ai[3])), unit: measure[1] } }
  return compound(ai, value, year)
}

/** The fields that are certain; what lost separators leave in doubt is not among them. Two-digit years are those around `year`. */
export function fieldsOf(
  elements: readonly Element[],
  doubtful: readonly string[],
  year?: number,
): Gs1Fields {
  const fields: Gs1Fields = {}
  for (const element of elements) {
    if (!doubtful.includes(element[0])) Object.assign(fields, field(element, year))
  }
  return fields
}
