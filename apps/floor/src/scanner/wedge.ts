/**
 * Characters become scans. A keyboard-wedge scanner types like a person, only faster and to the end: this is
 * the pure core that tells the two apart by time. It is fed with characters, whole insertions and silence,
 * and says when a scan is complete and which key must not reach the page.
 */

/** Where the typing goes: nowhere in particular, into a text field, or into a field that takes scans its own way. */
export type Where = 'page' | 'field' | 'digits' | 'keep'
export type Ended = 'key' | 'idle'

export type WedgeInput =
  | { kind: 'key'; at: number; key: string; where: Where }
  | { kind: 'text'; at: number; text: string; where: Where }
  | { kind: 'idle'; at: number }

export interface Wedge {
  readonly text: string
  readonly where: Where
  readonly first: number
  readonly last: number
  /** The longest pause between two characters so far. */
  readonly slowest: number
  /** It came as one insertion, without key events. */
  readonly whole: boolean
  /** This scanner has been seen to end a scan with Enter or Tab: silence within a scan may then be longer. */
  readonly ends: boolean
  /** Until then an Enter or Tab is the tail of the last scan, not a person's. */
  readonly tailUntil: number
}

export interface WedgeStep {
  readonly wedge: Wedge
  readonly scan?: { readonly text: string; readonly where: Where }
  /** The key or text must not reach the page. */
  readonly hold: boolean
}

/** Does fast text in a field belong there after all? Injected, since only the reading of codes can tell. */
export type BelongsToField = (text: string, where: Where, ended: Ended) => boolean

export const NO_SCAN: Wedge = {
  text: '',
  where: 'page',
  first: 0,
  last: 0,
  slowest: 0,
  whole: false,
  ends: false,
  tailUntil: Number.NEGATIVE_INFINITY,
}

/** Shorter than any code that a warehouse prints. */
const SHORTEST = 3
/** In a field, so short a text is never taken for a scan, however fast it came. */
const SHORTEST_IN_FIELD = 6
/** Nobody types six characters with less than this between them, in milliseconds on average; slow scanners take 40. */
const FASTER_THAN_HANDS = 50
/** The longest pause within a scan that has begun as fast as only scanners type. */
const FALTERING = 400
/** How long after its end a terminator may still come: of a scan that silence has ended, and a second one (CR LF). */
const TAIL = { idle: 500, key: 60 } as const

const isEnd = (key: string) => key === 'Enter' || key === 'Tab'
const begun = (wedge: Wedge) => wedge.text !== ''
const emptied = (wedge: Wedge): Wedge => ({ ...NO_SCAN, ends: wedge.ends, tailUntil: wedge.tailUntil })

/** The suffix that a device's scanner is set to; `auto` where only its scans tell. */
type Suffix = 'auto' | 'Enter' | 'Tab' | 'none'

/** How long silence must last until what has come counts as complete, in milliseconds. */
export function idleAfter(wedge: Wedge, suffix: Suffix = 'auto'): number {
  const awaitsKey = suffix === 'Enter' || suffix === 'Tab'
  if (wedge.whole) return awaitsKey ? 250 : 40
  if (awaitsKey || (wedge.ends && suffix === 'auto')) return 500
  // A scanner that wakes up, or that is far away by radio, begins slowly: its pace is not known before.
  if (wedge.text.length < SHORTEST) return 450
  return Math.min(400, Math.max(90, wedge.slowest * 8))
}

/**
 * How much longer it must last once it has come, in milliseconds: a busy device holds keys up in the middle of a scan, and
 * what is no code yet may be the beginning of one. 0 where that was all.
 */
export function goesOnFor(
  wedge: Wedge,
  at: number,
  isCode: (text: string) => boolean,
  suffix: Suffix = 'auto',
): number {
  const isTold = suffix !== 'auto' || wedge.whole || wedge.where !== 'page'
  const left = wedge.last + FALTERING - at
  return isTold || left <= 0 || isCode(wedge.text) ? 0 : left
}

function isFast(wedge: Wedge): boolean {
  const gaps = wedge.text.length - 1
  return wedge.whole || (gaps > 0 && (wedge.last - wedge.first) / gaps <= FASTER_THAN_HANDS)
}

function isScan(wedge: Wedge, ended: Ended, belongs: BelongsToField): boolean {
  if (wedge.where === 'page') return wedge.text.length >= SHORTEST
  if (wedge.text.length < SHORTEST_IN_FIELD || !isFast(wedge)) return false
  return !belongs(wedge.text, wedge.where, ended)
}

function add(wedge: Wedge, text: string, at: number, where: Where, whole: boolean): Wedge {
  const pause = at - wedge.last
  // What has begun as a scan may falter: a radio link does, and so does a busy page.
  const faltering =
    wedge.text.length >= SHORTEST_IN_FIELD && isFast(wedge) ? FALTERING : FASTER_THAN_HANDS * 3
  const goesOn = begun(wedge) && wedge.where === where && (where === 'page' || pause <= faltering)
  if (!goesOn) return { ...emptied(wedge), text, where, first: at, last: at, whole }
  const slowest = Math.max(wedge.slowest, pause)
  return { ...wedge, text: wedge.text + text, last: at, slowest, whole: wedge.whole || whole }
}

function complete(wedge: Wedge, at: number, ended: Ended): WedgeStep {
  const { text, where } = wedge
  const ends = wedge.ends || ended === 'key'
  return {
    wedge: { ...NO_SCAN, ends, tailUntil: at + TAIL[ended] },
    scan: { text, where },
    hold: ended === 'key',
  }
}

function end(wedge: Wedge, at: number, belongs: BelongsToField): WedgeStep {
  if (begun(wedge) && isScan(wedge, 'key', belongs)) return complete(wedge, at, 'key')
  const isTail = !begun(wedge) && at < wedge.tailUntil
  return { wedge: emptied(wedge), hold: isTail }
}

/** One more character, insertion or silence. */
export function step(wedge: Wedge, input: WedgeInput, belongs: BelongsToField = () => false): WedgeStep {
  switch (input.kind) {
    case 'idle': {
      if (begun(wedge) && isScan(wedge, 'idle', belongs)) return complete(wedge, input.at, 'idle')
      return { wedge: emptied(wedge), hold: false }
    }
    case 'key': {
      const { key, at, where } = input
      if (isEnd(key)) return end(wedge, at, belongs)
      return { wedge: add(wedge, key, at, where, false), hold: where === 'page' }
    }
    case 'text': {
      const { at, where } = input
      const text = input.text.replace(/[\r\n\t]+$/, '')
      const grown = text === '' ? wedge : add(wedge, text, at, where, text.length > 1)
      if (text !== input.text) return end(grown, at, belongs)
      return { wedge: grown, hold: where === 'page' }
    }
  }
}
