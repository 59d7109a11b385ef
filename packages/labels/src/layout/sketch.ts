/** Where a label is laid out: its dots, its words, and the boxes put on it so far. */
import { LabelProblem } from '../label-problem.ts'
import { dotsPerMm, type Face, type LabelMedia } from '../media.ts'
import type { CodeSymbol } from '../symbols/symbol.ts'
import type { FaceName, Setting } from '../words/atoms.ts'
import type { Area, Box, Layout } from './boxes.ts'
import { fitWords, type Wish } from './fit-words.ts'

/** The thinnest module that scanners read off a thermal printer: a quarter of a millimetre. */
const THINNEST = 0.25
/** GS1 wants retail codes no smaller than four fifths of their usual size. Source: General Specifications, 5.12.3. */
const THINNEST_RETAIL = 0.264
/** A module of a matrix is read from as far as a bar twice as thin. */
const THINNEST_MATRIX = 0.37
/** Dots in a module that label printers draw themselves. Source: Zebra, ^BY. */
const WIDEST = 10
const RETAIL = ['ean13', 'ean8', 'upca']

export type SetText = (text: string, face?: FaceName) => Setting

export interface Within {
  /** The quiet zones lie within it. */
  readonly area: Area
  /** Millimetres of a module where there is room for more. */
  readonly thickest?: number
}

export class Sketch {
  readonly #boxes: Box[] = []
  readonly face: Face
  readonly width: number
  readonly height: number
  readonly #dots: number
  readonly #dpi: LabelMedia['dpi']
  readonly #words: SetText

  constructor(face: Face, dpi: LabelMedia['dpi'], words: SetText) {
    this.face = face
    this.#dpi = dpi
    this.#dots = dotsPerMm(dpi)
    this.#words = words
    this.width = Math.floor(face.width * this.#dots + 1e-6)
    this.height = Math.floor(face.height * this.#dots + 1e-6)
  }

  /** Whole dots of so many millimetres. */
  mm(length: number): number {
    return Math.round(length * this.#dots)
  }

  /** All of the label within a margin. */
  within(margin: number): Area {
    const edge = this.mm(margin)
    return { x: edge, y: edge, width: this.width - 2 * edge, height: this.height - 2 * edge }
  }

  /** How many of the thinnest modules of bars have room side by side. */
  modulesIn(width: number): number {
    return Math.floor(width / Math.ceil(THINNEST * this.#dots - 1e-6))
  }

  /** Is any letter of it to be seen, and does a face hold each? */
  isReadable(text: string): boolean {
    const { text: plain, atoms } = this.#words(text)
    return plain !== '' && !atoms.some(({ glyphs }) => glyphs?.some(({ outline }) => outline.isMissing))
  }

  rule(area: Area): void {
    this.#boxes.push({ box: 'rule', area })
  }

  arrow(points: 'up' | 'down', area: Area): void {
    this.#boxes.push({ box: 'arrow', points, area })
  }

  /**
   * Words fitted into their area.
   * @returns where they end
   * @throws LabelProblem size_too_small where not one line of them has room
   */
  words(text: string, wish: Wish, face: FaceName = 'words'): number {
    const setting = this.#words(text, face)
    if (setting.text === '') return wish.area.y
    const box = fitWords(setting, wish)
    if (!box) throw new LabelProblem('size_too_small', { text: setting.text })
    this.#boxes.push(box)
    return Math.ceil((box.lines.at(-1)?.baseline ?? 0) + setting.descent * box.size)
  }

  /**
   * A barcode in the middle of its area, as thick as that lets it be.
   * @returns where it stands, quiet zones not counted
   * @throws LabelProblem code_too_long
   */
  code(symbol: CodeSymbol, { area, thickest = 0.5 }: Within): Area {
    const whole = symbol.modules + symbol.quiet[0] + symbol.quiet[1]
    const isMatrix = symbol.symbology === 'datamatrix'
    const room = isMatrix ? Math.min(area.width, area.height) : area.width
    const wished = Math.min(WIDEST, Math.round(thickest * this.#dots))
    const most = Math.max(this.#thinnest(symbol), wished)
    const module = Math.min(most, Math.floor(room / whole))
    if (module < this.#thinnest(symbol)) throw new LabelProblem('code_too_long', { text: symbol.text })
    const width = symbol.modules * module
    const free = area.width - whole * module
    const x = area.x + Math.floor(free / 2) + symbol.quiet[0] * module
    const height = isMatrix ? width : area.height
    const at = { x, y: area.y + Math.floor((area.height - height) / 2), width, height }
    this.#boxes.push({ box: 'code', module, area: at, ...symbol })
    return at
  }

  #thinnest({ symbology }: CodeSymbol): number {
    const length = RETAIL.includes(symbology)
      ? THINNEST_RETAIL
      : symbology === 'datamatrix'
        ? THINNEST_MATRIX
        : THINNEST
    return Math.ceil(length * this.#dots - 1e-6)
  }

  done(of: Pick<Layout, 'name' | 'key' | 'copies'>): Layout {
    const { face, width, height } = this
    return { ...of, dpi: this.#dpi, face, width, height, boxes: this.#boxes }
  }
}
