import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import type { PrinterDpi } from '@restow/contracts'
import { PDFDocument } from 'pdf-lib'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** Labels as a printer sets them, and a scanner that reads them. */

const INCH = 25.4
const DOTS_PER_MM = { 203: 8, 300: 300 / INCH } as const

export interface Picture {
  readonly width: number
  readonly height: number
  grey(x: number, y: number): number
}
export interface Printed extends Picture {
  readonly text: string
  /** Every dot black (0) or white (255). */
  dot(x: number, y: number): number
}

async function set(page: PDFiumPage, dotsPerMm: number): Promise<Printed> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const text = page.getText().trim()
  const dots = (length: number) => Math.round((length / 72) * INCH * dotsPerMm)
  const size = { width: dots(originalWidth), height: dots(originalHeight) }
  const { width, height, data } = await page.render({ ...size, colorSpace: 'Gray' })
  const stride = data.length / height
  const grey = (x: number, y: number) => data[y * stride + x] ?? 255
  const dot = (x: number, y: number) => (grey(x, y) < 128 ? 0 : 255)
  return { width, height, text, grey, dot }
}

/** On paper of whole dots, as a printer has it: what begins a dot is cut off or white. */
async function onWholeDots(pdf: Uint8Array, dotsPerMm: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  const whole = (points: number) =>
    (Math.floor((points / 72) * INCH * dotsPerMm + 1e-4) / dotsPerMm / INCH) * 72
  for (const page of document.getPages())
    page.setMediaBox(0, 0, whole(page.getWidth()), whole(page.getHeight()))
  return document.save()
}

export interface Printer {
  /** The pages of a document. @param zoom how many dots of theirs are in a printer's dot */
  print(pdf: Uint8Array, zoom?: number, dpi?: PrinterDpi): Promise<Printed[]>
  close(): void
}

export async function openPrinter(): Promise<Printer> {
  const pdfium = await PDFiumLibrary.init()
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer } = new Uint8Array(await readFile(wasm))
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true })
  return {
    async print(pdf, zoom = 1, dpi = 203) {
      const dotsPerMm = DOTS_PER_MM[dpi]
      const document = await pdfium.loadDocument(await onWholeDots(pdf, dotsPerMm))
      const pages: Printed[] = []
      for (let i = 0; i < document.getPageCount(); i++)
        pages.push(await set(document.getPage(i), dotsPerMm * zoom))
      return pages
    },
    close: () => pdfium.destroy(),
  }
}

/** A scanner that looks at a label as it lies. */
export const PLAINLY: ReaderOptions = {
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  formats: ['Code128', 'EAN13', 'EAN8', 'DataMatrix', 'ITF', 'Code39', 'QRCode'],
}

/** Every barcode that a scanner finds. @param of its dots, or the greys between them */
export async function scan(
  page: Printed | Picture,
  of: 'dots' | 'greys' = 'dots',
  options: ReaderOptions = {},
): Promise<{ format: string; text: string }[]> {
  const { width, height } = page
  const level = of === 'dots' && 'dot' in page ? page.dot : page.grey
  const rgba = new Uint32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba[y * width + x] = 0xff000000 + level(x, y) * 0x010101
  const image = { data: new Uint8ClampedArray(rgba.buffer), width, height } as Parameters<
    typeof readBarcodes
  >[0]
  const found = await readBarcodes(image, options)
  return found.map(({ format, text }) => ({ format, text }))
}

/** The smallest box around all that is black. */
export function inked({ width, height, dot }: Printed) {
  const box = { left: width, right: 0, top: height, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (dot(x, y) !== 0) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  return box
}

/** The lengths of white and black in turn along a row, white at both ends. */
export function runsAlong({ width, dot }: Printed, y: number): number[] {
  const row = Array.from({ length: width }, (_, x) => dot(x, y))
  return (row.join(',').match(/\b(255|0)(,\1)*\b/g) ?? []).map((run) => run.split(',').length)
}
