import type { LabelOrientation, LabelSize, PrinterDpi } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { readBarcodes } from 'zxing-wasm/reader'
import { drawLabels } from './draw-labels.ts'
import { faces } from './faces.fixture.ts'
import type { LabelFacts } from './label-facts.ts'
import { FITS } from './lay-out.ts'
import type { LabelMedia } from './media.ts'
import { paperOf } from './media.ts'
import { openPrinter, PLAINLY, type Printer } from './read-back.fixture.ts'
import { SAMPLES } from './samples.fixture.ts'

let printer: Printer
beforeAll(async () => {
  // The scanner comes with the printer.
  printer = await openPrinter()
})
afterAll(() => printer.close())

interface Loaded {
  readonly dpi: PrinterDpi
  readonly size: LabelSize
  readonly orientation: LabelOrientation
}
const zplOf = async (facts: LabelFacts, media: Loaded & Partial<LabelMedia>) =>
  new TextDecoder().decode(await drawLabels([facts], { ...media, language: 'zpl' }, faces))

/** What is read on a label that another's renderer drew; turned upright first, as a hand does. */
async function read(zpl: string, facts: LabelFacts, { dpi, size }: Loaded): Promise<string[]> {
  const { api } = await ready
  const paper = paperOf(facts.kind, size)
  const png = await api.zplToBase64Async(zpl, paper.width, paper.height, dpi === 203 ? 8 : 12)
  const found = await readBarcodes(Buffer.from(png, 'base64'), { formats: PLAINLY.formats ?? [] })
  return found.map(({ text }) => text)
}

/** The smallest size of each kind at both resolutions, all sizes at the usual one. */
const CASES = Object.entries(SAMPLES).flatMap(([name, { facts, read: wanted }]) =>
  FITS[facts.kind].flatMap((size, i) =>
    (i === 0 ? ([203, 300] as const) : ([203] as const)).map((dpi) => ({
      ...{ name, facts, size, dpi, wanted: wanted.text },
      orientation: 'landscape' as LabelOrientation,
    })),
  ),
)

describe('labels as ZPL', { timeout: 240_000 }, () => {
  it('are read back, every kind on every size', async () => {
    const wrong: string[] = []
    let drawn = 0
    for (const { name, facts, wanted, ...loaded } of CASES) {
      const zpl = await zplOf(facts, loaded).catch((error) => (error.name === 'LabelProblem' ? null : error))
      if (zpl === null) continue
      drawn++
      const texts = await read(zpl, facts, loaded)
      if (texts.join() !== wanted) wrong.push(`${name} ${loaded.size} ${loaded.dpi}: ${texts.join()}`)
    }
    expect(wrong).toEqual([])
    expect(drawn).toBeGreaterThan(60)
  })
})
