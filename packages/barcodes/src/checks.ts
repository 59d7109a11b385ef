/**
 * Check digits of carriers' numbers. Which format uses which, and with what weights, are facts of
 * jkeen/tracking_number_data (MIT, as of 2026-08); the arithmetic is written here.
 * Each takes the serial and the check character as printed, and says whether they belong together.
 */

import { gs1CheckDigit } from '@restow/domain'

export type Check = (serial: string, check: string) => boolean

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]
const FEDEX_WEIGHTS = [1, 3, 7]

/** What remains to the next ten. */
const toTen = (sum: number) => (10 - (sum % 10)) % 10

/** GS1 mod 10, weights 3 and 1 from the right: USPS, Canada Post, FedEx Ground. */
export const gs1: Check = (serial, check) => String(gs1CheckDigit(serial)) === check

/** The same over the serial with something put in front that the label does not print, unless the serial begins with it. */
export const gs1After =
  (prefix: string): Check =>
  (serial, check) =>
    gs1(serial.startsWith(prefix) ? serial : prefix + serial, check)

/** The check digit of UPS: weights 1 and 2 from the left, and a letter counts as (its ASCII code − 3) mod 10. */
export function upsCheckDigit(serial: string): string {
  let sum = 0
  for (let i = 0; i < serial.length; i++) {
    const code = serial.charCodeAt(i)
    const value = code < 58 ? code - 48 : (code - 3) % 10
    sum += i % 2 === 1 ? value * 2 : value
  }
  return String(toTen(sum))
}

export const ups: Check = (serial, check) => upsCheckDigit(serial) === check

/** OnTrac reckons as UPS does, with a digit for its letter in front unless the serial begins with it. */
export const upsAfter =
  (digit: string): Check =>
  (serial, check) =>
    ups(serial.startsWith(digit) ? serial : digit + serial, check)

/** The check digit of DHL Express: the serial as one number, mod 7. Digit by digit, since it may not fit a double. */
export function mod7CheckDigit(serial: string): string {
  let rest = 0
  for (const digit of serial) rest = (rest * 10 + Number(digit)) % 7
  return String(rest)
}

export const mod7: Check = (serial, check) => mod7CheckDigit(serial) === check

/** Luhn (ISO/IEC 7812-1): every second digit from the right doubled, its own digits added. */
export const luhn: Check = (serial, check) => {
  let sum = 0
  for (let i = 0; i < serial.length; i++) {
    const digit = Number(serial[serial.length - 1 - i])
    const doubled = digit * 2
    sum += i % 2 === 1 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return String(toTen(sum)) === check
}

/** The check digit of FedEx Express: weights 1, 3, 7 repeated from the right, mod 11, and ten counts as nought. */
export function fedexCheckDigit(serial: string): string {
  let sum = 0
  for (let i = 0; i < serial.length; i++) {
    sum += Number(serial[i]) * (FEDEX_WEIGHTS[(serial.length - 1 - i) % 3] ?? 0)
  }
  return String((sum % 11) % 10)
}

export const fedex: Check = (serial, check) => fedexCheckDigit(serial) === check

/** The check digit of S10 (UPU Technical Standard S10): weights 8 6 4 2 3 5 9 7, mod 11. */
export function s10CheckDigit(serial: string): string {
  let sum = 0
  for (let i = 0; i < serial.length; i++) sum += Number(serial[i]) * (S10_WEIGHTS[i] ?? 0)
  const rest = 11 - (sum % 11)
  return String(rest === 10 ? 0 : rest === 11 ? 5 : rest)
}

export const s10: Check = (serial, check) => s10CheckDigit(serial) === check

/** The check character of DPD: ISO/IEC 7064, MOD 37,36 (DPD Parcel Label Specification 2.4.1). */
export function mod3736CheckCharacter(serial: string): string {
  let rest = 36
  for (const character of serial) {
    rest += ALPHABET.indexOf(character)
    if (rest > 36) rest -= 36
    rest *= 2
    if (rest > 36) rest -= 37
  }
  return ALPHABET[(37 - rest) % 36] ?? ''
}

export const mod3736: Check = (serial, check) => mod3736CheckCharacter(serial) === check

/** An account's number (ISO 13616): the first four signs moved behind, letters as two digits, mod 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(text)) return false
  let rest = 0
  for (const sign of text.slice(4) + text.slice(0, 4)) {
    for (const digit of String(ALPHABET.indexOf(sign))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

/** GS1's character sets: 82 in its order, and the 32 signs that check characters are written with. */
const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const SET_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]

/** The two check characters of a model's number (GS1 General Specifications, 7.9.5): primes from the right, mod 1021. */
export function modelCheck(model: string): string {
  let sum = 0
  for (let i = 0; i < model.length; i++) {
    sum += SET_82.indexOf(model.charAt(i)) * (PRIMES[model.length - 1 - i] ?? 0)
  }
  const rest = sum % 1021
  return `${SET_32[rest >> 5] ?? ''}${SET_32[rest & 31] ?? ''}`
}

/** Whether a model's number ends in its check characters, and begins as a company's number does. */
export function isModelNumber(text: string): boolean {
  return /^\d{5}/.test(text) && text.slice(-2) === modelCheck(text.slice(0, -2))
}

/** Deutsche Post's check digit (Leitcode and Identcode): weights 4 and 9 from the left, to the next ten. */
export function leitcode(code: string): boolean {
  if (!/^(?:\d{12}|\d{14})$/.test(code)) return false
  let sum = 0
  for (let i = 0; i < code.length - 1; i++) sum += Number(code[i]) * (i % 2 === 0 ? 4 : 9)
  return String(toTen(sum)) === code.at(-1)
}
