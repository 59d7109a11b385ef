/** GS1 codes out of their elements: what reading takes apart, put together again. */

import { applicationIdentifier } from './application-identifiers.ts'
import { GS } from './clean.ts'
import type { Element } from './elements.ts'

/** As a scanner sends it: a separator behind each value that does not end by its length, but the last. */
export function elementString(elements: readonly Element[]): string {
  return elements
    .map(([ai, value], i) => {
      const ends = i === elements.length - 1 || applicationIdentifier(ai)?.predefined === true
      return ai + value + (ends ? '' : GS)
    })
    .join('')
}

/** As it is printed under the bars. */
export const bracketed = (elements: readonly Element[]): string =>
  elements.map(([ai, value]) => `(${ai})${value}`).join('')

/** The identifiers that stand in a link's path behind the key; all others are its attributes. */
const QUALIFIERS = new Set('22 10 21 235 254 7040 8011 8019 8020'.split(' '))

/** As a GS1 Digital Link under this address; the first element is the key. */
export function digitalLink(base: string, elements: readonly Element[]): string {
  const inPath = elements.filter(([ai], i) => i === 0 || QUALIFIERS.has(ai))
  const attributes = elements.filter((element) => !inPath.includes(element))
  const path = inPath.map(([ai, value]) => `/${ai}/${encodeURIComponent(value)}`).join('')
  const query = attributes.map(([ai, value]) => `${ai}=${encodeURIComponent(value)}`).join('&')
  return `${base}${path}${query === '' ? '' : `?${query}`}`
}
