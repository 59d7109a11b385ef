/**
 * A TrueType face of just the glyphs that a document uses, out of as many faces as they come from: what a PDF needs
 * of one and no more. Source: OpenType 1.9, glyf, head, hhea, hmtx, loca, maxp.
 */
import type { GlyphSource } from '../words/glyph-source.ts'

const MORE_COMPONENTS = 0x20
const WORDS = 0x01
const SCALES = [
  [0x08, 2],
  [0x40, 4],
  [0x80, 8],
] as const

/** Where in a glyph's data the numbers of the glyphs stand that it is made of. */
function componentPlaces(data: Uint8Array): number[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (data.length === 0 || view.getInt16(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = view.getUint16(at)
    places.push(at + 2)
    const scale = SCALES.find(([flag]) => flags & flag)?.[1] ?? 0
    at += 4 + (flags & WORDS ? 4 : 2) + scale
  }
  return places
}

/** The glyphs of a new face, numbered from 1; 0 is what stands for none. */
export class GlyphSet {
  readonly #numbers = new Map<string, number>()
  readonly #glyphs: { readonly source: GlyphSource; readonly data: Uint8Array }[] = []

  /** The number of a glyph in the new face. */
  number(source: GlyphSource): number {
    const known = this.#numbers.get(source.id)
    if (known !== undefined) return known
    const data = source.data.slice()
    const number = this.#glyphs.push({ source, data })
    this.#numbers.set(source.id, number)
    const view = new DataView(data.buffer)
    for (const at of componentPlaces(data))
      view.setUint16(at, this.number(source.component(view.getUint16(at))))
    return number
  }

  advances(): number[] {
    return this.#glyphs.map(({ source }) => source.advance)
  }

  /** The face as a file. @param em units of its letters' size */
  bytes(em: number): Uint8Array {
    const glyphs = [new Uint8Array(), ...this.#glyphs.map(({ data }) => data)]
    const offsets = [0]
    for (const { length } of glyphs) offsets.push((offsets.at(-1) ?? 0) + Math.ceil(length / 4) * 4)
    const glyf = new Uint8Array(offsets.at(-1) ?? 0)
    for (const [i, data] of glyphs.entries()) glyf.set(data, offsets[i])
    return file([
      ['glyf', glyf],
      ['head', head(em)],
      ['hhea', hhea(em, glyphs.length)],
      ['hmtx', hmtx(glyphs, [0, ...this.advances()])],
      ['loca', numbers(offsets)],
      ['maxp', maxp(glyphs.length)],
    ])
  }
}

/** Each glyph begins where its outline does: readers would move it there otherwise. */
const hmtx = (glyphs: readonly Uint8Array[], advances: readonly number[]): Uint8Array =>
  table(glyphs.length * 4, (put) => {
    for (const [i, data] of glyphs.entries()) {
      put.setUint16(i * 4, advances[i] ?? 0)
      if (data.length > 0) put.setInt16(i * 4 + 2, new DataView(data.buffer).getInt16(2))
    }
  })

const numbers = (values: readonly number[]): Uint8Array =>
  table(values.length * 4, (put) => {
    for (const [i, value] of values.entries()) put.setUint32(i * 4, value)
  })

function table(length: number, fill: (put: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}

const head = (em: number) =>
  table(54, (put) => {
    put.setUint32(0, 0x00010000)
    put.setUint32(4, 0x00010000)
    put.setUint32(12, 0x5f0f3cf5)
    put.setUint16(16, 0x0003)
    put.setUint16(18, em)
    for (const [at, share] of [
      [36, -1],
      [38, -1],
      [40, 2],
      [42, 2],
    ] as const)
      put.setInt16(at, share * em)
    put.setUint16(46, 6)
    put.setInt16(48, 2)
    put.setInt16(50, 1)
  })

const hhea = (em: number, glyphs: number) =>
  table(36, (put) => {
    put.setUint32(0, 0x00010000)
    put.setInt16(4, em)
    put.setInt16(6, Math.round(-em / 4))
    put.setUint16(34, glyphs)
  })

/** As roomy as a reader may want to know beforehand. */
const maxp = (glyphs: number) =>
  table(32, (put) => {
    put.setUint32(0, 0x00010000)
    put.setUint16(4, glyphs)
    for (const [at, most] of [
      [6, 2000],
      [8, 200],
      [10, 2000],
      [12, 200],
      [14, 1],
      [28, 16],
      [30, 4],
    ] as const)
      put.setUint16(at, most)
  })

function file(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16
  const padded = tables.map(([, data]) => Math.ceil(data.length / 4) * 4)
  const bytes = new Uint8Array(start + padded.reduce((sum, length) => sum + length, 0))
  const put = new DataView(bytes.buffer)
  put.setUint32(0, 0x00010000)
  put.setUint16(4, tables.length)
  // Six tables: 64 bytes are the largest power of two of theirs, 2 its logarithm.
  put.setUint16(6, 64)
  put.setUint16(8, 2)
  put.setUint16(10, tables.length * 16 - 64)
  let offset = start
  tables.forEach(([name, data], i) => {
    const at = 12 + i * 16
    for (let letter = 0; letter < 4; letter++) put.setUint8(at + letter, name.charCodeAt(letter))
    put.setUint32(at + 4, sumOf(data))
    put.setUint32(at + 8, offset)
    put.setUint32(at + 12, data.length)
    bytes.set(data, offset)
    offset += padded[i] ?? 0
  })
  return bytes
}

function sumOf(data: Uint8Array): number {
  let sum = 0
  for (const [i, byte] of data.entries()) sum = (sum + byte * 2 ** (24 - 8 * (i % 4))) % 2 ** 32
  return sum
}
