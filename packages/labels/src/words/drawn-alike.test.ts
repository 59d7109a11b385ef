import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from '../draw-labels.ts'
import { faces } from '../faces.fixture.ts'
import type { LabelFacts } from '../label-facts.ts'
import { layOut, textsOf } from '../lay-out.ts'
import { openPrinter, type Printer } from '../read-back.fixture.ts'
import { TITLES } from '../samples.fixture.ts'
import { Bitmap, edgesOf } from '../write/bitmap.ts'
import { openWords } from './words.ts'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const MEDIA = { language: 'pdf', dpi: 203, size: '100x50', orientation: 'landscape' } as const
const FOREIGN = {
  ...TITLES,
  ar: 'كوب سيراميك أزرق',
  he: 'כוס קרמיקה',
  ko: '세라믹 머그컵',
  th: 'แก้วเซรามิก',
  vi: 'Cốc sứ Việt',
}
const FOUND = Object.entries(FOREIGN).filter(([language]) => !['ar', 'he', 'th'].includes(language))
const labelOf = (title: string): LabelFacts => ({
  kind: 'relabel',
  code: { kind: 'sku', text: 'MUG' },
  lines: [{ text: title, as: 'title' }],
})

describe('words', { timeout: 60_000 }, () => {
  // Readers put the words of lines from right to left, and marks, into an order of their own.
  it.each(FOUND)('in %s are found again in the PDF', async (_, title) => {
    const [page] = await printer.print(await drawLabels([labelOf(title)], MEDIA, faces))
    const letters = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
    expect(letters(page?.text ?? '')).toContain(letters(title))
  })

  it.each(Object.entries(FOREIGN))(
    'in %s stand in the face of the PDF where their outlines do',
    async (_, title) => {
      const facts = labelOf(title)
      const [page] = await printer.print(await drawLabels([facts], MEDIA, faces))
      const [layout] = layOut(facts, MEDIA, await openWords(textsOf(facts), 'pdf', faces))
      if (!page || !layout) throw new Error('There is no page.')
      const drawn = new Bitmap(layout.width, layout.height)
      for (const box of layout.boxes)
        if (box.box === 'words')
          for (const { atoms, baseline } of box.lines)
            for (const { atom, x } of atoms)
              for (const { outline, ...at } of atom.glyphs ?? [])
                drawn.fill(
                  edgesOf(outline.curves, (gx, gy) => [
                    x + (at.x + gx) * box.size,
                    baseline - (at.y + gy) * box.size,
                  ]),
                )
      let [all, alike] = [0, 0]
      for (let y = 0; y < layout.height; y++)
        for (let x = 0; x < layout.width; x++) {
          if (!drawn.isBlack(x, y)) continue
          all++
          if (page.dot(x, y) === 0) alike++
        }
      // What is on an edge may round otherwise.
      expect(alike / Math.max(1, all)).toBeGreaterThan(all === 0 ? -1 : 0.9)
    },
  )
})
