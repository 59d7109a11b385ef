/** Licence plates: `RU`, nine digits, and a GS1 mod-10 check digit over the nine (`RU0000000017`). */

export const LPN_PATTERN = /^RU\d{10}$/

/**
 * The GS1 mod-10 check digit of a string of digits: weights 3 and 1 from the right.
 * Source: GS1 General Specifications, "Standard check digit calculations".
 */
export function gs1CheckDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const weight = (digits.length - i) % 2 === 1 ? 3 : 1
    sum += (digits.charCodeAt(i) - 48) * weight
  }
  return (10 - (sum % 10)) % 10
}

/** True for a licence plate of the right shape whose check digit is right. */
export function isLpn(text: string): boolean {
  return LPN_PATTERN.test(text) && gs1CheckDigit(text.slice(2, 11)) === Number(text[11])
}

/** The licence plate of a serial number from 1 to 999,999,999. */
export function lpnOf(serial: number): string {
  const digits = String(serial).padStart(9, '0')
  return `RU${digits}${gs1CheckDigit(digits)}`
}
