import type { GlyphSource } from './glyph-source.ts'

/** What lines are made of: words, single ideographs, blanks. No line breaks within one, unless nothing else is left. */

/** A glyph's outline in units of the size of the letters, upwards from the baseline. */
export interface Outline {
  /** What it is read as. */
  readonly text: string
  /** Of no face: it stands for a letter that none has. */
  readonly isMissing: boolean
  /** Units of its face in the size of the letters. */
  readonly em: number
  readonly source: GlyphSource
  readonly advance: number
  /** How far its ink reaches; sideways that may be past its advance, or before it begins. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly curves: readonly Curve[]
}
/** A step of a path: its points by twos, two for a line, six for a cubic curve. Closed where none follows. */
export interface Curve {
  readonly step: 'move' | 'line' | 'curve' | 'close'
  readonly points: readonly number[]
}
export interface PlacedGlyph {
  readonly outline: Outline
  readonly x: number
  readonly y: number
}

export interface Atom {
  readonly text: string
  /** For letters of one dot. */
  readonly width: number
  /** Odd from right to left: Unicode's embedding level. */
  readonly level: number
  readonly isBlank: boolean
  /** It stays with what is before it. */
  readonly isGlued: boolean
  /** Of faces that are not in every PDF. */
  readonly glyphs: readonly PlacedGlyph[] | null
  /** Itself in parts of a letter each, for where a word is longer than a line. */
  letters(): readonly Atom[]
}

export type FaceName = 'words' | 'code'

/** A text made ready to be set. Heights in letters of one dot. */
export interface Setting {
  readonly text: string
  readonly face: FaceName
  readonly atoms: readonly Atom[]
  readonly isRightToLeft: boolean
  readonly ascent: number
  readonly descent: number
  /** Stands where the rest was left out. */
  readonly ellipsis: Atom
}

/** Ideographs, kana and the full width forms: a line may break on either side of them. */
const WIDE =
  /[\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u
/** Never at the beginning of a line. */
const CLOSING = /^[、。，．：；？！）］｝」』】〉》’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.;:!?)\]}]/u
/** Never at its end. */
const OPENING = /[（［｛「『【〈《‘“([{]$/u

/** The text in pieces between which a line may break, and which may not. */
export function pieces(text: string): { text: string; isGlued: boolean }[] {
  const parts = text.match(new RegExp(`\\s+|${WIDE.source}|(?:(?!${WIDE.source})\\S)+`, 'gu')) ?? []
  return parts.map((part, i) => {
    const before = parts[i - 1] ?? ' '
    const isBlank = /^\s/.test(part)
    const isWord = !WIDE.test(part) && !WIDE.test(before) && !isBlank && before.trim() !== ''
    return { text: part, isGlued: !isBlank && (isWord || CLOSING.test(part) || OPENING.test(before)) }
  })
}
