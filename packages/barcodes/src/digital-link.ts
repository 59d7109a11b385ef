/**
 * GS1 Digital Links: addresses whose path names what was scanned. The host says nothing: brands, shops and carriers have
 * their own, with any path ahead of the first key.
 * Source: GS1 Digital Link Standard: URI Syntax 1.4.
 */

import { applicationIdentifier } from './application-identifiers.ts'
import type { Element, Gs1Reading } from './elements.ts'

const LINK = /^https?:\/\/[^/?#\s]+[/?#]/i
const isIdentifier = /^\d{2,4}$/

/** The identifiers that a path may begin with: the primary keys. */
const PRIMARY = new Set('00 01 253 255 401 402 414 415 417 8003 8004 8006 8010 8013 8017 8018'.split(' '))

/** An address of the web, whether it is one of GS1's or another's. */
export const isLink = (text: string): boolean => LINK.test(text)

/** Percent signs undone; nothing for an address that has them wrong. */
function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** A product's number may be as short as on the product; all others must be whole. */
function element(ai: string, value: string): Element | undefined {
  const whole = ai === '01' && /^(?:\d{8}|\d{12,14})$/.test(value) ? value.padStart(14, '0') : value
  return applicationIdentifier(ai)?.fits(whole) ? [ai, whole] : undefined
}

/** Pairs of identifier and value to the path's end, or nothing if one of them is none, or stands twice. */
function readPath(parts: readonly (string | undefined)[]): Element[] | undefined {
  const elements: Element[] = []
  for (let i = 0; i < parts.length; i += 2) {
    const found = element(parts[i] ?? '', parts[i + 1] ?? '')
    if (!found || elements.some(([ai]) => ai === found[0])) return undefined
    elements.push(found)
  }
  return elements
}

/** The attributes behind `?`: those that are identifiers, the first of each; all others are the brand's own affair. */
function readQuery(query: string, elements: Element[]): void {
  for (const pair of query.split(/[&;]/)) {
    const [ai = '', value = ''] = pair.split('=')
    const found = isIdentifier.test(ai) ? element(ai, decode(value) ?? '') : undefined
    if (found && !elements.some(([known]) => known === found[0])) elements.push(found)
  }
}

/** `https://any.host/any/path/01/09506000134352/10/ABC?17=261231#top`; nothing for an address that is no such link. */
export function readDigitalLink(text: string): Gs1Reading | undefined {
  const [address = '', query = ''] = (text.split('#')[0] ?? '').split('?')
  const path = address.split('/').slice(3)
  if (path.at(-1) === '') path.pop()
  const parts = path.map(decode)
  // Keys in brands' own paths are few; a path of a thousand noughts is no work either.
  const starts = parts.flatMap((part, i) => (PRIMARY.has(part ?? '') ? [i] : [])).slice(0, 8)
  for (const start of starts) {
    const elements = readPath(parts.slice(start))
    if (!elements || elements.length === 0) continue
    readQuery(query, elements)
    return { elements, uncertain: [] }
  }
  return undefined
}
