/** Codes of marketplaces and sellers. Shapes only: none of them has a check digit, and whose it is the catalogue says. */

export interface SellerCodes {
  /** A marketplace's order: Amazon's 3-7-7, eBay's 2-5-5. */
  order?: string
  /** The seller's return authorisation, where its code says that it is one. */
  rma?: string
  fnsku?: string
  asin?: string
  /** Amazon's own plate, which a unit keeps beside ours. */
  marketplaceLpn?: string
  /** Behind S/N; out of a GS1 code it is the element 21. */
  serial?: string
}

const ORDER = /^(\d{3}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5})$/

/** Whether a code is written as marketplaces write their orders. */
export const isOrder = (code: string): boolean => ORDER.test(code)

const SHAPES: [Exclude<keyof SellerCodes, 'serial'>, RegExp][] = [
  ['order', ORDER],
  ['fnsku', /^(X00[0-9A-Z]{7})$/],
  ['asin', /^(B0[0-9A-Z]{8})$/],
  ['marketplaceLpn', /^(LPN(?=[A-Z]*\d)[0-9A-Z]{8,14})$/],
  ['rma', /^(RMA[-#:]?[0-9A-Z][0-9A-Z-]{1,40})$/],
]

/** What a compact code may be of these. */
export function readSellerCodes(code: string): SellerCodes {
  const found: SellerCodes = {}
  for (const [name, shape] of SHAPES) {
    const value = shape.exec(code)?.[1]
    if (value !== undefined) found[name] = value
  }
  return found
}

const SERIAL = /^S(?:\/N|N:)[:#\s]*([0-9A-Z][0-9A-Z/_.-]{2,40})$/i

/** A serial number that says it is one (`S/N 4xG-17`), out of the text: makers tell capitals and small letters apart. */
export const readSerial = (text: string): string | undefined => SERIAL.exec(text)?.[1]
