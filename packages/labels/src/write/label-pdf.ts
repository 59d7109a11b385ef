/**
 * Labels as PDF: bars as vectors in whole dots, pages of their true size, and no clock or chance in it. Everything
 * is said in dots, so that the numbers are short, and pages that are the same are there once.
 */
import { PDFDocument, type PDFFont, PDFName, type PDFRef, PrintScaling, StandardFonts } from 'pdf-lib'
import type { Box, CodeBox, Layout, WordsBox, WordsLine } from '../layout/boxes.ts'
import { dotsPerMm } from '../media.ts'
import type { FaceName } from '../words/atoms.ts'
import { arrowCorners } from './arrow.ts'
import { OutlineFonts } from './outline-fonts.ts'

const POINTS_IN_MM = 72 / 25.4
/** Bars end a tenth of a dot early on all sides, or a renderer that rounds outward makes each a dot wider. */
const INSET = 0.1
/** After so many pages others on the server get a turn. */
const PAGES_AT_A_TIME = 100

const written = (value: number): string => String(Math.round(value * 10) / 10)

/** What a page is set in; a face is put into the document when a page first needs it. */
class Faces {
  readonly #pdf: PDFDocument
  readonly #put = new Map<FaceName, PDFFont>()
  readonly outlines = new OutlineFonts()

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  #standard(face: FaceName): PDFFont {
    const name = face === 'code' ? StandardFonts.CourierBold : StandardFonts.HelveticaBold
    const font = this.#put.get(face) ?? this.#pdf.embedStandardFont(name)
    this.#put.set(face, font)
    return font
  }

  /** The name by which a page uses a face. */
  use(face: FaceName): string {
    this.#standard(face)
    return face === 'code' ? '/C' : '/W'
  }

  /** A text as a face has it. */
  string(face: FaceName, text: string): string {
    return /^[ -~]*$/.test(text) ? `(${escaped(text)})` : String(this.#standard(face).encodeText(text))
  }

  /** One dictionary for all pages. */
  resources(): PDFRef {
    const { context } = this.#pdf
    const fonts = context.obj({})
    for (const [face, font] of this.#put) fonts.set(PDFName.of(face === 'code' ? 'C' : 'W'), font.ref)
    for (const [name, ref] of this.outlines.embed(context)) fonts.set(PDFName.of(name), ref)
    return context.register(context.obj({ Font: fonts }))
  }
}

/** A rectangle from the foot of the page, inset. */
const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${written(x + INSET)} ${written(y + INSET)} ${written(width - 2 * INSET)} ${written(height - 2 * INSET)} re`

function code(box: CodeBox, page: number): string[] {
  const { area, module } = box
  const bottom = page - area.y - area.height
  if (box.symbology !== 'datamatrix')
    return [
      ...box.bars.map(({ x, width }) => rectangle(area.x + x * module, bottom, width * module, area.height)),
      'f',
    ]
  const runs = box.rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) =>
      rectangle(area.x + index * module, page - area.y - (y + 1) * module, run.length * module, module),
    ),
  )
  return [...runs, 'f']
}

const escaped = (text: string): string => text.replace(/[()\\]/g, '\\$&')

/** Neighbours in a standard face are one string; others show themselves. */
function line(
  { baseline, atoms }: WordsLine,
  { face, size }: WordsBox,
  page: number,
  faces: Faces,
): string[] {
  const y = page - baseline
  const ops: string[] = []
  const run = { x: 0, end: 0, text: '' }
  const end = () => {
    if (run.text === '') return
    const at = `1 0 0 1 ${written(run.x)} ${written(y)} Tm`
    ops.push(`${faces.use(face)} ${size} Tf ${at} ${faces.string(face, run.text)} Tj`)
    run.text = ''
  }
  for (const { atom, x } of atoms) {
    if (atom.glyphs === null) {
      if (Math.abs(x - run.end) > 0.01) end()
      if (run.text === '') run.x = x
      run.text += atom.text
      run.end = x + atom.width * size
      continue
    }
    end()
    ops.push(...faces.outlines.show(atom, { x, y, size }))
  }
  end()
  return ops
}

function words(box: WordsBox, page: number, faces: Faces): string[] {
  const ops = ['BT', ...box.lines.flatMap((one) => line(one, box, page, faces)), 'ET']
  return box.isWhite ? ['1 g', ...ops, '0 g'] : ops
}

function drawn(box: Box, page: number, faces: Faces): string[] {
  if (box.box === 'code') return code(box, page)
  if (box.box === 'words') return words(box, page, faces)
  const { x, y, width, height } = box.area
  if (box.box === 'rule') return [rectangle(x, page - y - height, width, height), 'f']
  const path = arrowCorners(box).map(
    ([cx, cy], i) => `${written(cx)} ${written(page - cy)} ${i === 0 ? 'm' : 'l'}`,
  )
  return [...path, 'f']
}

function contents(layout: Layout, faces: Faces): string {
  const dot = (POINTS_IN_MM / dotsPerMm(layout.dpi)).toFixed(7)
  const boxes = layout.boxes.flatMap((box) => drawn(box, layout.height, faces))
  return [`${dot} 0 0 ${dot} 0 0 cm`, ...boxes].join('\n')
}

function titleOf(layouts: readonly Layout[]): string {
  const [first] = layouts
  if (!first || layouts.length === 1) return `${first?.name.one} ${first?.key}`.trim()
  const isMixed = layouts.some((layout) => layout.name.many !== first.name.many)
  if (isMixed) return `${layouts.length} labels`
  return first.key === '' ? first.name.many : `${layouts.length} ${first.name.many} from ${first.key}`
}

async function blank(title: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setCreator('Restow')
  pdf.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
  return pdf
}

/** Labels as PDF, a page of its label's size for each copy, in the order given. */
export async function labelPdf(layouts: readonly Layout[]): Promise<Uint8Array> {
  const pdf = await blank(titleOf(layouts))
  const faces = new Faces(pdf)
  const streams = layouts.map((layout) =>
    pdf.context.register(pdf.context.flateStream(contents(layout, faces))),
  )
  const resources = faces.resources()
  let pages = 0
  for (const [i, { face, copies }] of layouts.entries()) {
    for (let copy = 0; copy < copies; copy++) {
      const page = pdf.addPage([face.width * POINTS_IN_MM, face.height * POINTS_IN_MM])
      page.node.set(PDFName.of('Resources'), resources)
      page.node.set(PDFName.of('Contents'), streams[i] as PDFRef)
      if (++pages % PAGES_AT_A_TIME === 0) await new Promise((next) => setTimeout(next))
    }
  }
  return pdf.save({ objectsPerTick: 200 })
}
