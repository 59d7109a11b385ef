import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LabelOrientation, LabelSize, PrinterDpi } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from './draw-labels.ts'
import { faces } from './faces.fixture.ts'
import { FITS } from './lay-out.ts'
import { openPrinter, PLAINLY, type Printed, type Printer, scan } from './read-back.fixture.ts'
import { SAMPLES, type Sample } from './samples.fixture.ts'

const run = promisify(execFile)
const isInstalled = async (tool: string, flag: string) =>
  run(tool, [flag]).then(
    () => true,
    () => false,
  )
const TOOLS = (await isInstalled('pdftoppm', '-v')) && (await isInstalled('zbarimg', '--version'))

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

interface Loaded {
  readonly dpi: PrinterDpi
  readonly size: LabelSize
  readonly orientation: LabelOrientation
}
const DPIS = [203, 300] as const
const ORIENTATIONS = ['landscape', 'portrait'] as const
const SIZES = [...new Set(Object.values(FITS).flat())].filter((size) => size !== 'a4')
/** Portrait at one resolution alone: the layouts are the same ones. */
const ALL: Loaded[] = DPIS.flatMap((dpi) =>
  SIZES.flatMap((size) =>
    ORIENTATIONS.filter((orientation) => dpi === 203 || orientation === 'landscape').map((orientation) => ({
      ...{ dpi, size, orientation },
    })),
  ),
)

/** Samples that can be printed on what is loaded, drawn; and those that say that they cannot. */
async function drawn(loaded: Loaded) {
  const fitting: (Sample & { name: string })[] = []
  const refused: string[] = []
  for (const [name, sample] of Object.entries(SAMPLES)) {
    try {
      await drawLabels([sample.facts], { language: 'pdf', ...loaded }, faces)
      fitting.push({ name, ...sample })
    } catch (error) {
      refused.push(`${name}: ${(error as Error).message}`)
    }
  }
  const facts = fitting.map((sample) => sample.facts)
  const pdf = facts.length > 0 ? await drawLabels(facts, { language: 'pdf', ...loaded }, faces) : null
  return { fitting, refused, pdf }
}

describe('labels of every kind, size and resolution', () => {
  it.each(ALL)(
    'are read back off $size $orientation at $dpi dpi, with the greys of a screen and without',
    { timeout: 120_000 },
    async (loaded) => {
      const { fitting, pdf } = await drawn(loaded)
      if (!pdf) return
      const pages = await printer.print(pdf, 1, loaded.dpi)
      expect(pages.length).toBe(fitting.length)
      const readOnce = async (page: Printed, of: 'dots' | 'greys') => {
        const found = await scan(page, of, PLAINLY)
        return found.map(({ text }) => text).join(' and ')
      }
      for (const [i, page] of pages.entries())
        for (const of of ['dots', 'greys'] as const)
          expect([fitting[i]?.name, of, await readOnce(page, of)]).toEqual([
            fitting[i]?.name,
            of,
            fitting[i]?.read.text,
          ])
    },
  )

  it('can be printed the usual way on every size that their table names', { timeout: 60_000 }, async () => {
    const missing: string[] = []
    for (const dpi of DPIS)
      for (const size of SIZES) {
        const ways = await Promise.all(ORIENTATIONS.map((orientation) => drawn({ dpi, size, orientation })))
        const printed = new Set(ways.flatMap(({ fitting }) => fitting.map((sample) => sample.facts.kind)))
        for (const [kind, sizes] of Object.entries(FITS))
          if (sizes.includes(size) && kind !== 'commands' && !printed.has(kind as 'plate'))
            missing.push(`${kind} on ${size} at ${dpi} dpi`)
      }
    expect(missing).toEqual([])
  })
})

/** What zbarimg reads on each page of a document that pdftoppm set without any grey. */
async function readByOthers(pdf: Uint8Array, dpi: number, greys: boolean): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'restow-labels-'))
  try {
    await writeFile(join(folder, 'labels.pdf'), pdf)
    const smooth = greys ? [] : ['-aa', 'no', '-aaVector', 'no']
    const exact = dpi === 203 ? '203.2' : String(dpi)
    await run('pdftoppm', ['-r', exact, '-gray', ...smooth, join(folder, 'labels.pdf'), join(folder, 'p')])
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).toSorted()
    const read: string[][] = []
    for (const page of pages) {
      const { stdout } = await run('zbarimg', ['-q', '--raw', '-Supca.enable=0', join(folder, page)])
      read.push(stdout.trim().split('\n'))
    }
    return read
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.skipIf(!TOOLS)('by pdftoppm and zbarimg (skipped where they are not installed)', () => {
  it.each(DPIS.flatMap((dpi) => [true, false].map((greys) => ({ dpi, greys }))))(
    'labels are read back at $dpi dpi, greys: $greys',
    { timeout: 240_000 },
    async ({ dpi, greys }) => {
      for (const size of SIZES) {
        const { pdf, fitting } = await drawn({ dpi, size, orientation: 'landscape' })
        if (!pdf) continue
        // zbarimg knows no Data Matrix, and says no FNC1.
        const bars = fitting.filter(({ read }) => !read.formats.includes('DataMatrix'))
        const only = await drawLabels(
          bars.map(({ facts }) => facts),
          { language: 'pdf', dpi, size, orientation: 'landscape' },
          faces,
        )
        const read = await readByOthers(only, dpi, greys)
        expect([size, read]).toEqual([size, bars.map((sample) => [sample.read.text.replace(/[()]/g, '')])])
      }
    },
  )
})
