/**
 * The plate: the label that a unit is known by from its first touch on. 50 × 25 mm, its licence plate as
 * Code 128 and beneath it to be read by eye.
 */
import { readScan } from '@restow/barcodes'
import {
  fill,
  PDFDocument,
  type PDFFont,
  type PDFOperator,
  PrintScaling,
  rectangle,
  StandardFonts,
} from 'pdf-lib'
import { type Bars, code128Bars } from './code128.ts'

export interface PlateLabel {
  readonly lpn: string
  /** How many of it; 1 if left out. */
  readonly copies?: number
}

/** Points in a dot of a 203 dpi label printer: eight dots are a millimetre. */
const DOT = 72 / 25.4 / 8
/** The label in dots: 50 × 25 mm. */
const LABEL = { width: 400, height: 200 } as const
/** Whole dots per module, so that the printer rounds no bar: a quarter of a millimetre. */
const MODULE = 2
/** From the label's foot, in dots. */
const BARS = { bottom: 60, height: 120 } as const
const TEXT = { baseline: 20, size: 13 } as const
/** Bars end a tenth of a dot early on all sides, or a renderer that rounds outward makes each a dot wider. */
const INSET = 0.1

function refuseWrong(labels: readonly PlateLabel[]): void {
  if (labels.length === 0) throw new RangeError('There is no plate to print.')
  for (const { lpn, copies = 1 } of labels) {
    const read = readScan(lpn).lpn
    if (!read?.checked || read.lpn !== lpn)
      throw new RangeError(
        `"${lpn}" is no licence plate: it takes RU, nine digits and their right check digit.`,
      )
    if (!Number.isInteger(copies) || copies < 1)
      throw new RangeError(
        `${copies} copies of ${lpn} cannot be printed: it takes a whole number of at least 1.`,
      )
  }
}

function drawBars({ bars, modules }: Bars): PDFOperator[] {
  const left = Math.round((LABEL.width - modules * MODULE) / 2)
  const drawn = bars.map(({ x, width }) =>
    rectangle(
      (left + x * MODULE + INSET) * DOT,
      (BARS.bottom + INSET) * DOT,
      (width * MODULE - 2 * INSET) * DOT,
      (BARS.height - 2 * INSET) * DOT,
    ),
  )
  return [...drawn, fill()]
}

function addPage(pdf: PDFDocument, font: PDFFont, lpn: string, bars: readonly PDFOperator[]): void {
  const page = pdf.addPage([LABEL.width * DOT, LABEL.height * DOT])
  page.pushOperators(...bars)
  const wide = font.widthOfTextAtSize(lpn, TEXT.size)
  page.drawText(lpn, {
    x: (LABEL.width * DOT - wide) / 2,
    y: TEXT.baseline * DOT,
    size: TEXT.size,
    font,
  })
}

/** A document without clock or chance in it: the same plates are the same bytes, and print at their true size. */
async function blank(title: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setCreator('Restow')
  pdf.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
  return pdf
}

/**
 * Plate labels as PDF: one page of 50 × 25 mm for each copy, bars as vectors in whole dots of a 203 dpi printer.
 * @throws RangeError for no labels, for what is no LPN, and for copies that are no whole number of at least 1
 */
export async function platePdf(labels: readonly PlateLabel[]): Promise<Uint8Array> {
  refuseWrong(labels)
  const [first] = labels
  const pdf = await blank(
    first && labels.length === 1 ? `Plate ${first.lpn}` : `${labels.length} plates from ${first?.lpn}`,
  )
  const font = await pdf.embedFont(StandardFonts.CourierBold)
  for (const { lpn, copies = 1 } of labels) {
    const bars = drawBars(code128Bars(lpn))
    for (let copy = 0; copy < copies; copy++) addPage(pdf, font, lpn, bars)
  }
  return pdf.save({ objectsPerTick: 200 })
}
