import type { Arrival } from '../scanner/arrival.ts'

/** A scan as it arrived, key by key. */
export interface Heard {
  readonly way: Arrival['way'] | 'both'
  readonly suffix: 'Enter' | 'Tab' | 'none'
  /** Between the first character and the last, in milliseconds a character; null of one insertion. */
  readonly pace: number | null
  readonly signs: readonly Sign[]
}
/** A character, or a key that types none. */
export type Sign = { readonly text: string } | { readonly key: string }

const isEnd = (raw: string) => raw === 'Enter' || raw === 'Tab'

function signsOf({ way, raw }: Arrival): Sign[] {
  if (way === 'text') return [...raw.replace(/[\r\n\t]+$/, '')].map((text) => ({ text }))
  if (raw === 'Ctrl+]') return [{ text: '\u001d' }]
  return [[...raw].length === 1 ? { text: raw } : { key: raw }]
}

function suffixOf(last: Arrival | undefined): Heard['suffix'] {
  if (!last) return 'none'
  if (last.way === 'key') return last.raw === 'Enter' || last.raw === 'Tab' ? last.raw : 'none'
  if (/[\r\n]$/.test(last.raw)) return 'Enter'
  return last.raw.endsWith('\t') ? 'Tab' : 'none'
}

/** What is to be told of a scan: by which way it came, with which suffix, how fast, and every sign of it. */
export function heardOf(arrivals: readonly Arrival[]): Heard {
  const signs = arrivals.filter(({ way, raw }) => way === 'text' || !isEnd(raw))
  const ways = new Set(signs.map(({ way }) => way))
  const [first, last] = [signs[0], signs.at(-1)]
  const gaps = signs.length - 1
  return {
    way: ways.size > 1 ? 'both' : (first?.way ?? 'key'),
    suffix: suffixOf(arrivals.at(-1)),
    pace: first && last && gaps > 0 ? (last.at - first.at) / gaps : null,
    signs: signs.flatMap(signsOf),
  }
}
