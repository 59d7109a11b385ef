/**
 * Barcodes of a label that say where it goes, and not which parcel it is. Scanning one is a slip of a moment: the screen
 * shows where on that label the other one is.
 */

import { readCarrierMessage } from './carrier-message.ts'
import { leitcode } from './checks.ts'

/** Where the barcode with the number is, seen from the one that was scanned; the screen has a picture for each. */
export type WhereTheNumberIs = 'longest_bars' | 'bars_below_the_square' | 'bars_below'

export interface RoutingOnly {
  postalCode: string
  /** As the barcode has it: ISO 3166-1, three digits (421) or two letters (DHL). */
  country?: string
  /** Whose labels have such a barcode; of a bare postal code several carriers' do. */
  carriers: string[]
  where: WhereTheNumberIs
}

/** 420 and a postal code of the United States: USPS, UPS and FedEx Ground print it. */
const POSTAL = /^420(\d{5}(?:\d{4})?)$/
/** 421, a country's three digits and its postal code. */
const FOREIGN_POSTAL = /^421(\d{3})([0-9A-Z]{3,9})$/
/** DHL: 2L, country and postal code, plus sign, product and features. */
const DHL = /^2L([A-Z]{2})([0-9A-Z]{2,9})\+\d{4,8}$/
/** Deutsche Post's Leitcode: postal code, street, house, product, check digit; always interleaved 2 of 5 (AIM's I). */
const LEITCODE = /^(\d{5})\d{9}$/

/** What else the scan may be, and what the scanner said of it. */
export interface Beside {
  text: string
  symbology?: string | undefined
  saysGs1: boolean
  /** A product's number or a carrier's, with a right check digit. */
  isNumber: boolean
}

/** A postal code behind its identifier: of a country's 421 only what is nothing else, since German products begin like it. */
function readPostal(code: string, { saysGs1, isNumber }: Beside): RoutingOnly | undefined {
  const [, postalCode] = POSTAL.exec(code) ?? []
  if (postalCode) return { postalCode, carriers: ['usps', 'ups', 'fedex'], where: 'longest_bars' }
  const [, country, abroad] = FOREIGN_POSTAL.exec(code) ?? []
  if (!country || !abroad || country < '004' || country > '894' || (isNumber && !saysGs1)) return undefined
  return { postalCode: abroad, country, carriers: ['ups'], where: 'longest_bars' }
}

/** The routing of a compact code that has nothing else in it. What shops sell (AIM's E) has none. */
export function readRoutingOnly(code: string, beside: Beside): RoutingOnly | undefined {
  if (beside.symbology?.startsWith('E')) return undefined
  const postal = readPostal(code, beside)
  if (postal) return postal
  const [, country, postalCode] = DHL.exec(code) ?? []
  if (country && postalCode) return { postalCode, country, carriers: ['dhl'], where: 'bars_below' }
  const leit = beside.symbology?.startsWith('I') && leitcode(code) ? LEITCODE.exec(code)?.[1] : undefined
  if (leit) return { postalCode: leit, carriers: ['dhl'], where: 'bars_below' }
  const message = readCarrierMessage(code, beside.text)
  if (!message || message.trackingNumber) return undefined
  return { postalCode: message.postalCode ?? '', carriers: [message.carrier], where: 'bars_below_the_square' }
}
