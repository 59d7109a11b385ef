/**
 * Whose number it may be. Nothing decides here: every format that fits is listed, and what a parcel is looked up by is a
 * list of candidates, since twelve digits may be a FedEx number, a Purolator number and a product at once.
 */

import { compact } from './clean.ts'
import { FORMATS, type Format } from './formats.ts'

export interface CarrierReading {
  /** As in `courier_code` of the table: `ups`, `usps`, `s10`, … */
  carrier: string
  /** The name of the format: `USPS IMpb C`. */
  format: string
  /** The number as the seller was told it: without routing, blanks and padding. */
  trackingNumber: string
  /** `none` where the format has no check digit. A wrong check digit is no reading at all. */
  check: 'right' | 'none'
}

interface Found extends CarrierReading {
  also: string[]
}

/** 420 and a postal code, whatever single sign stands for the separator, and the number. */
const ROUTED = /^(420(?:\d{5}|\d{9}))[^0-9A-Z](\d{20,34})$/
const ROUTING_ONLY = /^420(\d{5}(?:\d{4})?)$/

function match(format: Format, code: string): Found | undefined {
  if (format.where && !format.where(code)) return undefined
  for (const pattern of format.patterns) {
    const parts = pattern.exec(code)
    if (!parts) continue
    const { serial = '', check = '', number = code } = parts.groups ?? {}
    if (format.check && !format.check(serial, check)) continue
    const trackingNumber = format.told ? format.told(number) : number
    return {
      carrier: format.carrier,
      format: format.format,
      trackingNumber,
      check: format.check ? 'right' : 'none',
      also: format.also ? format.also(number) : [],
    }
  }
  return undefined
}

function readCode(code: string): Found[] {
  const found: Found[] = []
  for (const format of FORMATS) {
    const reading = match(format, code)
    if (reading) found.push(reading)
  }
  return [...found.filter((one) => one.check === 'right'), ...found.filter((one) => one.check === 'none')]
}

/** The readings of a compact code; a code with dashes is read without them only where a check digit vouches for it. */
function find(code: string): Found[] {
  const routed = ROUTED.exec(code)
  const asIs = readCode(routed ? `${routed[1]}${routed[2]}` : code)
  if (asIs.length > 0 || !code.includes('-')) return asIs
  return readCode(code.replaceAll('-', '')).filter((one) => one.check === 'right')
}

/**
 * Candidates from a label whose check digit is wrong (sellers do make numbers up): what follows 420 and the postal code,
 * and the last twelve of FedEx's 34 digits.
 */
function unchecked(code: string): string[] {
  const digits = code.replace(ROUTED, '$1$2')
  const routed = [8, 12].map((end) => digits.slice(end)).filter((rest) => /^9\d{19,33}$/.test(rest))
  if (/^420\d/.test(digits)) return routed
  return /^\d{34}$/.test(digits) ? [digits.slice(-12)] : []
}

/** Every carrier's format that the code fits, those with a right check digit first. */
export function readCarriers(code: string): CarrierReading[] {
  return find(code).map(({ also: _, ...reading }) => reading)
}

/** Ordered, unique candidates to look a parcel up by; the first is what `normaliseTracking` gives. None for no code. */
export function trackingKeysOf(code: string, text: string): string[] {
  if (code === '') return []
  const found = find(code)
  const numbers = found.map((one) => one.trackingNumber)
  const others = found.flatMap((one) => one.also)
  const loose = found.some((one) => one.check === 'right') ? [] : unchecked(code)
  const first = numbers[0] ?? code
  return [...new Set([first, ...numbers, ...others, ...loose, code, text])]
}

/** The postal code, where a label's 420 barcode was scanned and not the one with the number. */
export function readRoutingOnly(code: string): { postalCode: string } | undefined {
  const postalCode = ROUTING_ONLY.exec(code)?.[1]
  return postalCode === undefined ? undefined : { postalCode }
}

/**
 * The number as Restow stores it, for a parcel and an announcement alike: the same for `1z 999 aa1 …`, the 420… form, the
 * FedEx 34-digit form and the bare number. An unknown code is upper-cased without blanks and separators, and keeps its
 * dashes. At most 128 characters; empty for a text of blanks.
 */
export function normaliseTracking(raw: string, options: { separatorStandIns?: string[] } = {}): string {
  const code = compact(raw, options.separatorStandIns)
  return find(code)[0]?.trackingNumber ?? code
}
