/** What a GS1 code says: element strings as scanned, as printed with brackets, and GS1 Digital Link addresses. */

import { applicationIdentifier, leadingIdentifier } from './application-identifiers.ts'
import { GS } from './clean.ts'

export type Elements = Record<string, string>

/** Takes an element in, unless its value does not fit or contradicts what the same identifier said before. */
function take(elements: Elements, ai: string, value: string): boolean {
  const known = applicationIdentifier(ai)
  if (!known?.fits(value) || (elements[ai] ?? value) !== value) return false
  elements[ai] = value
  return true
}

/** `01…10…<GS>21…`: each value ends at a separator, else where its longest form ends. */
function readElementString(text: string): Elements | undefined {
  const elements: Elements = {}
  let rest = text
  while (rest !== '') {
    const found = leadingIdentifier(rest)
    if (!found) return undefined
    const start = found.ai.length
    const end = rest.indexOf(GS)
    const stop = Math.min(start + found.longest, end < 0 ? rest.length : end)
    if (!take(elements, found.ai, rest.slice(start, stop))) return undefined
    rest = rest.slice(stop).replace(GS, (sign, at) => (at === 0 ? '' : sign))
  }
  return elements
}

/** `(01)09506000134352(10)ABC`, as printed under the bars and keyed in by hand. */
function readBracketed(text: string): Elements | undefined {
  const elements: Elements = {}
  for (const part of text.split(/\((?=\d{2,4}\))/).slice(1)) {
    const close = part.indexOf(')')
    if (!take(elements, part.slice(0, close), part.slice(close + 1).trim())) return undefined
  }
  return elements
}

/** Percent signs undone; nothing for an address that has them wrong. */
function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** The identifiers a Digital Link may begin with: its primary keys. */
const PRIMARY = new Set([
  '00',
  '01',
  '253',
  '255',
  '401',
  '402',
  '414',
  '417',
  '8003',
  '8004',
  '8006',
  '8017',
  '8018',
])

/**
 * `https://any.host/…/01/09506000134352/10/ABC?17=261231`: pairs of the path from the first primary key on, then the
 * pairs of the query that are identifiers. Source: GS1 Digital Link Standard: URI Syntax 1.4.
 */
function readDigitalLink(text: string): Elements | undefined {
  const [address = '', query = ''] = (text.split('#')[0] ?? '').split('?')
  const path = address.split('/').slice(3).map(decode)
  const first = path.findIndex((part, i) => PRIMARY.has(part ?? '') && path[i + 1] !== undefined)
  if (first < 0) return undefined
  const elements: Elements = {}
  for (let i = first; i + 1 < path.length; i += 2) {
    const ai = path[i] ?? ''
    const value = path[i + 1] ?? ''
    if (!take(elements, ai, ai === '01' && /^\d{8,14}$/.test(value) ? value.padStart(14, '0') : value))
      return undefined
  }
  for (const pair of query.split(/[&;]/)) {
    const [ai = '', value = ''] = pair.split('=')
    take(elements, ai, decode(value) ?? '')
  }
  return elements
}

/**
 * The elements of a GS1 code, by identifier. A bare run of digits is taken for one only if the scanner said so, if it has
 * a separator, or if it begins with the number of a product or a pallet whose check digit is right: any carrier's number
 * may begin with digits that are an identifier.
 */
export function readGs1(text: string, saysGs1: boolean): Elements | undefined {
  const elements = /^https?:\/\//i.test(text)
    ? readDigitalLink(text)
    : /^\(\d{2,4}\)/.test(text)
      ? readBracketed(text)
      : saysGs1 || text.includes(GS) || /^0[012]\d{14}/.test(text)
        ? readElementString(text)
        : undefined
  return elements && Object.keys(elements).length > 0 ? elements : undefined
}
