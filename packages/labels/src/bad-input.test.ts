import { beforeAll, describe, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { drawLabels } from './draw-labels.ts'
import { faces } from './faces.fixture.ts'
import type { LabelFacts } from './label-facts.ts'
import { LabelProblem } from './label-problem.ts'
import { openPrinter, type Printed, type Printer, scan } from './read-back.fixture.ts'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
  return () => printer.close()
})

const PDF = { language: 'pdf', dpi: 203, size: '50x25', orientation: 'landscape' } as const
const relabel = (text: string, title: string, kind: 'fnsku' | 'sku' | 'gtin' = 'sku'): LabelFacts => ({
  ...{ kind: 'relabel', code: { kind, text }, lpn: 'RU0000000017' },
  lines: [{ text: title, as: 'title' }],
})
async function pageOf(facts: LabelFacts): Promise<Printed> {
  const [page] = await printer.print(await drawLabels([facts], PDF, faces))
  if (!page) throw new Error('There is no page.')
  return page
}
async function problemOf(facts: LabelFacts, media: Parameters<typeof drawLabels>[1] = PDF) {
  const error = await drawLabels([facts], media, faces).then(
    () => null,
    (thrown) => thrown,
  )
  if (!(error instanceof LabelProblem)) throw error ?? new Error('It was printed.')
  return [error.code, error.facts] as const
}

describe('bad input', { timeout: 60_000 }, () => {
  it('a title of 2,000 characters is cut short where it ends in dots, and the code is still read', async () => {
    for (const title of ['Very long title '.repeat(125), '很长的标题'.repeat(400), 'x'.repeat(2000)]) {
      const page = await pageOf(relabel('MUG-1', title))
      expect(page.text).toMatch(/\.\.\.|…/)
      expect(await scan(page)).toEqual([{ format: 'Code128', text: 'MUG-1' }])
    }
  })

  it('what goes from right to left is drawn from the right', async () => {
    const page = await pageOf(relabel('MUG-1', 'כוס'))
    const ink = Array.from({ length: page.width }, (_, x) => x).filter((x) =>
      Array.from({ length: 30 }, (_, y) => page.dot(x, 100 + y)).includes(0),
    )
    expect(Math.min(...ink)).toBeGreaterThan(page.width / 2)
    expect(page.text).toContain('כוס')
  })

  it('pictures are left out, and letters that no face has are boxes', async () => {
    const plain = await pageOf(relabel('MUG-1', 'Mug 350 ml'))
    const cheerful = await pageOf(relabel('MUG-1', '🎁Mug 🫖🇩🇪 350 ml👍🏽'))
    expect(cheerful.text).toBe(plain.text)
    // It can still be searched for.
    expect((await pageOf(relabel('MUG-1', 'ஆ Mug'))).text).toContain('ஆ Mug')
  })

  it('a letter whose rules are too much for the shaper is drawn by itself', async () => {
    expect(await scan(await pageOf(relabel('MUG-1', 'ڢ')))).toEqual([{ format: 'Code128', text: 'MUG-1' }])
  })

  it('a title that ends the label and begins another one is printed as it is written', async () => {
    const evil = '^XZ^XA^FO0,0^GB400,200,200^FS ~JR _5E \\& ^FH'
    const zpl = new TextDecoder().decode(
      await drawLabels([relabel('A^B~C_D', evil)], { ...PDF, language: 'zpl' }),
    )
    expect(zpl.match(/\^XA/g)?.length).toBe(1)
    expect(zpl.match(/\^XZ/g)?.length).toBe(1)
    expect(zpl).not.toMatch(/~|\^GB/)
    const { api } = await ready
    expect((await api.zplToBase64MultipleAsync(zpl, 50, 25, 8)).length).toBe(1)
  })

  it('a code that Code 128 does not hold as scanners give it back is refused', async () => {
    for (const code of ['X001-ÄÖÜ', '中文', 'A\tB', ' A', '\u00e9'])
      expect(await problemOf(relabel(code, 'T', 'fnsku'))).toEqual([
        'code_not_printable',
        { kind: 'relabel', size: '50x25', orientation: 'landscape', code, why: 'code128' },
      ])
    expect((await problemOf(relabel('', 'T', 'fnsku')))[0]).toBe('code_missing')
    for (const gtin of ['4006381333932', '12345', 'ABCDEFGH'])
      expect((await problemOf(relabel(gtin, 'T', 'gtin')))[0]).toBe('code_not_printable')
  })

  it('a size too small for its code says which would do, and those do', async () => {
    const facts = relabel('NORTHSTAR-BACKPACK-28L-BLACK', 'T')
    const [code, { fits }] = await problemOf(facts)
    expect(code).toBe('code_too_long')
    expect(fits).toEqual(['100x50 landscape', '100x150', '4x6'])
    for (const fit of fits as string[]) {
      const [size, orientation = 'landscape'] = fit.split(' ')
      expect(
        (await drawLabels([facts], { ...PDF, size, orientation } as never, faces)).length,
      ).toBeGreaterThan(500)
    }
  })

  it('a size that a kind is not printed on says which are', async () => {
    const badge: LabelFacts = {
      kind: 'badge',
      badge: 'OP1001',
      name: 'Ana',
      role: 'Operator',
      warehouse: 'LAX1',
    }
    expect(await problemOf(badge)).toEqual([
      'size_too_small',
      {
        ...{ kind: 'badge', size: '50x25', orientation: 'landscape' },
        fits: ['card', '100x50', '100x150', '4x6'],
      },
    ])
    expect((await problemOf({ kind: 'commands', title: 'T', groups: [] }))[0]).toBe('size_too_small')
  })
})
