/**
 * Whose number it may be. Nothing decides here: every format that fits is listed, and what a parcel is looked up by is a
 * list of candidates, since twelve digits may be a FedEx number, a Purolator number and a product at once.
 */

import { readCarrierMessage } from './carrier-message.ts'
import { compact } from './clean.ts'
import { FORMATS, type Format } from './formats.ts'
import { hasGs1Check } from './gtin.ts'
import { isOrder } from './seller-codes.ts'

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

/** The number out of a label's square code, if it is whole and its check digit right. */
function readMessage(code: string): Found[] {
  const message = readCarrierMessage(code)
  if (!message?.trackingNumber) return []
  const { carrier, format, trackingNumber } = message
  return [{ carrier, format, trackingNumber, check: 'right', also: [] }]
}

/**
 * The readings of a compact code; a code with dashes is read without them only where a check digit vouches for it, and
 * never an order's number: one in eleven of eBay's would be FedEx's.
 */
function find(code: string): Found[] {
  if (code.startsWith('[)>')) return readMessage(code)
  const routed = ROUTED.exec(code)
  const asIs = readCode(routed ? `${routed[1]}${routed[2]}` : code)
  if (asIs.length > 0 || !code.includes('-') || isOrder(code)) return asIs
  return readCode(code.replaceAll('-', '')).filter((one) => one.check === 'right')
}

/**
 * Candidates from a label whose check digit is wrong (sellers do make numbers up): what follows 420 and the postal code.
 * It is no carrier's number, so it can only meet an announcement of itself. The last twelve of FedEx's digits are no
 * candidate then: they could be another's number.
 */
function unchecked(code: string): string[] {
  const digits = code.replace(ROUTED, '$1$2')
  if (!/^420\d/.test(digits)) return []
  return [8, 12].map((end) => digits.slice(end)).filter((rest) => /^9\d{19,33}$/.test(rest))
}

/** DHL's numbers of JD and 18 digits are in no table of formats; bars have the data identifier J ahead of them. */
const PIECE = /^(J?)(JD\d{16,20})$/

/** An SSCC stands behind its identifier 00; who was told it may have been told it alone. */
const PALLET = /^00(\d{18})$/

/** The same number in other words, whoever's it is. */
function otherForms(code: string): string[] {
  const [, identifier, piece] = PIECE.exec(code) ?? []
  if (piece) return [identifier === 'J' ? piece : `J${piece}`]
  const sscc = PALLET.exec(code)?.[1]
  return sscc && hasGs1Check(sscc) ? [sscc] : []
}

/** Every carrier's format that the code fits, those with a right check digit first. */
export function readCarriers(code: string): CarrierReading[] {
  return find(code).map(({ also: _, ...reading }) => reading)
}

/**
 * The numbers that a scan may stand for. Behind a postal code stands a number whose check digit is right: then nothing
 * else is cut out of those digits, though the last twelve of 34 may look like FedEx's.
 */
function meant(code: string, found: readonly Found[]): readonly Found[] {
  const isRouted =
    code.startsWith('420') && found.some((one) => one.carrier === 'usps' && one.check === 'right')
  return isRouted ? found.filter((one) => one.carrier === 'usps' || code === one.trackingNumber) : found
}

/** What a code says of a parcel: whose it may be, and what to look it up by. */
export interface TrackingReading {
  carriers: CarrierReading[]
  /** Ordered; the first is what `normaliseTracking` gives, the last the code itself. */
  keys: string[]
}

export function readTracking(code: string): TrackingReading {
  const found = find(code)
  const numbers = meant(code, found)
  const loose = found.some((one) => one.check === 'right') ? [] : unchecked(code)
  const keys = [
    numbers[0]?.trackingNumber ?? code,
    ...numbers.map((one) => one.trackingNumber),
    ...numbers.flatMap((one) => one.also),
    ...loose,
    ...otherForms(code),
    code,
  ]
  return { carriers: found.map(({ also: _, ...reading }) => reading), keys }
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
