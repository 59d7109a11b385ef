/**
 * Carriers' numbers in words of their own, for tests: what each format looks like and how its check digit is reckoned,
 * written beside formats.ts and checks.ts and not out of them, so that a slip there does not hide here.
 *
 * A shape: `#` a digit, `@` a letter, `*` either, `[ACM]` one of these, `?` the check character, `{12}` so many; all else
 * as it is. The check character is over what stands from `from` on, with `lead` put in front of it.
 */

import { fractions } from './fractions.fixture.ts'

type Reckon = (serial: string) => string

export interface Shape {
  carrier: string
  format: string
  shapes: string[]
  check?: Reckon
  from?: number
  lead?: (serial: string) => string
}

const value = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10)
const sumBy = (serial: string, weights: readonly number[]) =>
  [...serial].reduce((sum, sign, i) => sum + value(sign) * (weights[i % weights.length] ?? 0), 0)
/** Weights from the left; what is missing to the next ten. */
const tens =
  (...weights: number[]): Reckon =>
  (serial) =>
    String((1_000 * 10 - sumBy(serial, weights)) % 10)
const elevens =
  (...weights: number[]): Reckon =>
  (serial) =>
    String((sumBy(serial, weights) % 11) % 10)
const sevens: Reckon = (serial) => String(BigInt(serial) % 7n)
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
const luhn: Reckon = (serial) => {
  const digits = [...serial].reverse().map(Number)
  const sum = digits.reduce((all, digit, i) => all + (i % 2 === 0 ? (DOUBLED[digit] ?? 0) : digit), 0)
  return String((1_000 * 10 - sum) % 10)
}
const post: Reckon = (serial) => {
  const rest = 11 - (sumBy(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return rest === 10 ? '0' : rest === 11 ? '5' : String(rest)
}
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** ISO/IEC 7064, hybrid system MOD 37,36. */
const hybrid: Reckon = (serial) => {
  const last = [...serial].reduce((product, sign) => {
    const sum = (product + SIGNS.indexOf(sign)) % 36 || 36
    return (sum * 2) % 37
  }, 36)
  return SIGNS[(36 + 1 - last) % 36] ?? ''
}

/** Behind nothing, and behind 420 with five and with nine digits of postal code. */
const routed = (...shapes: string[]) => shapes.flatMap((shape) => [shape, `420#{5}${shape}`])
const routedNine = (...shapes: string[]) => [
  ...routed(...shapes),
  ...shapes.map((shape) => `420#{9}${shape}`),
]

const of = (carrier: string, format: string, ...shapes: string[]): Shape => ({ carrier, format, shapes })

export const SHAPES: Shape[] = [
  of('amazon', 'Amazon Logistics', 'TB[ACM]#{12}'),
  of('amazon', 'Amazon International', '[AFC]#{10}'),
  { ...of('canada_post', 'Canada Post (16)', '#{15}?'), check: tens(3, 1) },
  of('canpar', 'Canpar (22)', '[CDKLSUXZ]#{21}'),
  { ...of('dhl', 'DHL Express', '#{9}?', '#{10}?'), check: sevens },
  of('dhl', 'DHL Express (Piece ID)', 'J@{2}#{9}', 'J@{3}#{10}', 'JJD#{10}'),
  of('dhl', 'DHL E-Commerce', 'GM#*{9}', 'LX#*{20}', 'MY#*{38}', 'RX#*{14}', 'CN#*{12}'),
  of('dhl', 'DHL E-Commerce (14)', '#{14}'),
  { ...of('dpd', 'DPD (28)', '#{27}?'), check: hybrid },
  { ...of('dpd', 'DPD (14)', '#{14}?'), check: hybrid },
  { ...of('fedex', 'FedEx Express (12)', '#{11}?'), check: elevens(3, 1, 7) },
  {
    ...of('fedex', 'FedEx Express (34)', '[0-8]#{19}00#{11}?', '[0-8]#{32}?'),
    check: elevens(1, 7, 3),
    from: 20,
  },
  { ...of('fedex', 'FedEx ASTRA (32)', '3#{15}#{11}?#{4}'), check: elevens(3, 1, 7), from: 16 },
  { ...of('fedex', 'FedEx Ground', '#{14}?'), check: tens(1, 3) },
  { ...of('fedex', 'FedEx Ground (SSCC-18)', '#{17}?'), check: tens(3, 1), from: 2 },
  { ...of('fedex', 'FedEx Ground 96 (22)', '96#{19}?'), check: tens(1, 3), from: 7 },
  { ...of('fedex', 'FedEx Ground GSN', '96#{31}?'), check: elevens(1, 7, 3), from: 20 },
  of('gofo', 'GOFO Express (US)', 'GFUS#{14}'),
  of('landmark', 'Landmark Global LTN', 'LTN#{8}N1'),
  of('lasership', 'LaserShip LX', 'L[AIEHNX][1-3]#{7}'),
  of('lasership', 'LaserShip 1LS7 (15)', '1LS7[12]#{10}'),
  of('lasership', 'LaserShip 1LS7 (18)', '1LS7[12]##01[1-4]#{6}-1'),
  of('lasership', 'LaserShip 1LSCX (15)', '1LSCX*{10}'),
  { ...of('old_dominion', 'Old Dominion', '77[78]#{7}?', '072#{7}?', '780#{7}?'), check: luhn },
  { ...of('old_dominion', 'Old Dominion Guaranteed Shipment', '80#{8}?'), check: luhn },
  {
    ...of('ontrac', 'OnTrac', 'C#{13}?'),
    ...{ check: tens(1, 2), from: 1, lead: (serial: string) => (serial.startsWith('4') ? '' : '4') },
  },
  {
    ...of('ontrac', 'OnTrac D', 'D#{13}?'),
    ...{ check: tens(1, 2), from: 1, lead: (serial: string) => (serial.startsWith('5') ? '' : '5') },
  },
  { ...of('purolator', 'Purolator (12)', '[0-5]#{10}?'), check: luhn },
  of('purolator', 'Purolator (alpha + 9)', '@{3}#{9}'),
  { ...of('s10', 'S10', '@@#{8}?GB', '@@#{8}?CN', '@@#{8}?DE', '@@#{8}?US'), check: post, from: 2 },
  of('speedee', 'Spee-Dee (20)', 'SP#{18}'),
  { ...of('ups', 'UPS', '1Z*{15}?'), check: tens(1, 2), from: 2 },
  { ...of('ups', 'UPS Waybill', '[AHJKTV]#{9}?'), check: tens(1, 2), from: 1 },
  { ...of('usps', 'USPS 20', '#{19}?'), check: tens(3, 1) },
  {
    ...of('usps', 'USPS IMpb N', ...routedNine('94#{19}?'), ...routed('94#{23}?'), '94###9#{23}?'),
    check: tens(3, 1),
  },
  {
    ...of(
      ...(['usps', 'USPS IMpb C'] as const),
      ...routedNine('92###9#{15}?', '93###[0-8]#{15}?', '95#{19}?'),
      ...routed('92###9#{19}?', '93###[0-8]#{19}?'),
    ),
    check: tens(3, 1),
  },
  {
    ...of('usps', 'USPS Legacy', ...routedNine('91#{19}?', '#{19}?')),
    ...{ check: tens(3, 1), lead: (serial: string) => (serial.startsWith('91') ? '' : '91') },
  },
  of('yodel', 'Yodel', 'JD#{16}', 'JJD#{16}'),
  of('yunexpress', 'YunExpress', 'YT#{16}'),
]

const TOKEN = /(\[[^\]]+\]|[#@*?.]|[^{])(?:\{(\d+)\})?/g
const SIGNS_OF: Record<string, string> = {
  '#': '[0-9]',
  '@': '[A-Z]',
  '*': '[0-9A-Z]',
  '?': '(?<check>[0-9A-Z])',
}

const patterns = new Map<string, RegExp>()

/** A shape as a pattern. */
function patternOf(shape: string): RegExp {
  const known = patterns.get(shape)
  if (known) return known
  const parts = [...shape.matchAll(TOKEN)].map(([, sign = '', times]) => {
    const set = SIGNS_OF[sign] ?? (sign.startsWith('[') ? sign : `[${sign.replace('-', '\\-')}]`)
    return times ? `${set}{${times}}` : set
  })
  const pattern = new RegExp(`^${parts.join('')}$`, 'd')
  patterns.set(shape, pattern)
  return pattern
}

/** How many signs of a shape are routing. */
const routeOf = (written: string) =>
  written.startsWith('420#{9}') ? 12 : written.startsWith('420#{5}') ? 8 : 0

/** What the check character of a number of this shape has to be. */
function reckoned({ check, from = 0, lead }: Shape, written: string, code: string, at: number): string {
  const serial = code.slice(routeOf(written) + from, at)
  return check?.((lead?.(serial) ?? '') + serial) ?? ''
}

/** Whether a code is of this format, by its shapes and its check character. */
export function isOf(shape: Shape, code: string): boolean {
  return shape.shapes.some((written) => {
    const found = patternOf(written).exec(code)
    const at = found?.indices?.groups?.check?.[0]
    return found !== null && (at === undefined || reckoned(shape, written, code, at) === code[at])
  })
}

function oneOf(signs: string, random: () => number): string {
  return signs.charAt(Math.floor(random() * signs.length))
}

/** All signs of a set: `[1-4]`, `[ACM]`. */
const signsIn = (set: string): string => [...SIGNS].filter((sign) => new RegExp(set).test(sign)).join('')

/** A number of this shape whose check character is right. */
function numberOf(shape: Shape, written: string, random: () => number): string {
  const code = [...written.matchAll(TOKEN)]
    .map(([, sign = '', times = '1']) => {
      if (sign === '?') return '?'
      const set = SIGNS_OF[sign] ?? (sign.startsWith('[') ? sign : '')
      return Array.from({ length: Number(times) }, () =>
        set === '' ? sign : oneOf(signsIn(set), random),
      ).join('')
    })
    .join('')
  const at = code.indexOf('?')
  return at < 0 ? code : code.replace('?', reckoned(shape, written, code, at))
}

/** So many numbers of a format, its shapes by turns. */
export function numbersOf(shape: Shape, count: number): string[] {
  const random = fractions(shape.format.length * 7_919 + 1)
  return Array.from({ length: count }, (_, i) =>
    numberOf(shape, shape.shapes[i % shape.shapes.length] ?? '', random),
  )
}

/** Each digit in turn replaced by another. */
export function misread(number: string, random: () => number): string[] {
  return [...number].flatMap((digit, at) => {
    if (!/\d/.test(digit)) return []
    const other = (Number(digit) + 1 + Math.floor(random() * 9)) % 10
    return [number.slice(0, at) + other + number.slice(at + 1)]
  })
}
