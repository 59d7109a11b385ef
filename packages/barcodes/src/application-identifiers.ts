/**
 * The GS1 application identifiers with the form of their values.
 * Source: GS1 General Specifications, sections 3.2 ("GS1 Application Identifiers in numerical order") and 7.8.5 (which
 * element strings have a predefined length), as of release 25.
 *
 * A form is written in the General Specifications' own manner: `n6` six digits, `x..20` up to twenty of character set 82,
 * `y` of set 39, `z` of the file-safe base 64 set, `?` what may be left out. Behind a comma stands what its digits must be.
 */

import { isIban, isModelNumber } from './checks.ts'
import { isPlainDate, isPlainDay, isTime } from './gs1-dates.ts'
import { hasGs1Check } from './gtin.ts'

export interface ApplicationIdentifier {
  ai: string
  /** The fewest and the most characters that the value takes. */
  shortest: number
  longest: number
  /** Whether the value ends by its length, and so needs no separator behind it. */
  predefined: boolean
  /** Whether a wrong value would show: a check digit, a date. */
  checked: boolean
  fits: (value: string) => boolean
}

const SETS: Record<string, string> = {
  n: '[0-9]',
  x: '[!"%&\'()*+,\\-./0-9:;<=>?A-Z_a-z]',
  y: '[#\\-/0-9A-Z]',
  z: '[0-9A-Za-z_=-]',
}

const RULES: Record<string, (value: string) => boolean> = {
  key: hasGs1Check,
  date: isPlainDate,
  day: isPlainDay,
  time: isTime,
  iban: isIban,
  model: isModelNumber,
  /** Piece so of so many. */
  piece: (value) => value.slice(0, 2) <= value.slice(2) && value.slice(0, 2) !== '00',
  /** An asset's key has a nought ahead, which fills it up to fourteen digits. */
  asset: (value) => value.startsWith('0') && hasGs1Check(value.slice(1)),
  flag: (value) => value === '0' || value === '1',
}

const FORMS: [form: string, ais: string][] = [
  ['n18,key', '00 8017 8018'],
  ['n14,key', '01 02 03'],
  ['n13,key', '410 411 412 413 414 415 416 417'],
  ['n17,key', '402'],
  ['n6,date', '11 12 13 15 16 17'],
  ['n2', '20'],
  ['n3', '422 424 426'],
  ['n4', '3940 3941 3942 3943 8111'],
  ['n6', '3950 3951 3952 3953 3954 3955 8005'],
  ['n6,day', '4326 7006'],
  ['n6,date n4,time', '4324 4325'],
  ['n6,day n4,time', '7003'],
  ['n6,day n4,time?', '7011'],
  ['n6,day n6,day?', '7007'],
  ['n13', '7001'],
  ['n14', '8001'],
  ['n20', '4309'],
  ['n1,flag', '4321 4322 4323'],
  ['n6 x1?', '4330 4331 4332 4333'],
  ['n14,key n4,piece', '8006 8026'],
  ['n13,key x..17?', '253'],
  ['n13,key n..12?', '255'],
  ['n14,asset x..16?', '8003'],
  ['n8 n..4?', '8008'],
  ['n8', '7250'],
  ['n12', '7251'],
  ['n1', '7252'],
  ['n2', '7241'],
  ['n..4', '7004'],
  ['n..6', '242'],
  ['n..8', '30 37'],
  ['n..10', '8019'],
  ['n..12', '8011'],
  ['n..15', '423 425'],
  ['n3 x..9', '421'],
  ['n3 x..27', '7030 7031 7032 7033 7034 7035 7036 7037 7038 7039'],
  ['n1 x3', '7040'],
  ['x2', '4307 4317'],
  ['x3', '7258'],
  ['x..2', '7010'],
  ['x..3', '427 7008'],
  ['x..4', '7041'],
  ['x..10', '7009 7255'],
  ['x..12', '7005'],
  ['x..20', '10 21 22 243 254 420 710 711 712 713 714 715 716 4318 7020 7021 7022 7240 8002 8012'],
  ['x..25', '7242 8020'],
  ['x..25,model', '8013 8014'],
  ['x..28', '235'],
  ['x..30', '90 240 241 250 251 400 401 403 4308 4319 7002 7023 8004'],
  ['x2 x..28', '7230 7231 7232 7233 7234 7235 7236 7237 7238 7239'],
  ['x..34,iban', '8007'],
  ['x..35', '4300 4301 4310 4311 4320'],
  ['x..40', '7253 7254 7259'],
  ['x..50', '8009'],
  ['x..70', '4302 4303 4304 4305 4306 4312 4313 4314 4315 4316 7257 8110 8112 8200'],
  ['x..90', '91 92 93 94 95 96 97 98 99 7256'],
  ['y..30', '8010'],
  ['z..90', '8030'],
]

/** Lengths, weights, areas, volumes, the last digit of the four saying where the decimal point is. */
const MEASURE = /^3(?:1[0-6]|2\d|3[0-7]|4\d|5[0-7]|6\d)[0-5]$/
/** Amounts and prices: without a currency, and after the three digits of one. */
const AMOUNT = /^39[02]\d$/
const AMOUNT_IN = /^39[13]\d$/

/** The first two digits of those that end by their length (General Specifications, figure 7.8.5-2). */
const PREDEFINED = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/

type Form = Omit<ApplicationIdentifier, 'ai' | 'predefined'>

/** What a written form says: one pattern for the whole, and a rule for each part that has one. */
function formFrom(written: string): Form {
  let shortest = 0
  let longest = 0
  let pattern = ''
  const rules: ((value: string) => boolean)[] = []
  for (const part of written.split(' ')) {
    const [, set = 'n', upTo, digits = '', rule = '', optional] =
      /^([nxyz])(\.\.)?(\d+),?([a-z]*)(\?)?$/.exec(part) ?? []
    const most = Number(digits)
    longest += most
    shortest += optional ? 0 : upTo ? 1 : most
    pattern += `(${SETS[set]}{${upTo ? 1 : most},${most}})${optional ?? ''}`
    rules.push(RULES[rule] ?? (() => true))
  }
  const whole = new RegExp(`^${pattern}$`)
  const fits = (value: string): boolean => {
    const found = whole.exec(value)
    return (
      found !== null && rules.every((holds, i) => found[i + 1] === undefined || holds(found[i + 1] ?? ''))
    )
  }
  return { shortest, longest, checked: written.includes(','), fits }
}

let known: Map<string, Form> | undefined

/** Made when first asked for: most scans of a shift are no GS1 code, and the first screen waits for nothing. */
function formOf(ai: string): Form | undefined {
  if (!known) {
    known = new Map()
    for (const [written, ais] of FORMS) {
      const form = formFrom(written)
      for (const one of ais.split(' ')) known.set(one, form)
    }
  }
  const form = known.get(ai)
  const written = form
    ? ''
    : MEASURE.test(ai)
      ? 'n6'
      : AMOUNT.test(ai)
        ? 'n..15'
        : AMOUNT_IN.test(ai)
          ? 'n3 n..15'
          : ''
  if (written === '') return form
  known.set(ai, formFrom(written))
  return known.get(ai)
}

/** The identifier of exactly these digits. */
export function applicationIdentifier(ai: string): ApplicationIdentifier | undefined {
  const form = formOf(ai)
  return form && { ai, predefined: PREDEFINED.test(ai), ...form }
}

/** The identifier that a string begins with. No identifier is the beginning of another, so at most one fits. */
export function leadingIdentifier(rest: string): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const found = rest.length >= length ? applicationIdentifier(rest.slice(0, length)) : undefined
    if (found) return found
  }
  return undefined
}
