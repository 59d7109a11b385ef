/** What a GS1 code says: element strings as scanned, as printed with brackets, and GS1 Digital Link addresses. */

import {
  type ApplicationIdentifier,
  applicationIdentifier,
  leadingIdentifier,
} from './application-identifiers.ts'
import { GS } from './clean.ts'
import { isLink, readDigitalLink } from './digital-link.ts'
import type { Element, Gs1Doubt, Gs1Reading } from './elements.ts'

/** As many other readings as are worth showing to a person. */
const MOST_READINGS = 4

/**
 * Identifiers without a check digit or a date that labels put behind a batch or a serial number. Any digits would pass
 * for one, so of the rest only those are thought of whose values can be told to be wrong.
 */
const BEHIND = new Set(['10', '21', '240', '241', '250', '251', '400', '420'])

/** Takes an element in, unless its value does not fit or contradicts what the same identifier said before. */
function take(elements: Element[], [ai, value]: Element): boolean {
  if (!applicationIdentifier(ai)?.fits(value)) return false
  const before = elements.find((one) => one[0] === ai)
  if (!before) elements.push([ai, value])
  return !before || before[1] === value
}

/** The run up to the next separator, as the value of this identifier; a value of one length ends there. */
function valueIn(found: ApplicationIdentifier, body: string): string {
  const end = body.indexOf(GS)
  const run = end < 0 ? body : body.slice(0, end)
  return found.shortest === found.longest ? run.slice(0, found.longest) : run
}

/** Elements one behind the other, each value as long as it may be. */
function readStraight(text: string): Element[] | undefined {
  const elements: Element[] = []
  for (let rest = text; rest !== ''; ) {
    const found = leadingIdentifier(rest)
    if (!found) return undefined
    const body = rest.slice(found.ai.length)
    const value = valueIn(found, body)
    if (!take(elements, [found.ai, value])) return undefined
    rest = body.slice(value.length)
    if (rest.startsWith(GS)) rest = rest.slice(1)
  }
  return elements
}

/** Where a US label's postal code ends and its number begins, in a run of digits without the separator. */
const POSTAL_THEN_NUMBER = /^(?:\d{5}|\d{9})(?=9[1-6]\d{20,32}$)/

function mayFollow(head: string, tail: string, ai: string): boolean {
  const next = leadingIdentifier(tail)
  if (!next || next.ai === ai) return false
  if (ai === '420') return POSTAL_THEN_NUMBER.exec(head + tail)?.[0] === head
  return (next.checked || BEHIND.has(next.ai)) && tail.length > next.ai.length + 1
}

/** What else a value may be: every place where it could end and known elements follow; the checked ones first. */
function splitsOf(found: ApplicationIdentifier, run: string): Element[][] {
  const splits: Element[][] = []
  const furthest = Math.min(found.longest, run.length - 3)
  for (let end = found.shortest; end <= furthest; end++) {
    const [head, tail] = [run.slice(0, end), run.slice(end)]
    if (head === '' || !mayFollow(head, tail, found.ai) || !found.fits(head)) continue
    const behind = readStraight(tail)
    if (behind) splits.push([[found.ai, head], ...behind])
  }
  const checked = ([, next]: Element[]) => (leadingIdentifier(next?.[0] ?? '')?.checked ? 0 : 1)
  return splits.sort((a, b) => checked(a) - checked(b)).slice(0, MOST_READINGS)
}

/**
 * `01…10…<GS>21…`: values of a predefined length end by it, all others at a separator. Where a scan has no separator at
 * all, and what a value would swallow reads as elements too, one may have been lost on the way: both are said. A value
 * too long for its identifier has lost one for certain, and is no element.
 */
function readElementString(text: string): Gs1Reading | undefined {
  const elements: Element[] = []
  const uncertain: Gs1Doubt[] = []
  const separated = text.includes(GS)
  for (let rest = text; rest !== ''; ) {
    const found = leadingIdentifier(rest)
    if (!found) return undefined
    const body = rest.slice(found.ai.length)
    const value = valueIn(found, body)
    const fits = found.fits(value)
    const ends = found.shortest === found.longest
    const readings = ends || (separated && fits) ? [] : splitsOf(found, value)
    const [only] = readings
    // What a US label leaves out between postal code and number is no loss: there is one place for it.
    const taken = fits ? [[found.ai, value] as const] : found.ai === '420' ? (only ?? []) : []
    if (readings.length > 0 && (fits || taken.length === 0)) uncertain.push({ ai: found.ai, value, readings })
    if (!taken.every((one) => take(elements, one)) || (!fits && !only)) return undefined
    rest = body.slice(value.length)
    if (rest.startsWith(GS)) rest = rest.slice(1)
  }
  return { elements, uncertain }
}

/** `(01)09506000134352(10)ABC`, as printed under the bars and keyed in by hand. */
function readBracketed(text: string): Gs1Reading | undefined {
  const elements: Element[] = []
  for (const part of text.split(/\((?=\d{2,4}\))/).slice(1)) {
    const close = part.indexOf(')')
    if (!take(elements, [part.slice(0, close), part.slice(close + 1).trim()])) return undefined
  }
  return { elements, uncertain: [] }
}

/** Signs that no value of an element string has, and the separator among them. */
const FOREIGN = /[^!"#%&'()*+,\-./0-9:;<=>?A-Z_a-z]/g

/** A scanner that sends some sign for the separator which nobody told us of: no value has it, and it is always the same. */
function withSeparators(text: string): string {
  const foreign = new Set(text.match(FOREIGN))
  foreign.delete(GS)
  return foreign.size === 1 ? text.replace(FOREIGN, GS) : text
}

/**
 * The elements of a GS1 code. A bare run of digits is taken for one only if the scanner said so, if it has a separator,
 * or if it begins with the number of a product or a pallet whose check digit is right: any carrier's number may begin
 * with digits that are an identifier.
 */
export function readGs1(text: string, saysGs1: boolean): Gs1Reading | undefined {
  const reading = isLink(text)
    ? readDigitalLink(text)
    : /^\(\d{2,4}\)/.test(text)
      ? readBracketed(text)
      : saysGs1 || text.includes(GS) || /^(?:0[0123]|8006)\d{14}/.test(text)
        ? readElementString(withSeparators(text))
        : undefined
  return reading && reading.elements.length + reading.uncertain.length > 0 ? reading : undefined
}
