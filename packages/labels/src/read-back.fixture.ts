import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Labels as a 203 dpi printer sets them, and a scanner that reads them. */

const DOTS_PER_MM = 8

export interface Printed {
  readonly width: number
  readonly height: number
  readonly text: string
  grey(x: number, y: number): number
  /** Every dot black (0) or white (255). */
  dot(x: number, y: number): number
}

async function set(page: PDFiumPage, zoom: number): Promise<Printed> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const text = page.getText().trim()
  const dots = (length: number) => Math.round((length / 72) * 25.4 * DOTS_PER_MM * zoom)
  const size = { width: dots(originalWidth), height: dots(originalHeight) }
  const { width, height, data } = await page.render({ ...size, colorSpace: 'Gray' })
  const stride = data.length / height
  const grey = (x: number, y: number) => data[y * stride + x] ?? 255
  const dot = (x: number, y: number) => (grey(x, y) < 128 ? 0 : 255)
  return { width, height, text, grey, dot }
}

export interface Printer {
  /** The pages of a document. @param zoom how many dots of theirs are in a printer's dot */
  print(pdf: Uint8Array, zoom?: number): Promise<Printed[]>
  close(): void
}

export async function openPrinter(): Promise<Printer> {
  const pdfium = await PDFiumLibrary.init()
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer } = new Uint8Array(await readFile(wasm))
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true })
  return {
    async print(pdf, zoom = 1) {
      const document = await pdfium.loadDocument(pdf)
      const pages: Printed[] = []
      for (let i = 0; i < document.getPageCount(); i++) pages.push(await set(document.getPage(i), zoom))
      return pages
    },
    close: () => pdfium.destroy(),
  }
}

/** Every barcode that a scanner finds. */
export async function scan({ width, height, dot }: Printed): Promise<{ format: string; text: string }[]> {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(dot(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3)
  const found = await readBarcodes({ data: rgba, width, height } as Parameters<typeof readBarcodes>[0])
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
