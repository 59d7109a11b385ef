/**
 * The table of carriers' numbers: one row a format, `carrier` and `format` named as interfaces.md promises
 * (`courier_code` and `name` of jkeen/tracking_number_data, MIT, as of 2026-08, whose shapes and check digits these are).
 *
 * A pattern is matched against the compact code (clean.ts: upper case, no blanks), is anchored, and has no nested
 * repetition, so it cannot run long. Its groups: `serial` and `check` for the check digit, `number` for what the seller
 * was told (else the whole code). Order matters only where two formats fit and tell different numbers: the one whose
 * shape says more stands first.
 */

import * as checks from './checks.ts'
import { issuesS10 } from './s10-countries.ts'

export interface Format {
  carrier: string
  format: string
  patterns: readonly RegExp[]
  check?: checks.Check
  /** A condition that neither shape nor check digit can say. */
  where?: (code: string) => boolean
  /** What the seller was told, where it is not simply the group `number`. */
  told?: (number: string) => string
  /** Other forms in which the same number may have been announced. */
  also?: (number: string) => string[]
}

/** 420, the postal code of the destination, and the number: GS1 AI 420 ahead of the IMpb (USPS Publication 199). */
const ZIP = '(?:420(?:\\d{5}|\\d{9}))?'
const usps = (start: string, rest: number) =>
  new RegExp(`^${ZIP}(?<number>(?<serial>${start}\\d{${rest}})(?<check>\\d))$`)
/** A mailer's number has nine digits if it begins with 9, else six; 92 is for the former, 93 for the latter. */
const IMPB_C = '(?:92\\d{3}9|93\\d{3}[0-8]|95\\d{4})'

/** Fourteen digits of which the first two are noughts on all Express labels: twelve are printed. */
const withoutNoughts = (number: string) => number.replace(/^0{1,2}/, '')
const withDpdCheck = (number: string) => [number + checks.mod3736CheckCharacter(number)]
/** The old 91 stands in the barcode, and often not in print. */
const withAndWithout91 = (number: string) =>
  number.length === 22 ? [number.slice(2)] : number.startsWith('91') ? [] : [`91${number}`]

/** J is the data identifier of a licence plate (ISO/IEC 15418): bars have it ahead of JD…, print leaves it out. */
const withAndWithoutJ = (number: string) =>
  /^JD|^JJD/.test(number) ? [number.startsWith('JJ') ? number.slice(1) : `J${number}`] : []

const row = (carrier: string, format: string, pattern: RegExp | RegExp[], check?: checks.Check): Format => ({
  carrier,
  format,
  patterns: [pattern].flat(),
  ...(check && { check }),
})

const USPS: Format[] = [
  row('usps', 'USPS IMpb N', [usps('94\\d{4}', 15), usps('94\\d{4}', 19), usps('94\\d{3}9', 23)], checks.gs1),
  row('usps', 'USPS IMpb C', [usps(IMPB_C, 15), usps(IMPB_C, 19)], checks.gs1),
  { ...row('usps', 'USPS Legacy', usps('91', 19), checks.gs1), also: withAndWithout91 },
  { ...row('usps', 'USPS Legacy', usps('', 19), checks.gs1After('91')), also: withAndWithout91 },
  row('usps', 'USPS 20', /^(?<serial>\d{19})(?<check>\d)$/, checks.gs1),
]

const FEDEX: Format[] = [
  {
    ...row(
      'fedex',
      'FedEx Express (34)',
      /^[0-8]\d{19}(?<number>(?<serial>\d{13})(?<check>\d))$/,
      checks.fedex,
    ),
    told: withoutNoughts,
  },
  {
    ...row('fedex', 'FedEx Ground GSN', /^96\d{18}(?<number>(?<serial>\d{13})(?<check>\d))$/, checks.fedex),
    told: withoutNoughts,
  },
  row('fedex', 'FedEx ASTRA (32)', /^3\d{15}(?<number>(?<serial>\d{11})(?<check>\d))\d{4}$/, checks.fedex),
  row('fedex', 'FedEx Ground 96 (22)', /^96\d{5}(?<number>(?<serial>\d{14})(?<check>\d))$/, checks.gs1),
  row('fedex', 'FedEx Express (12)', /^(?<serial>\d{11})(?<check>\d)$/, checks.fedex),
  row('fedex', 'FedEx Ground', /^(?<serial>\d{14})(?<check>\d)$/, checks.gs1),
  row('fedex', 'FedEx Ground (SSCC-18)', /^\d{2}(?<serial>\d{15})(?<check>\d)$/, checks.gs1),
]

const EXPRESS: Format[] = [
  row('ups', 'UPS', /^1Z(?<serial>[A-Z0-9]{15})(?<check>\d)$/, checks.ups),
  row('ups', 'UPS Waybill', /^[AHJKTV](?<serial>\d{9})(?<check>\d)$/, checks.ups),
  row('dhl', 'DHL Express', /^(?<serial>\d{9,10})(?<check>\d)$/, checks.mod7),
  { ...row('dhl', 'DHL Express (Piece ID)', /^J[A-Z]{2,3}\d{9,10}$/), also: withAndWithoutJ },
  row('dhl', 'DHL E-Commerce', /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}$/),
  row('dhl', 'DHL E-Commerce (14)', /^\d{14}$/),
  {
    ...row('dpd', 'DPD (28)', /^(?<serial>\d{7}(?<number>\d{14})\d{6})(?<check>[0-9A-Z])$/, checks.mod3736),
    also: withDpdCheck,
  },
  // What the bars hold is that behind a per cent sign, and without the check character that is printed under them.
  {
    ...row('dpd', 'DPD (28)', /^%(?<serial>\d{7}(?<number>\d{14})[1-9]\d{2}[0-8]\d{2})$/),
    also: withDpdCheck,
  },
  {
    ...row('dpd', 'DPD (28)', /^%(?<serial>\d{7}(?<number>\d{14})\d{6})(?<check>[0-9A-Z])$/, checks.mod3736),
    also: withDpdCheck,
  },
  {
    ...row('dpd', 'DPD (14)', /^(?<number>(?<serial>\d{14}))(?<check>[0-9A-Z])$/, checks.mod3736),
    also: withDpdCheck,
  },
]

const POSTS: Format[] = [
  {
    ...row('s10', 'S10', /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)[A-Z]{2}$/, checks.s10),
    where: (code) => issuesS10(code.slice(-2)),
  },
  row('canada_post', 'Canada Post (16)', /^(?<serial>\d{15})(?<check>\d)$/, checks.gs1),
]

const REGIONAL: Format[] = [
  row('amazon', 'Amazon Logistics', /^TB[ACM]\d{12}$/),
  row('amazon', 'Amazon International', /^[AFC]\d{10}$/),
  row('canpar', 'Canpar (22)', /^[CDKLSUXZ]\d{21}$/),
  row('gofo', 'GOFO Express (US)', /^GFUS\d{14}$/),
  row('landmark', 'Landmark Global LTN', /^LTN\d{8}N1$/),
  row('lasership', 'LaserShip LX', /^L[AIEHNX][1-3]\d{7}$/),
  row('lasership', 'LaserShip 1LS7 (15)', /^1LS7[12]\d{10}$/),
  row('lasership', 'LaserShip 1LS7 (18)', /^1LS7[12]\d{2}01[1-4]\d{6}-1$/),
  row('lasership', 'LaserShip 1LSCX (15)', /^1LSCX[0-9A-Z]{10}$/),
  row('old_dominion', 'Old Dominion', /^(?<serial>(?:77[78]|072|780)\d{7})(?<check>\d)$/, checks.luhn),
  row('old_dominion', 'Old Dominion Guaranteed Shipment', /^(?<serial>80\d{8})(?<check>\d)$/, checks.luhn),
  row('ontrac', 'OnTrac', /^C(?<serial>\d{13})(?<check>\d)$/, checks.upsAfter('4')),
  row('ontrac', 'OnTrac D', /^D(?<serial>\d{13})(?<check>\d)$/, checks.upsAfter('5')),
  row('purolator', 'Purolator (12)', /^(?<serial>[0-5]\d{10})(?<check>\d)$/, checks.luhn),
  row('purolator', 'Purolator (alpha + 9)', /^[A-Z]{3}\d{9}$/),
  row('speedee', 'Spee-Dee (20)', /^SP\d{18}$/),
  { ...row('yodel', 'Yodel', /^J?JD\d{16}$/), also: withAndWithoutJ },
  row('yunexpress', 'YunExpress', /^YT\d{16}$/),
]

/** All formats, in the order in which readings are listed when their checks are equally good. */
export const FORMATS: readonly Format[] = [...USPS, ...FEDEX, ...EXPRESS, ...POSTS, ...REGIONAL]
