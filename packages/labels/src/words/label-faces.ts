/**
 * Faces for what Latin-1 does not hold: Chinese, Japanese, Korean, Cyrillic, Greek, Arabic, Hebrew, Thai and more.
 * They come as the web's slices of a few hundred characters each, made bold and kept when first needed.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Font } from 'fontkit'
import { type OpenFace, openFace } from './open-face.ts'

/** Makes a face of one weight out of a variable one. @param characters of which it is to hold the glyphs */
export type MakeBold = (woff2: Uint8Array, characters: string, weight: number) => Promise<Uint8Array>

interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/** Bold enough for a thermal printer, whose dots eat hairlines. */
const WEIGHT = 650

async function slicesOf(folder: string): Promise<Slice[]> {
  const list: Record<string, string> = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'))
  return Object.entries(list).map(([name, text]) => ({
    file: join(folder, 'files', `${basename(folder)}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: text.split(',').map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    }),
  }))
}

function charactersOf({ ranges }: Slice): string {
  const points = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  )
  return points
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .join('')
}

/** Which face holds a character, of those that were asked for. */
export type FaceOf = (character: string) => OpenFace | undefined

/** Faces for labels, read slice by slice as they are needed. */
export class LabelFaces {
  readonly #folders: readonly string[]
  readonly #makeBold: MakeBold
  #slices: Promise<Slice[]> | null = null
  readonly #opened = new Map<string, Promise<OpenFace>>()
  readonly #known = new Map<string, OpenFace | undefined>()

  /** @param folders packages of @fontsource-variable, the first asked first */
  constructor(folders: readonly string[], makeBold: MakeBold) {
    this.#folders = folders
    this.#makeBold = makeBold
  }

  /** Reads the faces of these texts. */
  async facesFor(texts: Iterable<string>): Promise<FaceOf> {
    const characters = new Set([...texts].flatMap((text) => [...text]))
    for (const character of characters)
      if (!this.#known.has(character)) this.#known.set(character, await this.#find(character))
    return (character) => this.#known.get(character)
  }

  async #find(character: string): Promise<OpenFace | undefined> {
    const point = character.codePointAt(0) ?? 0
    this.#slices ??= Promise.all(this.#folders.map(slicesOf)).then((all) => all.flat())
    // Slices overlap, and one may name a character that it then does not hold.
    for (const slice of await this.#slices) {
      if (!slice.ranges.some(([first, last]) => point >= first && point <= last)) continue
      const face = await this.#open(slice)
      if (face.holds(point)) return face
    }
    return undefined
  }

  #open(slice: Slice): Promise<OpenFace> {
    const known = this.#opened.get(slice.file)
    if (known) return known
    const opening = (async () => {
      const bold = await this.#makeBold(await readFile(slice.file), charactersOf(slice), WEIGHT)
      // Only who has such words to print waits for the reader of fonts.
      const { create } = await import('fontkit')
      return openFace(bold, create(bold as Buffer) as Font)
    })()
    this.#opened.set(slice.file, opening)
    return opening
  }
}
