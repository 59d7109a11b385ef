import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from '../draw-labels.ts'
import type { LabelFacts } from '../label-facts.ts'
import { inked, openPrinter, type Printed, type Printer, runsAlong, scan } from '../read-back.fixture.ts'
import { code128Bars } from '../symbols/code128.ts'
import type { ShelfTag } from './shelf-tag.ts'

const labelPdf = (labels: readonly LabelFacts[]) => drawLabels(labels, { language: 'pdf', dpi: 203 })

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const RESELL = { letter: 'S', name: 'Resell' }
const QUARANTINE = { letter: 'Q', name: 'Quarantine' }
const tag = (code: string, zone = RESELL): ShelfTag => ({ code, human: code.replace('LAX1-', ''), zone })

async function pageOf(of: ShelfTag): Promise<Printed> {
  const [page] = await printer.print(await labelPdf([{ kind: 'shelf', ...of }]))
  if (!page) throw new Error('There is no page.')
  return page
}

describe('a shelf tag', () => {
  it('is read back by a scanner as the whole code of its bin', async () => {
    for (const code of ['LAX1-S-02-01', 'LAX1-QUA-102-118', 'S-01-01', 'LAX1-O-01-12']) {
      const page = await pageOf(tag(code))
      expect(await scan(page)).toEqual([{ format: 'Code128', text: code }])
    }
  })

  it('says the bin without its warehouse, the zone by letter and name, and the whole code', async () => {
    const { text } = await pageOf(tag('LAX1-Q-01-04', QUARANTINE))
    expect(text.split(/\s+/)).toEqual(['Q', 'Q-01-04', 'LAX1-Q-01-04', 'Quarantine'])
  })

  it('has bars of half a millimetre and more for a usual code, in whole dots, as high as fifteen', async () => {
    const code = 'LAX1-S-02-01'
    const page = await pageOf(tag(code))
    const { bars, modules } = code128Bars(code)
    const lengths = runsAlong(page, 250)
    expect(lengths.filter((_, i) => i % 2 === 1)).toEqual(bars.map((bar) => bar.width * 4))
    expect(lengths.slice(1, -1).reduce((a, b) => a + b, 0)).toBe(modules * 4)
    for (const quiet of [lengths[0], lengths.at(-1)]) expect(quiet).toBeGreaterThanOrEqual(10 * 4)
    const x = lengths[0] ?? 0
    const black = Array.from({ length: page.height }, (_, y) => page.dot(x + 1, y)).filter((dot) => dot === 0)
    expect(black.length).toBeGreaterThanOrEqual(15 * 8)
  })

  it('has figures high enough to be read from the aisle', async () => {
    const page = await pageOf(tag('LAX1-S-02-01'))
    const rows = Array.from({ length: 200 }, (_, y) => y).filter((y) =>
      Array.from({ length: 560 }, (_, x) => page.dot(200 + x, y)).includes(0),
    )
    expect(rows.length).toBeGreaterThanOrEqual(13 * 8)
  })

  it('is 100 by 50 millimetres with two of them white all round, also for the longest codes', async () => {
    const long = 'ABCDE123-ABC-123-456'
    const pdf = await labelPdf([
      { kind: 'shelf', ...tag('LAX1-S-02-01') },
      { kind: 'shelf', code: long, human: long, zone: QUARANTINE },
      { kind: 'shelf', code: 'W'.repeat(30), human: 'W'.repeat(30), zone: QUARANTINE },
    ])
    for (const page of (await PDFDocument.load(pdf)).getPages()) {
      expect((page.getWidth() / 72) * 25.4).toBeCloseTo(100, 6)
      expect((page.getHeight() / 72) * 25.4).toBeCloseTo(50, 6)
    }
    for (const page of await printer.print(pdf)) {
      expect([page.width, page.height]).toEqual([800, 400])
      const { left, right, top, bottom } = inked(page)
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(16)
      expect(right).toBeLessThan(800 - 16)
      expect(bottom).toBeLessThan(400 - 16)
    }
  })

  it('is one of many under one title, the same bytes each time', async () => {
    const two = [tag('LAX1-S-01-01'), tag('LAX1-S-01-02')].map((t) => ({ kind: 'shelf', ...t }) as const)
    expect((await PDFDocument.load(await labelPdf(two))).getTitle()).toBe('2 shelf tags from S-01-01')
    expect(await labelPdf(two)).toEqual(await labelPdf(two))
    const mixed = await labelPdf([...two, { kind: 'plate', lpn: 'RU0000000017', copies: 2 }])
    const pdf = await PDFDocument.load(mixed)
    expect(pdf.getTitle()).toBe('3 labels')
    expect(pdf.getPages().map((p) => Math.round((p.getWidth() / 72) * 25.4))).toEqual([100, 100, 50, 50])
  })

  it('refuses a code that no bars fit for', async () => {
    await expect(pageOf(tag('W'.repeat(90)))).rejects.toThrow(/code_too_long/)
  })
})
