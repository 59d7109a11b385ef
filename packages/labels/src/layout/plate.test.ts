import { makeLpn } from '@restow/barcodes'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platePdf } from '../plate-pdf.ts'
import { openPrinter, type Printed, type Printer, runsAlong, scan } from '../read-back.fixture.ts'
import { code128Bars, QUIET_MODULES } from '../symbols/code128.ts'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

async function firstPage(lpn: string): Promise<Printed> {
  const [page] = await printer.print(await platePdf([{ lpn }]))
  if (!page) throw new Error('There is no page.')
  return page
}

describe('a plate label', () => {
  it('is read back by a scanner as the plate that was asked for', async () => {
    for (const serial of [1, 4, 12_345_678, 987_654_321, 999_999_999]) {
      const lpn = makeLpn(serial)
      const page = await firstPage(lpn)
      expect(page.text).toBe(lpn)
      expect(await scan(page)).toEqual([{ format: 'Code128', text: lpn }])
    }
  })

  it('prints every bar in whole dots at 203 dpi, with next to nothing grey between', async () => {
    const lpn = makeLpn(17)
    const { bars, modules } = code128Bars(lpn)
    const page = await firstPage(lpn)
    const { width, height, grey, dot } = page
    const lengths = runsAlong(page, 80)
    for (let x = 0; x < width; x++) expect(Math.abs(grey(x, 80) - dot(x, 80))).toBeLessThan(255 * 0.15)
    expect([width, height]).toEqual([400, 200])
    expect(lengths.filter((_, i) => i % 2 === 1)).toEqual(bars.map((bar) => bar.width * 2))
    expect(lengths[0]).toBeGreaterThanOrEqual(QUIET_MODULES * 2)
    expect(lengths.at(-1)).toBeGreaterThanOrEqual(QUIET_MODULES * 2)
    expect(lengths.slice(1, -1).reduce((a, b) => a + b, 0)).toBe(modules * 2)
  })

  it('keeps a white margin of two millimetres all round', async () => {
    const { width, height, dot } = await firstPage(makeLpn(888_888_888))
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
    await expect(platePdf([])).rejects.toThrow(/nothing_to_print/)
  })
})
