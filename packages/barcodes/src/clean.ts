/**
 * What a scanner, a keyboard or a spreadsheet puts around a code and does not belong to it.
 *
 * The same label comes as `]C1420…` from a scanner that sends AIM identifiers, as `*RU…*` from one that sends Code 39's
 * start and stop, with a group separator as 0x1D or as a word for it, and as `1z 999 aa1…` from a person.
 */

/** The group separator that a scanner sends for FNC1 (GS1 General Specifications, 7.8.3). */
export const GS = '\u001d'

/** Longer than any label: of what is longer only this much is looked at, so that no input takes long. */
const LONGEST_SCAN = 2_048
/** No carrier's number comes near; and a key of an index has to stay short. */
const LONGEST_NUMBER = 128

/** Words for the group separator which no carrier's number contains; a warehouse adds its own (`separatorStandIns`). */
const STAND_INS = ['<GS>', '{GS}', '[GS]', '<FNC1>', '{FNC1}', '^]', '\u241d']

/** Words for what frames a carrier's message (ISO/IEC 15434); they say nothing that its beginning does not say. */
const FRAME_WORDS = ['<RS>', '{RS}', '<EOT>', '{EOT}']

/** AIM symbology identifier (ISO/IEC 15424): `]`, a letter, a modifier. */
const AIM = /^\][A-Za-z][0-9A-Za-z]/
/** Codabar's start and stop, which old scanners send with the digits between them: `d9612…b`. */
const CODABAR = /^[A-D](\d{10,})[A-D]$/i
/** What people and spreadsheets put around a number: quotes, an apostrophe that makes it text, a comma or semicolon. */
const NOISE = /[\p{Cc}\p{Z}\p{Pi}\p{Pf}\u201a\u201e'"`,;]/u
/** Brackets that print puts around GS1's identifiers and bars do not have: `(420) 91461`. */
const BRACKETED = /^\(\d{2,4}\)/
const BRACKETS = /\((\d{2,4})\)/g
/** The AIM identifiers that say that the content is GS1: Code 128, DataBar, Data Matrix, QR, DotCode. */
const AIM_OF_GS1 = new Set([']C1', ']e0', ']d2', ']Q3', ']J1'])

const FULL_WIDTH = /[\uff01-\uff5e]/g
const DASHES = /\p{Pd}/gu
const NOT_TEXT = /[\p{Cf}\p{Cs}]/gu
const BLANK = /[\p{Cc}\p{Z}]/u
const CONTROLS = /\p{Cc}/gu
const BLANKS = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu

export interface Cleaned {
  /** Without framing; separators inside are group separators; blanks inside and case as they came. */
  text: string
  /** The scanner said that the content is GS1. */
  saysGs1: boolean
  /** The AIM identifier without its bracket, if the scanner sent one: `C1`. */
  symbology?: string
}

/** Upper case of ASCII letters only: of other scripts upper case is not the same twice, and no code has them. */
export function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** Full-width letters and digits, and the many dashes, as spreadsheets in Chinese and Word turn them out. */
function fold(text: string): string {
  const narrow = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  return text.replace(FULL_WIDTH, narrow).replace(DASHES, '-').replace(NOT_TEXT, '')
}

function replaceAllOf(text: string, words: readonly string[], by: string): string {
  return words.reduce((rest, word) => (word === '' ? rest : rest.replaceAll(word, by)), text)
}

/** Without any of the words, nor those that come about where one was between the halves of another: in one pass. */
function withoutWords(text: string, words: readonly string[]): string {
  if (!words.some((word) => word !== '' && text.includes(word))) return text
  let kept = ''
  for (const sign of text) {
    kept += sign
    const word = words.find((one) => one !== '' && kept.endsWith(one))
    if (word) kept = kept.slice(0, -word.length)
  }
  return kept
}

/**
 * Without framing, however many layers of it: blanks, controls and (where asked) quotes at the ends, AIM identifiers, the
 * start and stop of Code 39 and Codabar. By hand, from both ends: a pattern would go over what is inside again and again.
 */
function unframe(text: string, isNoise: RegExp = BLANK): string {
  let start = 0
  let end = text.length
  for (let before = -1; before !== end - start; ) {
    before = end - start
    while (start < end && isNoise.test(text.charAt(start))) start++
    while (end > start && isNoise.test(text.charAt(end - 1))) end--
    if (text[start] === ']' && end - start > 2 && AIM.test(text.slice(start, start + 3))) start += 3
    else if (end - start > 1 && text[start] === '*' && text[end - 1] === '*')
      [start, end] = [start + 1, end - 1]
  }
  return text.slice(start, end).replace(CODABAR, '$1')
}

/** Without blanks and controls ahead, behind which the scanner's own word stands. */
function trimStart(text: string): string {
  let start = 0
  while (start < text.length && BLANK.test(text.charAt(start))) start++
  return text.slice(start)
}

/** What has nothing around it that could be taken off: most scans of a shift. */
const BARE = /^[0-9A-Za-z.%/+$-]+$/

const isBare = (text: string, standIns: readonly string[]): boolean =>
  standIns.length === 0 && text.length <= LONGEST_NUMBER && BARE.test(text) && !CODABAR.test(text)

/** Does a step until it changes nothing more, since what one step takes away may uncover work for the next. */
function settle(text: string, step: (text: string) => string): string {
  let before = text
  for (let after = step(before); after !== before; after = step(before)) before = after
  return before
}

/** The scan without what the scanner put around it. */
export function clean(raw: string, standIns: readonly string[] = []): Cleaned {
  if (isBare(raw, standIns)) return { text: raw, saysGs1: false }
  const start = trimStart(raw.slice(0, LONGEST_SCAN))
  const separated = replaceAllOf(fold(start), [...standIns, ...STAND_INS], GS)
  const framed = withoutWords(separated, FRAME_WORDS)
  const text = unframe(framed).replace(CONTROLS, (control) => (control === GS ? GS : ''))
  const aim = AIM.exec(start)?.[0]
  return {
    text: unframe(text),
    saysGs1: aim !== undefined && AIM_OF_GS1.has(aim),
    ...(aim ? { symbology: aim.slice(1) } : {}),
  }
}

/** A code as a key: upper case, no blanks, no separators, no framing, no quotes or brackets. The same again when done again. */
export function compact(text: string, standIns: readonly string[] = []): string {
  if (isBare(text, standIns)) return upper(text)
  const words = [...standIns, ...STAND_INS, ...FRAME_WORDS].map(upper)
  const step = (rest: string) => {
    const bare = unframe(withoutWords(upper(fold(rest)).replace(BLANKS, ''), words), NOISE)
    return BRACKETED.test(bare) ? bare.replace(BRACKETS, '$1') : bare
  }
  const whole = settle(text.slice(0, LONGEST_SCAN), step)
  return settle(whole, (rest) => step(rest).slice(0, LONGEST_NUMBER))
}
