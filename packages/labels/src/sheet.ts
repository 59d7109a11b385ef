/**
 * What all labels share: sizes in whole dots of a 203 dpi label printer, bars as vectors that such a printer
 * rounds none of, and a document without clock or chance in it.
 */
import {
  type Color,
  fill,
  grayscale,
  PDFDocument,
  type PDFFont,
  type PDFOperator,
  type PDFPage,
  PrintScaling,
  rectangle,
  StandardFonts,
} from 'pdf-lib'
import { type Bars, code128Bars, QUIET_MODULES } from './code128.ts'
import type { Outline } from './name-face.ts'

/** Points in a dot of a 203 dpi label printer: eight dots are a millimetre. */
export const DOT = 72 / 25.4 / 8
/** Bars end a tenth of a dot early on all sides, or a renderer that rounds outward makes each a dot wider. */
const INSET = 0.1

/** What a label is set in; a face is put into the document when a label first needs it. */
export interface Faces {
  readonly code: PDFFont
  readonly words: PDFFont
  /** Names that the standard faces do not hold. */
  readonly names: ReadonlyMap<string, Outline>
}

/** One label, to be printed so many times. Sizes in dots, from the foot on the left. */
export interface Label {
  readonly name: { readonly one: string; readonly many: string }
  /** What is on it, as people call it. */
  readonly key: string
  readonly copies: number
  readonly width: number
  readonly height: number
  draw(page: PDFPage, faces: Faces): void
}

interface Box {
  /** The middle of the bars. */
  readonly middle: number
  readonly bottom: number
  readonly height: number
  /** Dots in a module. */
  readonly module: number
}

/** The bars of a symbol in whole dots. */
export function barsIn({ bars, modules }: Bars, { middle, bottom, height, module }: Box): PDFOperator[] {
  const left = Math.round(middle - (modules * module) / 2)
  const drawn = bars.map(({ x, width }) =>
    rectangle(
      (left + x * module + INSET) * DOT,
      (bottom + INSET) * DOT,
      (width * module - 2 * INSET) * DOT,
      (height - 2 * INSET) * DOT,
    ),
  )
  return [...drawn, fill()]
}

/** The bars of a text as thick as the room lets them be, their quiet zones within it. */
export function widestBars(text: string, room: number, box: Omit<Box, 'module'>): PDFOperator[] {
  const bars = code128Bars(text)
  const module = Math.floor(room / (bars.modules + 2 * QUIET_MODULES))
  if (module < 1) throw new RangeError(`"${text}" is too long for its bars to fit on the label.`)
  return barsIn(bars, { ...box, module })
}

interface Line {
  readonly font: PDFFont
  /** Where the text begins, has its middle or ends, as `align` says. */
  readonly x: number
  readonly baseline: number
  /** In dots; a text wider than `room` is set smaller. */
  readonly size: number
  readonly room: number
  readonly align?: 'left' | 'middle' | 'right'
  readonly color?: Color
}

const SHARE = { left: 0, middle: 0.5, right: 1 } as const

/** Sets a line of text, smaller where it would not fit. */
export function drawLine(page: PDFPage, text: string, line: Line): void {
  const { font, x, baseline, room, align = 'left', color = grayscale(0) } = line
  const size = Math.min(line.size, room / font.widthOfTextAtSize(text, 1))
  const left = x - font.widthOfTextAtSize(text, size) * SHARE[align]
  page.drawText(text, { x: left * DOT, y: baseline * DOT, size: size * DOT, font, color })
}

/** A document without clock or chance in it: the same labels are the same bytes, and print at their true size. */
async function blank(title: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setCreator('Restow')
  pdf.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
  return pdf
}

function titleOf(labels: readonly Label[]): string {
  const [first] = labels
  if (!first || labels.length === 1) return `${first?.name.one} ${first?.key}`
  const isMixed = labels.some((label) => label.name.many !== first.name.many)
  return isMixed ? `${labels.length} labels` : `${labels.length} ${first.name.many} from ${first.key}`
}

/** The standard faces, each put into the document when a label first needs it. */
function facesOf(pdf: PDFDocument, names: Faces['names']): Faces {
  const put = new Map<StandardFonts, PDFFont>()
  const face = (name: StandardFonts): PDFFont => {
    const font = put.get(name) ?? pdf.embedStandardFont(name)
    put.set(name, font)
    return font
  }
  return {
    names,
    get code() {
      return face(StandardFonts.CourierBold)
    },
    get words() {
      return face(StandardFonts.HelveticaBold)
    },
  }
}

/** After so many pages others on the server get a turn. */
const PAGES_AT_A_TIME = 100

/**
 * Labels as PDF, a page of its label's size for each copy, in the order given.
 * @param names outlines of names beyond Latin-1
 * @throws RangeError for no labels at all
 */
export async function printed(
  labels: readonly Label[],
  names: Faces['names'] = new Map(),
): Promise<Uint8Array> {
  if (labels.length === 0) throw new RangeError('There is no label to print.')
  const pdf = await blank(titleOf(labels))
  const faces = facesOf(pdf, names)
  const pages = labels.flatMap((label) => Array.from({ length: label.copies }, () => label))
  for (const [i, label] of pages.entries()) {
    label.draw(pdf.addPage([label.width * DOT, label.height * DOT]), faces)
    if (i % PAGES_AT_A_TIME === PAGES_AT_A_TIME - 1) await new Promise((next) => setTimeout(next))
  }
  return pdf.save({ objectsPerTick: 200 })
}
