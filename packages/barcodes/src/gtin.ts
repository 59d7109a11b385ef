/** Products' numbers: EAN-8, UPC-A, EAN-13 and GTIN-14 are one number of 14 digits (GS1 General Specifications, 3.3.2). */

import { gs1CheckDigit } from '@restow/domain'

/** Whether digits end in their GS1 mod-10 check digit. */
export function hasGs1Check(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && String(gs1CheckDigit(digits.slice(0, -1))) === digits.at(-1)
}

/** The 14 digits of a product's number whose check digit is right; nothing for other lengths, and for noughts only. */
export function readGtin(code: string): string | undefined {
  const fits = /^(?:\d{8}|\d{12,14})$/.test(code) && /[1-9]/.test(code) && hasGs1Check(code)
  return fits ? code.padStart(14, '0') : undefined
}
