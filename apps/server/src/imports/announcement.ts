import { randomUUID } from 'node:crypto'
import { AnnouncedReturn } from '@restow/contracts'
import { mapReason } from '@restow/domain'
import { Ajv, type ErrorObject } from 'ajv'
import {
  day,
  gtinOf,
  type LineProblem,
  lineProblem,
  problem,
  rmaProblem,
  trackingOf,
} from './announced-line.ts'
import type { IdentifiedLine } from './take-in.queries.ts'

/** One announcement as it can be taken in. */
export interface Announcement {
  readonly seller: string
  readonly rmaNumber: string
  readonly cancelled: boolean
  /** It is an error that it has been announced already. */
  readonly onlyNew: boolean
  readonly trackingNumbers: readonly string[]
  readonly lines: readonly IdentifiedLine[]
}

const ajv = new Ajv({
  allErrors: false,
  coerceTypes: false,
  removeAdditional: false,
  strict: false,
  unicodeRegExp: true,
})
const isAnnouncement = ajv.compile<AnnouncedReturn>(AnnouncedReturn)

/** What is wrong with it, without repeating any of it. */
function describe(error: ErrorObject | undefined): string {
  const where = error?.instancePath ? error.instancePath.slice(1).replaceAll('/', '.') : 'the announcement'
  if (error?.keyword === 'required') return `${where} lacks ${String(error.params.missingProperty)}`
  if (error?.keyword === 'additionalProperties') return `${where} has a field that does not belong there`
  return `${where} ${error?.message ?? 'is not right'}`
}

/** Tracking numbers as parcels are found by them, each once. */
export function numbersOf(raw: readonly string[]): string[] | LineProblem {
  const numbers: string[] = []
  for (const one of raw) {
    const read = trackingOf(one)
    if ('code' in read) return read
    numbers.push(read.trackingNumber)
  }
  return [...new Set(numbers)]
}

function linesOf(told: AnnouncedReturn): IdentifiedLine[] | LineProblem {
  const seen = new Map<string, number>()
  const { rmaNumber, orderNumber = null, channel = 'api', carrier = null, announcedOn, state } = told
  const head = {
    ...{ rmaNumber, orderNumber, channel, carrier, trackingNumber: null },
    announcedOn: announcedOn === undefined ? null : day(announcedOn),
    cancelled: state === 'cancelled',
  }
  const lines: IdentifiedLine[] = []
  for (const line of told.lines) {
    const { sku, quantity, valueMinor = null, title = sku, asin = null } = line
    const currency = (line.currency ?? '').toUpperCase()
    const coded = gtinOf(line.gtin ?? '')
    const wrong = lineProblem(sku, quantity, currency) ?? ('code' in coded ? coded : null)
    if (wrong || 'code' in coded) return wrong as LineProblem
    const occurrence = (seen.get(sku) ?? 0) + 1
    seen.set(sku, occurrence)
    const reasonRaw = line.reason ?? told.reason ?? ''
    const reason = { reasonRaw, reasonMapped: mapReason(reasonRaw) }
    const facts = { sku, quantity, valueMinor, title, asin, currency, ...coded, ...reason }
    lines.push({ ...head, ...facts, occurrence, newId: randomUUID() })
  }
  return lines
}

/** Reads one announcement. What is wrong with it stays with it. */
export function readAnnouncement(raw: unknown): Announcement | LineProblem {
  if (!isAnnouncement(raw))
    return problem('malformed', `This could not be read: ${describe(isAnnouncement.errors?.[0])}.`)
  if (raw.announcedOn !== undefined && day(raw.announcedOn) === null)
    return problem('day_wrong', 'The day of the announcement is none that the calendar has.')
  const { seller, rmaNumber, state, onlyNew = false } = raw
  const numbers = numbersOf(raw.trackingNumbers)
  const lines = linesOf(raw)
  const wrong = rmaProblem(rmaNumber) ?? ('code' in numbers ? numbers : null)
  if (wrong || 'code' in numbers) return wrong as LineProblem
  if ('code' in lines) return lines
  return { seller, rmaNumber, cancelled: state === 'cancelled', onlyNew, trackingNumbers: numbers, lines }
}
