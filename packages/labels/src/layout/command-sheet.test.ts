import { COMMAND_SHEET, readScan, TRIGGER_TEST_FNC1 } from '@restow/barcodes'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from '../draw-labels.ts'
import { faces } from '../faces.fixture.ts'
import { openPrinter, type Printed, type Printer, scan } from '../read-back.fixture.ts'
import type { CommandSheet } from './command-sheet.ts'

const commandSheetPdf = (sheet: CommandSheet) =>
  drawLabels([{ kind: 'commands', ...sheet }], { language: 'pdf', dpi: 203 }, faces)
const groups = COMMAND_SHEET.map(({ group, codes }) => ({
  title: group,
  codes: codes.map(({ printed, command, value }) => ({ printed, text: `${command} ${value ?? ''}` })),
}))

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

/** A strip of a page, as a scanner sees it: the codes beside it are out of its beam. */
const strip = ({ width, height, dot, ...rest }: Printed, [from, to]: readonly [number, number]): Printed => ({
  ...rest,
  width: Math.round((to - from) * width),
  height,
  dot: (x, y) => dot(x + Math.round(from * width), y),
})
const STRIPS = [
  [0, 1],
  [0, 0.5],
  [0.5, 1],
  [0, 0.35],
  [0.34, 0.66],
  [0.65, 1],
] as const

async function readBack(pages: readonly Printed[]): Promise<string[]> {
  const seen = new Set<string>()
  for (const page of pages)
    for (const at of STRIPS) for (const { text } of await scan(strip(page, at))) seen.add(text)
  return [...seen]
}

describe('the sheet of command codes', () => {
  it('is read back by a scanner, every code of it, and each is understood', { timeout: 60_000 }, async () => {
    const pdf = await commandSheetPdf({ title: 'Command codes', groups })
    const read = await readBack(await printer.print(pdf))
    const printed = COMMAND_SHEET.flatMap(({ codes }) => codes.map((code) => code.printed))
    expect(read.toSorted()).toEqual(printed.toSorted())
    expect(read.filter((text) => !readScan(text).command)).toEqual([])
  })

  it('prints the code of 90 characters that a scanner is tried with', async () => {
    const test = { title: 'Test', codes: [{ printed: TRIGGER_TEST_FNC1, text: '' }] }
    const [page] = await printer.print(await commandSheetPdf({ title: 'T', groups: [test] }))
    if (!page) throw new Error('There is no page.')
    const [read] = await scan(page)
    expect(read?.text).toContain('YZ-50%/yz+A.B_C:1;2=')
    expect(read?.text).toContain('9876543210987654321098765')
  })

  it('stands on A4, and says in any script what each code does', async () => {
    const codes = [{ printed: '.R.NEXT', text: '下一步' }]
    const pdf = await commandSheetPdf({ title: '指令码', groups: [{ title: '随处可用', codes }] })
    const [sheet] = (await PDFDocument.load(pdf)).getPages()
    expect([sheet?.getWidth(), sheet?.getHeight()].map((side) => ((side ?? 0) / 72) * 25.4)).toEqual([
      expect.closeTo(210, 6),
      expect.closeTo(297, 6),
    ])
    const [page] = await printer.print(pdf)
    // Where the words of the first code stand, above its bars.
    const ink = Array.from({ length: 40 * 300 }, (_, i) =>
      page?.dot(100 + (i % 300), 242 + Math.floor(i / 300)),
    )
    expect(ink.filter((dot) => dot === 0).length).toBeGreaterThan(400)
  })
})
