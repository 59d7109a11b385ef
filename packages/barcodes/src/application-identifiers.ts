/**
 * GS1 application identifiers that occur on parcels and products, with the form of their values.
 * Source: GS1 General Specifications, section 3.2 ("GS1 Application Identifiers in numerical order").
 */

import { hasGs1Check } from './gtin.ts'

export interface ApplicationIdentifier {
  ai: string
  /** The most characters that the value takes, where no separator ends it. */
  longest: number
  fits: (value: string) => boolean
}

/** GS1's character set 82. */
const TEXT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/
const DIGITS = /^\d+$/

const digits = (least: number, most = least, check = false) => ({
  longest: most,
  fits: (value: string) =>
    DIGITS.test(value) && value.length >= least && value.length <= most && (!check || hasGs1Check(value)),
})
const key = (length: number) => digits(length, length, true)
const text = (most: number) => ({
  longest: most,
  fits: (value: string) => value.length <= most && TEXT.test(value),
})
/** So many digits, and text after them. */
const digitsThenText = (first: number, most: number) => ({
  longest: first + most,
  fits: (value: string) =>
    value.length <= first + most &&
    /^\d+$/.test(value.slice(0, first)) &&
    value.length >= first &&
    TEXT.test(value),
})
/** YYMMDD, where 00 for the day means the end of the month. */
const date = {
  longest: 6,
  fits: (value: string) => /^\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(value),
}

type Form = Omit<ApplicationIdentifier, 'ai'>

const FORMS: [ais: string, form: Form][] = [
  ['00', key(18)],
  ['01 02 03', key(14)],
  ['11 12 13 15 16 17', date],
  ['20', digits(2)],
  ['402', key(17)],
  ['410 411 412 413 414 415 416 417', key(13)],
  ['422 424 426', digits(3)],
  ['30 37', digits(1, 8)],
  ['242', digits(1, 6)],
  ['253', digitsThenText(13, 17)],
  ['255', digits(13, 25)],
  ['421', digitsThenText(3, 9)],
  ['425', digits(3, 15)],
  ['427', text(3)],
  ['7003', digits(10)],
  ['8003', digitsThenText(14, 16)],
  ['8005', digits(6)],
  ['8006', digits(18)],
  ['8017 8018', key(18)],
  ['10 21 22 243 254 420 710 711 712 713 714 8002', text(20)],
  ['8020', text(25)],
  ['235', text(28)],
  ['90 240 241 250 251 400 401 403 7002 8004', text(30)],
  ['8007', text(34)],
  ['8110 8200', text(70)],
  ['91 92 93 94 95 96 97 98 99', text(90)],
]

const BY_AI = new Map<string, Form>(
  FORMS.flatMap(([ais, form]) => ais.split(' ').map((ai): [string, Form] => [ai, form])),
)

/** Weights, lengths, areas, volumes: 31nn to 36nn, six digits; amounts and prices: 390n to 393n. */
const MEASURE = /^3[1-6]\d\d$/
const AMOUNT = /^39[0-3]\d$/

function formOf(ai: string): Form | undefined {
  if (MEASURE.test(ai)) return digits(6)
  if (AMOUNT.test(ai)) return digits(1, 18)
  return BY_AI.get(ai)
}

/** The identifier of exactly these digits. */
export function applicationIdentifier(ai: string): ApplicationIdentifier | undefined {
  const form = formOf(ai)
  return form && { ai, ...form }
}

/** The identifier that a string begins with. No identifier is the beginning of another, so at most one fits. */
export function leadingIdentifier(rest: string): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const found = rest.length >= length ? applicationIdentifier(rest.slice(0, length)) : undefined
    if (found) return found
  }
  return undefined
}
