/** Text in faces of our own, as outlines: shaped, and in the order in which it is read. */
import bidiFactory from 'bidi-js'
import type { Font, GlyphRun } from 'fontkit'
import { type Atom, type FaceName, type Outline, type PlacedGlyph, pieces, type Setting } from './atoms.ts'
import type { FaceOf } from './label-faces.ts'
import type { OpenFace } from './open-face.ts'
import { MISSING, outlineOf } from './outline.ts'

const bidi = bidiFactory()

interface Faces {
  readonly faceOf: FaceOf
  /** What a standard face sets within other words; null where it does not. */
  readonly standard: (text: string) => Atom | null
}

/** Stretches of one face each; a mark stays with its letter where its face has it. */
function stretches(text: string, faceOf: FaceOf): { text: string; face: OpenFace | undefined }[] {
  const found: { text: string; face: OpenFace | undefined }[] = []
  for (const character of text) {
    const last = found.at(-1)
    const isMark = /\p{M}/u.test(character) && last?.face?.holds(character.codePointAt(0) ?? 0)
    const face = isMark ? last?.face : faceOf(character)
    if (last && last.face === face) last.text += character
    else found.push({ text: character, face })
  }
  return found
}

/** Shaped; letter by letter where the face's own rules are too much for the shaper, as those for rare marks are. */
function laidOut(font: Font, text: string, isRightToLeft: boolean): Pick<GlyphRun, 'glyphs' | 'positions'> {
  try {
    return font.layout(text, undefined, undefined, undefined, isRightToLeft ? 'rtl' : 'ltr')
  } catch {
    const inOrder = font.glyphsForString(text)
    const glyphs = isRightToLeft ? inOrder.toReversed() : inOrder
    const positions = glyphs.map(({ advanceWidth }) => ({
      ...{ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 },
    }))
    return { glyphs, positions }
  }
}

function shaped(text: string, isRightToLeft: boolean, faceOf: FaceOf) {
  const glyphs: PlacedGlyph[] = []
  let width = 0
  const put = (outline: Outline, advance: number, x = 0, y = 0) => {
    glyphs.push({ outline, x: width + x, y })
    width += advance
  }
  const parts = stretches(text, faceOf)
  for (const { text: part, face } of isRightToLeft ? parts.toReversed() : parts) {
    if (!face) {
      for (const _ of part) put(MISSING, MISSING.advance)
      continue
    }
    const em = face.font.unitsPerEm
    const run = laidOut(face.font, part, isRightToLeft)
    run.glyphs.forEach((glyph, i) => {
      const at = run.positions[i]
      if (at) put(outlineOf(face, glyph), at.xAdvance / em, at.xOffset / em, at.yOffset / em)
    })
  }
  return roomFor(glyphs, width)
}

/** Some letters reach past their advance, and the last one of a line would leave its box: the ink has room on both sides. */
function roomFor(
  glyphs: readonly PlacedGlyph[],
  advance: number,
): Pick<Atom, 'width'> & { glyphs: PlacedGlyph[] } {
  const left = Math.min(0, ...glyphs.map(({ outline, x }) => x + outline.left))
  const right = Math.max(advance, ...glyphs.map(({ outline, x }) => x + outline.right))
  return { glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x - left })), width: right - left }
}

const BLANK_WIDTH = 0.278

function atomOf(text: string, level: number, isGlued: boolean, faces: Faces): Atom {
  const isRightToLeft = level % 2 === 1
  const standard = isRightToLeft ? null : faces.standard(text)
  if (standard) return { ...standard, level, isGlued }
  const mirrored = isRightToLeft ? [...text].map((c) => bidi.getMirroredCharacter(c) ?? c).join('') : text
  const isBlank = text.trim() === ''
  const blank = { glyphs: [], width: BLANK_WIDTH * text.length }
  return {
    ...{ text, level, isGlued, isBlank },
    ...(isBlank ? blank : shaped(mirrored, isRightToLeft, faces.faceOf)),
    letters: () => graphemes(text).map((letter) => atomOf(letter, level, false, faces)),
  }
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Sets any text. */
export function setOutlined(text: string, face: FaceName, faces: Faces): Setting {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
  const base = paragraphs[0]?.level ?? 0
  const atoms: Atom[] = []
  let at = 0
  for (const piece of pieces(text)) {
    // Where the direction changes within a piece, as between letters and digits.
    for (let from = 0; from < piece.text.length; ) {
      const level = levels[at + from] ?? base
      let to = from + 1
      while (to < piece.text.length && (levels[at + to] ?? base) === level) to++
      atoms.push(atomOf(piece.text.slice(from, to), level, from > 0 || piece.isGlued, faces))
      from = to
    }
    at += piece.text.length
  }
  const inked = atoms.flatMap((atom) => atom.glyphs ?? [])
  return {
    text,
    face,
    atoms,
    isRightToLeft: base % 2 === 1,
    ascent: Math.max(0.8, ...inked.map(({ outline, y }) => outline.top + y)),
    descent: Math.max(0.24, ...inked.map(({ outline, y }) => -outline.bottom - y)),
    ellipsis: atomOf('…', base, true, faces),
  }
}
