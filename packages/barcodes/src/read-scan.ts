/**
 * A scan, and everything that it may be. A reading lists; it does not decide: which of a FedEx number and a product is meant
 * only the parcels and products of the warehouse can tell.
 */

import { type CarrierReading, readCarriers, readRoutingOnly, trackingKeysOf } from './carriers.ts'
import { clean, compact, upper } from './clean.ts'
import { type CommandCode, readCommand } from './command-codes.ts'
import { readGs1 } from './gs1.ts'
import { readGtin } from './gtin.ts'
import { readBadge, readBin, readLpn } from './house-codes.ts'

export interface ScanOptions {
  /** What this warehouse's scanners send instead of the group separator 0x1D, e.g. `|`. */
  separatorStandIns?: string[]
}

export interface Reading {
  /** As scanned, untouched. */
  raw: string
  /** Without AIM prefix and framing; group separators stay; upper case where it is a code of ours or a carrier's. */
  text: string
  /** Every carrier's format that fits, those with a right check digit first. */
  carriers: CarrierReading[]
  /** Unique candidates to look parcels up by: first what `normaliseTracking` gives, last the text as it is. */
  trackingKeys: string[]
  lpn?: { lpn: string; checked: boolean }
  bin?: { code: string }
  badge?: { badge: string }
  command?: CommandCode
  /** 14 digits, check digit right: scanned as such, or out of a GS1 code. */
  gtin?: string
  /** Values by GS1 application identifier. */
  gs1?: Record<string, string>
  /** A label's 420 barcode alone: the number is in the other one. */
  routingOnly?: { postalCode: string }
}

type Kinds = Omit<Reading, 'raw' | 'text' | 'carriers' | 'trackingKeys'>

/** Leaves out what did not fit, so that a reading has only the kinds that are in it. */
function present(kinds: { [Kind in keyof Kinds]: Kinds[Kind] | undefined }): Kinds {
  return Object.fromEntries(Object.entries(kinds).filter(([, value]) => value !== undefined))
}

/** Reads a scan, whatever it is: never throws, and looks at no more than the first 2,048 characters. */
export function readScan(raw: string, options: ScanOptions = {}): Reading {
  const cleaned = clean(raw, options.separatorStandIns)
  const code = compact(raw, options.separatorStandIns)
  const carriers = readCarriers(code)
  const ours = { lpn: readLpn(code), bin: readBin(code), badge: readBadge(code), command: readCommand(code) }
  const isCode = carriers.length > 0 || Object.values(ours).some((value) => value !== undefined)
  const text = isCode ? upper(cleaned.text) : cleaned.text
  const gs1 = readGs1(cleaned.text, cleaned.saysGs1)
  const gtin = gs1?.['01'] ?? readGtin(code)
  const kinds = present({ ...ours, gtin, gs1, routingOnly: readRoutingOnly(code) })
  return { raw, text, carriers, trackingKeys: trackingKeysOf(code, text), ...kinds }
}
