/** Makes valid numbers for tests and demo data, out of a source of numbers in [0, 1). */

import { gs1CheckDigit, lpnOf } from '@restow/domain'
import { readCarriers } from './carriers.ts'
import * as checks from './checks.ts'
import { GS } from './clean.ts'

type Random = () => number
export type MadeCarrier = 'ups' | 'usps' | 'fedex' | 'dhl' | 's10'

const LETTERS_AND_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const UPS_SERVICES = ['01', '02', '03', '12', '68', '90']
const USPS_SERVICES = ['055', '612', '020', '748']
const S10_ENDS: [service: string, country: string][] = [
  ['RM', 'GB'],
  ['JV', 'GB'],
  ['RR', 'DE'],
  ['LX', 'CN'],
  ['EE', 'CN'],
]

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)]
}

function characters(alphabet: string, count: number, random: Random): string {
  return Array.from({ length: count }, () => pick([...alphabet], random)).join('')
}

const digits = (count: number, random: Random) => characters('0123456789', count, random)
/** Digits of which the first is no nought, since spreadsheets take noughts away. */
const number = (count: number, random: Random) =>
  characters('123456789', 1, random) + digits(count - 1, random)

const MAKERS: Record<MadeCarrier, (random: Random) => string> = {
  ups: (random) => {
    const shipper = characters(LETTERS_AND_DIGITS, 6, random)
    const serial = `${shipper}${pick(UPS_SERVICES, random)}${digits(7, random)}`
    return `1Z${serial}${checks.upsCheckDigit(serial)}`
  },
  usps: (random) => {
    const serial = `92${pick(USPS_SERVICES, random)}9${digits(15, random)}`
    return `${serial}${gs1CheckDigit(serial)}`
  },
  fedex: (random) => {
    const serial = number(11, random)
    return `${serial}${checks.fedexCheckDigit(serial)}`
  },
  dhl: (random) => {
    const serial = number(9, random)
    return `${serial}${checks.mod7CheckDigit(serial)}`
  },
  s10: (random) => {
    const [service, country] = pick(S10_ENDS, random) ?? ['RR', 'DE']
    const serial = digits(8, random)
    return `${service}${serial}${checks.s10CheckDigit(serial)}${country}`
  },
}

/** A number of this carrier with a right check digit, as a seller is told it. */
export function makeTracking(carrier: MadeCarrier, random: Random): string {
  return MAKERS[carrier](random)
}

/**
 * What a scanner reads off the label of that number: 420 and a postal code ahead of a USPS number, with a separator half of
 * the time; half of the time the 34 digits that end in a FedEx number; and of others the number itself.
 */
export function makeScan(trackingNumber: string, random: Random): string {
  const carriers = readCarriers(trackingNumber).map((one) => one.format)
  const postalCode = digits(5, random)
  const half = random() < 0.5
  if (carriers.some((format) => format.startsWith('USPS IMpb'))) {
    return `420${postalCode}${half ? GS : ''}${trackingNumber}`
  }
  const is34 = half && carriers.includes('FedEx Express (12)')
  return is34 ? `1${digits(14, random)}${postalCode}00${trackingNumber}` : trackingNumber
}

/** The licence plate of a serial number from 1 to 999,999,999. */
export function makeLpn(serial: number): string {
  return lpnOf(serial)
}

/** An EAN-13 under a prefix that no GS1 member gives out (200–299 is for use within a company). */
export function makeGtin13(random: Random): string {
  const twelve = `20${digits(10, random)}`
  return `${twelve}${gs1CheckDigit(twelve)}`
}
