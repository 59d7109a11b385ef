import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from './draw-labels.ts'
import { faces } from './faces.fixture.ts'
import type { LabelFacts } from './label-facts.ts'
import { LabelProblem } from './label-problem.ts'
import { layOut, textsOf } from './lay-out.ts'
import type { CodeBox } from './layout/boxes.ts'
import type { LabelMedia } from './media.ts'
import { openPrinter, PLAINLY, type Printed, type Printer, scan } from './read-back.fixture.ts'
import { TITLES } from './samples.fixture.ts'
import { openWords } from './words/words.ts'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const PORTRAIT: LabelMedia = { language: 'pdf', dpi: 203, size: '62', orientation: 'portrait' }
const MEDIA: readonly LabelMedia[] = [
  { language: 'pdf', dpi: 203, size: '50x25', orientation: 'landscape' },
  { language: 'pdf', dpi: 300, size: '57x32', orientation: 'landscape' },
  { language: 'pdf', dpi: 203, size: '57x32', orientation: 'landscape' },
  PORTRAIT,
]
const WORDS = [
  ...Object.values(TITLES).flatMap((title) => title.split(' ')),
  'كوب',
  'סיר',
  'WWWWWWWWWWWWWWWWWWWWWW',
  '漢字漢字',
]
const anyTitle = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
)
const anyCode = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 18 })
  .filter((code) => code.trim() === code)
const anyLabel: fc.Arbitrary<LabelFacts> = fc.oneof(
  fc.record({
    kind: fc.constant('relabel' as const),
    code: fc.record({ kind: fc.constant('sku' as const), text: anyCode }),
    lines: fc.tuple(anyTitle, fc.string({ unit: 'grapheme', maxLength: 40 })).map(([title, note]) => [
      { text: title, as: 'title' as const },
      { text: note, as: 'strong' as const },
    ]),
    lpn: fc.constant('RU0000000017'),
    mayBeMatrix: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('hold', 'parcel', 'scrap', 'refurbish'),
    letter: fc.constant('H'),
    heading: anyTitle,
    code: anyCode,
    title: anyTitle,
    lines: fc.array(anyTitle, { maxLength: 4 }),
  }),
)

/** Set from the right, by a letter whose ink reaches past its advance. */
const REACHES_OUT: LabelFacts = {
  kind: 'relabel',
  code: { kind: 'sku', text: '!' },
  lines: [{ text: '\ufd3c', as: 'title' }],
  lpn: 'RU0000000017',
  mayBeMatrix: false,
}

/** Where there is ink although it must be white: around the label, and left and right of its code. */
function inkAstray(page: Printed, code: CodeBox): string[] {
  const { width, height, dot } = page
  const edge = 6
  const { area, module, quiet } = code
  const left = area.x - quiet[0] * module
  const right = area.x + area.width + quiet[1] * module
  const found: string[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (dot(x, y) !== 0) continue
      if (x < edge || y < edge || x >= width - edge || y >= height - edge) found.push(`edge ${x},${y}`)
      const isBeside = y >= area.y && y < area.y + area.height
      const isQuiet = (x >= left && x < area.x) || (x >= area.x + area.width && x < right)
      if (isBeside && isQuiet) found.push(`quiet zone ${x},${y}`)
    }
  return found.slice(0, 3)
}

/** One plain look, and where that finds nothing a longer one. */
async function texts(page: Printed): Promise<string[]> {
  const found = await scan(page, 'dots', PLAINLY)
  return (found.length > 0 ? found : await scan(page)).map(({ text }) => text)
}

describe('placement', { timeout: 240_000 }, () => {
  it('leaves the edge and the quiet zones white, and every code is read, for any titles and codes', async () => {
    let printed = 0
    const property = fc.asyncProperty(anyLabel, fc.constantFrom(...MEDIA), async (facts, media) => {
      const words = await openWords(textsOf(facts), 'pdf', faces)
      try {
        const [layout] = layOut(facts, media, words)
        const code = layout?.boxes.find((box) => box.box === 'code')
        const [page] = await printer.print(await drawLabels([facts], media, faces), 1, media.dpi)
        if (!page || !code) throw new Error('There is no page.')
        printed++
        expect(inkAstray(page, code)).toEqual([])
        expect(await texts(page)).toEqual([code.text])
      } catch (error) {
        // A code that is too long for a small label says so.
        if (!(error instanceof LabelProblem)) throw error
        expect(['code_too_long', 'size_too_small']).toContain(error.code)
      }
    })
    await fc.assert(property, { numRuns: 500, examples: [[REACHES_OUT, PORTRAIT]] })
    expect(printed).toBeGreaterThan(250)
  })
})
