/** A TrueType face as it lies open: its reader, and the bytes of its glyphs, to be put into a smaller face. */
import type { Font } from 'fontkit'

export interface OpenFace {
  readonly font: Font
  holds(point: number): boolean
  /** A glyph as it stands in the file; empty for a blank. Source: OpenType, glyf and loca. */
  glyphData(glyph: number): Uint8Array
}

export function openFace(file: Uint8Array, font: Font): OpenFace {
  // Not a view of a buffer that others write to.
  const bytes = new Uint8Array(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((name) => tables.get(name))
  if (head === undefined || loca === undefined || glyf === undefined)
    throw new Error('This face has no TrueType outlines.')
  const isLong = view.getInt16(head + 50) === 1
  const offset = (glyph: number) =>
    isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2
  const hasCharacters = tables.has('cmap') && view.getUint16((tables.get('cmap') ?? 0) + 2) > 0
  return {
    font,
    // A slice may hold nothing of what its list names, and then not even a map of it.
    holds: (point) => hasCharacters && font.hasGlyphForCodePoint(point),
    glyphData: (glyph) => bytes.subarray(glyf + offset(glyph), glyf + offset(glyph + 1)),
  }
}
