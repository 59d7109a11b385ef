/** Where a glyph comes from, and what is in it. */
export interface GlyphSource {
  /** In units of the face. */
  readonly advance: number
  readonly data: Uint8Array
  /** Another glyph of its face, of which it is made. */
  component(glyph: number): GlyphSource
  /** The same glyph of the same face has the same. */
  readonly id: string
}
