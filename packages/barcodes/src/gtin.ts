/** Products' numbers: EAN-8, UPC-A, EAN-13 and GTIN-14 are one number of 14 digits (GS1 General Specifications, 3.3.2). */

import { gs1CheckDigit } from '@restow/domain'

/** Whether digits end in their GS1 mod-10 check digit. */
export function hasGs1Check(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && String(gs1CheckDigit(digits.slice(0, -1))) === digits.at(-1)
}

/** The twelve digits that UPC-E's eight stand for: its last figure says which noughts were left out (5.2.2.4). */
function upcA(code: string): string {
  const [system = '', a = '', b = '', c = '', d = '', e = '', last = '', check = ''] = code
  if (last <= '2') return `${system}${a}${b}${last}0000${c}${d}${e}${check}`
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}${check}`
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}${check}`
  return `${system}${a}${b}${c}${d}${e}0000${last}${check}`
}

const isNumber = (code: string): boolean =>
  /^(?:\d{8}|\d{12,14})$/.test(code) && /[1-9]/.test(code) && hasGs1Check(code)

/**
 * The 14 digits of a product's number whose check digit is right; nothing for other lengths, and for noughts only. Eight
 * digits are EAN-8's, or if those do not check UPC-E's. Behind an EAN may stand two or five digits of an issue (AIM's E3).
 */
export function readGtin(code: string, symbology = ''): string | undefined {
  const main = symbology === 'E3' && /^\d{15}(?:\d{3})?$/.test(code) ? code.slice(0, 13) : code
  if (isNumber(main)) return main.padStart(14, '0')
  const whole = /^[01]\d{7}$/.test(main) ? upcA(main) : ''
  return isNumber(whole) ? whole.padStart(14, '0') : undefined
}
