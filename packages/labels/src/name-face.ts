/**
 * Names of people beyond Latin-1, which is all that a PDF's standard faces hold: Chinese, Cyrillic, Greek,
 * Vietnamese, Polish and more. They are drawn as outlines, so that no face has to be put into the document.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Font, Glyph } from 'fontkit'
import {
  appendBezierCurve,
  closePath,
  fillAndStroke,
  LineJoinStyle,
  lineTo,
  moveTo,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  setLineJoin,
  setLineWidth,
} from 'pdf-lib'

/** A face comes in slices of a few hundred characters each; what each may hold stands in its package's list. */
interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/** A name as outlines. */
export interface Outline {
  /** For letters of one dot. */
  readonly width: number
  /** Its left end on the baseline at this point; all in the same unit. */
  at(x: number, y: number, size: number): PDFOperator[]
}

interface Letter {
  readonly glyph: Glyph
  /** The glyph's own units in the size of the letters. */
  readonly em: number
  /** How thick a pen goes round it, as a share of that size. */
  readonly pen: number
}

/** The files' own outlines are a face's thinnest or its ordinary ones; a pen makes both equally bold. */
function penOf(font: Font): number {
  const { wght } = font.variationAxes as { wght?: { default: number } }
  return (wght?.default ?? 400) < 400 ? 0.055 : 0.02
}

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

/** Faces for names, read slice by slice as they are needed. */
export class NameFace {
  readonly #folders: readonly string[]
  #slices: Promise<Slice[]> | null = null
  readonly #fonts = new Map<string, Promise<Font>>()

  /** @param folders packages of @fontsource-variable, the first asked first */
  constructor(folders: readonly string[]) {
    this.#folders = folders
  }

  /** The outlines of names, without those that have a character which no face holds. */
  async outlines(names: readonly string[]): Promise<Map<string, Outline>> {
    const found = new Map<string, Outline>()
    for (const name of names) {
      const letters = await Promise.all([...name].map((character) => this.#letter(character)))
      const known = letters.filter((letter) => letter !== null)
      if (known.length === letters.length) found.set(name, outlineOf(known))
    }
    return found
  }

  async #letter(character: string): Promise<Letter | null> {
    const point = character.codePointAt(0) ?? 0
    this.#slices ??= Promise.all(this.#folders.map(slicesOf)).then((all) => all.flat())
    // Slices overlap, and one may name a character that it then does not hold.
    for (const { file, ranges } of await this.#slices) {
      if (!ranges.some(([first, last]) => point >= first && point <= last)) continue
      const font = await this.#font(file)
      if (font.hasGlyphForCodePoint(point))
        return { glyph: font.glyphForCodePoint(point), em: font.unitsPerEm, pen: penOf(font) }
    }
    return null
  }

  #font(file: string): Promise<Font> {
    const known = this.#fonts.get(file)
    if (known) return known
    const reading = readFile(file).then(async (bytes) => {
      // Only who has such a name to print waits for the reader of fonts.
      const { create } = await import('fontkit')
      return create(bytes) as Font
    })
    this.#fonts.set(file, reading)
    return reading
  }
}

type Place = (x: number, y: number) => [number, number]

/** One glyph's outline; PDF knows no quadratic curves, so each is raised to the cubic one that it is. */
function drawn(glyph: Glyph, place: Place): PDFOperator[] {
  let [fromX, fromY] = [0, 0]
  return glyph.path.commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    const [x, y] = [fromX, fromY]
    ;[fromX, fromY] = [args.at(-2) ?? x, args.at(-1) ?? y]
    if (command === 'moveTo') return moveTo(...place(a, b))
    if (command === 'lineTo') return lineTo(...place(a, b))
    if (command === 'closePath') return closePath()
    if (command === 'bezierCurveTo') return appendBezierCurve(...place(a, b), ...place(c, d), ...place(e, f))
    const first = place(x + (2 / 3) * (a - x), y + (2 / 3) * (b - y))
    const second = place(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d))
    return appendBezierCurve(...first, ...second, ...place(c, d))
  })
}

function outlineOf(letters: readonly Letter[]): Outline {
  let width = 0
  const placed = letters.map((letter) => {
    const left = width
    width += letter.glyph.advanceWidth / letter.em
    return { ...letter, left }
  })
  const at: Outline['at'] = (x, y, size) => [
    pushGraphicsState(),
    setLineJoin(LineJoinStyle.Round),
    ...placed.flatMap(({ glyph, em, pen, left }) => {
      const place: Place = (gx, gy) => [x + (left + gx / em) * size, y + (gy / em) * size]
      return [setLineWidth(size * pen), ...drawn(glyph, place), fillAndStroke()]
    }),
    popGraphicsState(),
  ]
  return { width, at }
}
