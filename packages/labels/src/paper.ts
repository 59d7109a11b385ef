/**
 * Pages of paper for what is no label, such as a report: words in any script, colours and pictures, placed in points from the
 * top on the left. As with labels, there is no clock and no chance in the file.
 */
import { PDFDocument, type PDFFont, type PDFImage, PDFName, type PDFPage, StandardFonts } from 'pdf-lib'
import type { Align } from './layout/boxes.ts'
import { fitWords } from './layout/fit-words.ts'
import type { LabelFaces } from './words/label-faces.ts'
import { openWords, type SetWords } from './words/words.ts'
import { OutlineFonts } from './write/outline-fonts.ts'

export type Colour = readonly [red: number, green: number, blue: number]
/** A part of a page, in points. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Wish {
  readonly size: number
  readonly isBold?: boolean
  readonly colour?: Colour
  readonly align?: Align
  readonly lines?: number
}

const BLACK: Colour = [0, 0, 0]
const written = (value: number): string => String(Math.round(value * 100) / 100)
const fill = (colour: Colour): string => `${colour.map((part) => written(part / 255)).join(' ')} rg`

interface Drawn {
  readonly page: PDFPage
  readonly ops: string[]
}

export class Paper {
  readonly #pdf: PDFDocument
  readonly #words: SetWords
  readonly #size: readonly [width: number, height: number]
  readonly #outlines = new OutlineFonts()
  readonly #fonts: { readonly plain: PDFFont; readonly bold: PDFFont }
  readonly #pictures = new Map<string, PDFImage>()
  readonly #pages: Drawn[] = []

  private constructor(pdf: PDFDocument, words: SetWords, size: readonly [number, number]) {
    this.#pdf = pdf
    this.#words = words
    this.#size = size
    this.#fonts = {
      plain: pdf.embedStandardFont(StandardFonts.Helvetica),
      bold: pdf.embedStandardFont(StandardFonts.HelveticaBold),
    }
  }

  /**
   * @param texts all that will be written, so that the faces of their scripts are there
   * @param size of a page, in points
   */
  static async open(
    title: string,
    texts: Iterable<string>,
    faces: LabelFaces | undefined,
    size: readonly [width: number, height: number],
  ): Promise<Paper> {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    pdf.setTitle(title, { showInWindowTitleBar: true })
    pdf.setCreator('Restow')
    return new Paper(pdf, await openWords(texts, 'pdf', faces), size)
  }

  get pages(): number {
    return this.#pages.length
  }

  newPage(): void {
    this.#pages.push({ page: this.#pdf.addPage([...this.#size]), ops: [] })
  }

  /** On which page to draw, from 1 on; the last where nothing is said. */
  #ops(number = this.#pages.length): string[] {
    const drawn = this.#pages[number - 1]
    if (!drawn) throw new RangeError('there is no such page')
    return drawn.ops
  }

  box({ x, y, width, height }: Place, colour: Colour): void {
    const bottom = this.#size[1] - y - height
    this.#ops().push(
      `${fill(colour)} ${written(x)} ${written(bottom)} ${written(width)} ${written(height)} re f`,
    )
  }

  /** As much of a text as its place holds. @param page the last where it is left out */
  write(text: string, { x, y, width, height }: Place, wish: Wish, page?: number): void {
    const { size, isBold = false, colour = BLACK, align = 'left', lines = 1 } = wish
    const area = { x, y, width, height }
    const box = fitWords(this.#words(text), { area, size, floor: size, lines, align, vertical: 'middle' })
    if (!box) return
    const font = isBold ? this.#fonts.bold : this.#fonts.plain
    const ops = this.#ops(page)
    ops.push('BT', fill(colour))
    for (const line of box.lines) {
      const isPlain = line.atoms.every(({ atom }) => atom.glyphs === null)
      const whole = line.atoms.map(({ atom }) => atom.text).join('')
      const slack = isPlain ? line.width - font.widthOfTextAtSize(whole, size) : 0
      const from = align === 'right' ? slack : align === 'middle' ? slack / 2 : 0
      const baseline = this.#size[1] - line.baseline
      const put = (part: string, at: number) =>
        ops.push(
          `/${isBold ? 'B' : 'P'} ${size} Tf 1 0 0 1 ${written(at)} ${written(baseline)} Tm ${font.encodeText(part)} Tj`,
        )
      // A line of one face is one string; in a mixed one each word stands where it was measured.
      if (isPlain) put(whole, line.x + from)
      else
        for (const { atom, x: at } of line.atoms) {
          if (atom.glyphs === null) put(atom.text, at)
          else ops.push(...this.#outlines.show(atom, { x: at, y: baseline, size }))
        }
    }
    ops.push('ET')
  }

  /** A JPEG, cut by nothing and as large as its place holds. The same name is the same picture, and is there once. */
  async picture(name: string, jpeg: Uint8Array, { x, y, width, height }: Place): Promise<void> {
    const image = this.#pictures.get(name) ?? (await this.#pdf.embedJpg(jpeg))
    this.#pictures.set(name, image)
    const scale = Math.min(width / image.width, height / image.height)
    const [wide, high] = [image.width * scale, image.height * scale]
    const left = x + (width - wide) / 2
    const bottom = this.#size[1] - y - (height + high) / 2
    const number = [...this.#pictures.keys()].indexOf(name)
    this.#ops().push(
      `q ${written(wide)} 0 0 ${written(high)} ${written(left)} ${written(bottom)} cm /I${number} Do Q`,
    )
  }

  async save(): Promise<Uint8Array> {
    const { context } = this.#pdf
    const fonts = context.obj({})
    fonts.set(PDFName.of('P'), this.#fonts.plain.ref)
    fonts.set(PDFName.of('B'), this.#fonts.bold.ref)
    for (const [name, ref] of this.#outlines.embed(context)) fonts.set(PDFName.of(name), ref)
    const pictures = context.obj({})
    for (const [n, image] of [...this.#pictures.values()].entries())
      pictures.set(PDFName.of(`I${n}`), image.ref)
    const resources = context.register(context.obj({ Font: fonts, XObject: pictures }))
    for (const { page, ops } of this.#pages) {
      page.node.set(PDFName.of('Resources'), resources)
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(ops.join('\n'))))
    }
    return this.#pdf.save({ objectsPerTick: 200 })
  }
}
