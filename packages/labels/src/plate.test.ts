import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { makeLpn } from '@restow/barcodes'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { code128Bars, QUIET_MODULES } from './code128.ts'
import { platePdf } from './plate.ts'

let pdfium: PDFiumLibrary
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init()
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer } = new Uint8Array(await readFile(wasm))
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true })
})
afterAll(() => pdfium.destroy())

/** The page as a 203 dpi printer sets it: every dot black or white. */
async function printed(page: PDFiumPage) {
  const { width, height, data } = await page.render({ width: 400, height: 200, colorSpace: 'Gray' })
  const stride = data.length / height
  const grey = (x: number, y: number) => data[y * stride + x] ?? 255
  const dot = (x: number, y: number) => (grey(x, y) < 128 ? 0 : 255)
  return { width, height, grey, dot }
}
type Printed = Awaited<ReturnType<typeof printed>>

async function scan({ width, height, dot }: Printed) {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(dot(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3)
  const found = await readBarcodes({ data: rgba, width, height } as Parameters<typeof readBarcodes>[0])
  return found.map(({ format, text }) => ({ format, text }))
}

async function firstPage(lpn: string) {
  const document = await pdfium.loadDocument(await platePdf([{ lpn }]))
  return document.getPage(0)
}

describe('a plate label', () => {
  it('is read back by a scanner as the plate that was asked for', async () => {
    for (const serial of [1, 4, 12_345_678, 987_654_321, 999_999_999]) {
      const lpn = makeLpn(serial)
      const page = await firstPage(lpn)
      expect(page.getText().trim()).toBe(lpn)
      expect(await scan(await printed(page))).toEqual([{ format: 'Code128', text: lpn }])
    }
  })

  it('prints every bar in whole dots at 203 dpi, with next to nothing grey between', async () => {
    const lpn = makeLpn(17)
    const { bars, modules } = code128Bars(lpn)
    const { width, height, grey, dot } = await printed(await firstPage(lpn))
    const row = Array.from({ length: width }, (_, x) => dot(x, 80))
    const runs = row.join(',').match(/\b(255|0)(,\1)*\b/g) ?? []
    const lengths = runs.map((run) => run.split(',').length)
    for (let x = 0; x < width; x++) expect(Math.abs(grey(x, 80) - dot(x, 80))).toBeLessThan(255 * 0.15)
    expect([width, height]).toEqual([400, 200])
    expect(lengths.filter((_, i) => i % 2 === 1)).toEqual(bars.map((bar) => bar.width * 2))
    expect(lengths[0]).toBeGreaterThanOrEqual(QUIET_MODULES * 2)
    expect(lengths.at(-1)).toBeGreaterThanOrEqual(QUIET_MODULES * 2)
    expect(lengths.slice(1, -1).reduce((a, b) => a + b, 0)).toBe(modules * 2)
  })

  it('keeps a white margin of two millimetres all round', async () => {
    const { width, height, dot } = await printed(await firstPage(makeLpn(888_888_888)))
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (x < 16 || x >= width - 16 || y < 16 || y >= height - 16) expect(dot(x, y)).toBe(255)
  })

  it('is 50 by 25 millimetres, one page a copy, with a title', async () => {
    const [one, two] = [makeLpn(1), makeLpn(2)]
    const pdf = await PDFDocument.load(await platePdf([{ lpn: one }, { lpn: two, copies: 3 }]))
    expect(pdf.getPageCount()).toBe(4)
    for (const page of pdf.getPages()) {
      expect((page.getWidth() / 72) * 25.4).toBeCloseTo(50, 6)
      expect((page.getHeight() / 72) * 25.4).toBeCloseTo(25, 6)
    }
    expect(pdf.getTitle()).toBe(`2 plates from ${one}`)
    const single = await PDFDocument.load(await platePdf([{ lpn: two }]))
    expect(single.getTitle()).toBe(`Plate ${two}`)
  })

  it('is the same file for the same plate', async () => {
    expect(await platePdf([{ lpn: makeLpn(5) }])).toEqual(await platePdf([{ lpn: makeLpn(5) }]))
  })

  it('refuses what is no licence plate', async () => {
    for (const lpn of ['RU0000000018', 'ru0000000017', ' RU0000000017', 'LAX1-S-02-01', ''])
      await expect(platePdf([{ lpn: makeLpn(1) }, { lpn }])).rejects.toThrow(/is no licence plate/)
    await expect(platePdf([{ lpn: makeLpn(1), copies: 0 }])).rejects.toThrow(RangeError)
    await expect(platePdf([])).rejects.toThrow(RangeError)
  })
})
