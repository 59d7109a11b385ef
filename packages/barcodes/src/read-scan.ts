/**
 * A scan, and everything that it may be. A reading lists; it does not decide: which of a FedEx number and a product is meant
 * only the parcels and products of the warehouse can tell.
 */

import { type CarrierReading, readTracking } from './carriers.ts'
import { type Cleaned, clean, compact, upper } from './clean.ts'
import { type CommandCode, readCommand } from './command-codes.ts'
import type { Element, Gs1Doubt } from './elements.ts'
import { readGs1 } from './gs1.ts'
import { fieldsOf, type Gs1Fields } from './gs1-fields.ts'
import { readGtin } from './gtin.ts'
import { readBadge, readBin, readLpn, readPrinter } from './house-codes.ts'
import { type RoutingOnly, readRoutingOnly } from './routing-only.ts'
import { readSellerCodes, readSerial, type SellerCodes } from './seller-codes.ts'

export interface ScanOptions {
  /** What this warehouse's scanners send instead of the group separator 0x1D, e.g. `|`. */
  separatorStandIns?: string[]
  /** The year it is, by which two digits of a year become four; left out, 2026. */
  year?: number
}

export interface Reading extends SellerCodes {
  /** As scanned, untouched. */
  raw: string
  /** Without AIM prefix and framing; group separators stay; upper case where it is a code of ours, a carrier's or a marketplace's. */
  text: string
  /** The AIM identifier that the scanner sent, without its bracket: `C1` is GS1-128, `E0` a product's bars. */
  symbology?: string
  /** Every carrier's format that fits, those with a right check digit first. */
  carriers: CarrierReading[]
  /** Unique candidates to look parcels up by: first what `normaliseTracking` gives, last the text as it is. */
  trackingKeys: string[]
  lpn?: { lpn: string; checked: boolean }
  bin?: { code: string }
  badge?: { badge: string }
  printer?: { code: string }
  command?: CommandCode
  /** 14 digits, check digit right: scanned as such, or out of a GS1 code. */
  gtin?: string
  /** 18 digits, check digit right: out of a GS1 code, or scanned behind 00. */
  sscc?: string
  /** Values by GS1 application identifier. */
  gs1?: Record<string, string>
  /** The same in the order of the code. */
  gs1Elements?: Element[]
  /** The same by name, with plain dates; without what is uncertain. */
  gs1Fields?: Gs1Fields
  /** Values that may have swallowed what stood behind them, and what they may be instead: for a person to say. */
  gs1Uncertain?: Gs1Doubt[]
  /** A label's routing barcode alone: the number is in the other one, and where that is. */
  routingOnly?: RoutingOnly
}

type Kinds = Omit<Reading, 'raw' | 'text' | 'carriers' | 'trackingKeys'>

/** Leaves out what did not fit, so that a reading has only the kinds that are in it. */
function present(kinds: { [Kind in keyof Kinds]: Kinds[Kind] | undefined }): Kinds {
  return Object.fromEntries(Object.entries(kinds).filter(([, value]) => value !== undefined))
}

type Gs1Kinds = Pick<Kinds, 'gs1' | 'gs1Elements' | 'gs1Fields' | 'gs1Uncertain'>

function readElements({ text, saysGs1 }: Cleaned, year: number | undefined): Gs1Kinds {
  const reading = readGs1(text, saysGs1)
  if (!reading) return {}
  const { elements, uncertain } = reading
  const fields = fieldsOf(
    elements,
    uncertain.map(({ ai }) => ai),
    year,
  )
  return {
    ...(elements.length > 0
      ? { gs1: Object.fromEntries(elements), gs1Elements: elements, gs1Fields: fields }
      : {}),
    ...(uncertain.length > 0 ? { gs1Uncertain: uncertain } : {}),
  }
}

/** A product's number or a carrier's, with a right check digit. */
export const hasRightNumber = ({
  gtin,
  carriers,
}: {
  gtin?: string | undefined
  carriers: readonly CarrierReading[]
}): boolean => gtin !== undefined || carriers.some((one) => one.check === 'right')

/** Reads a scan, whatever it is: never throws, and looks at no more than the first 2,048 characters. */
export function readScan(raw: string, options: ScanOptions = {}): Reading {
  const cleaned = clean(raw, options.separatorStandIns)
  const { symbology, saysGs1 } = cleaned
  const code = compact(raw, options.separatorStandIns)
  const ours = {
    lpn: readLpn(code),
    bin: readBin(code),
    badge: readBadge(code),
    printer: readPrinter(code),
    command: readCommand(code),
  }
  const sellers = readSellerCodes(code)
  const { carriers, keys } = readTracking(code)
  const isCode = [...Object.values(ours), ...Object.values({ ...sellers, rma: undefined })].some(
    (value) => value !== undefined,
  )
  const text = isCode || carriers.length > 0 ? upper(cleaned.text) : cleaned.text
  const gs1 = readElements(cleaned, options.year)
  const sscc = gs1.gs1?.['00']
  const gtin = gs1.gs1?.['01'] ?? gs1.gs1Fields?.itip?.gtin ?? readGtin(code, symbology)
  const isNumber = hasRightNumber({ gtin, carriers })
  const routingOnly = readRoutingOnly(code, { text, symbology, saysGs1, isNumber })
  const serial = readSerial(cleaned.text) ?? gs1.gs1Fields?.serial
  const kinds = present({ symbology, ...ours, ...sellers, serial, gtin, sscc, ...gs1, routingOnly })
  // A pallet out of a link or a longer code is looked up by its number, with and without its identifier.
  const trackingKeys = code === '' ? [] : [...keys, ...(sscc ? [sscc, `00${sscc}`] : []), text]
  return { raw, text, carriers, trackingKeys: [...new Set(trackingKeys)], ...kinds }
}
