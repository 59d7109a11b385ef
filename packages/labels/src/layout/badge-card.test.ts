import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabels } from '../draw-labels.ts'
import { faces } from '../faces.fixture.ts'
import { inked, openPrinter, type Printed, type Printer, scan } from '../read-back.fixture.ts'
import type { LabelFaces } from '../words/label-faces.ts'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const card = (name: string, badge = 'OP1001') =>
  ({ kind: 'badge', badge, name, role: 'Operator', warehouse: 'LAX1' }) as const
const MEDIA = { language: 'pdf', dpi: 203 } as const
/** Twice as fine as a label printer, as card printers are. */
async function pageOf(name: string, face?: LabelFaces): Promise<Printed> {
  const [page] = await printer.print(await drawLabels([card(name)], MEDIA, face), 2)
  if (!page) throw new Error('There is no page.')
  return page
}

/** The strip of the card on which the name stands, dot by dot. */
const nameOn = ({ width, dot }: Printed): string =>
  Array.from({ length: 180 }, (_, y) => Array.from({ length: width }, (_, x) => (dot(x, 150 + y) ? 0 : 1)))
    .flat()
    .join('')
const inkOf = (page: Printed): number => nameOn(page).replaceAll('0', '').length
/** A line to write on, over the whole width. */
const hasLine = (page: Printed): boolean => /1{1200}/.test(nameOn(page))

describe('a badge card', { timeout: 60_000 }, () => {
  it('says who it is and what they are, and is read back by a scanner as the badge', async () => {
    const page = await pageOf('Jörg Müller')
    expect(page.text.split(/\s+/)).toEqual(['Operator', 'LAX1', 'Jörg', 'Müller', 'OP1001'])
    expect(await scan(page)).toEqual([{ format: 'Code128', text: 'OP1001' }])
  })

  it('is as large as a bank card, and nothing stands outside, however long the name and the badge', async () => {
    const pdf = await drawLabels(
      [card('Ana Ruiz'), card('W'.repeat(100), 'W'.repeat(24)), card('王'.repeat(100))],
      MEDIA,
      faces,
    )
    for (const page of (await PDFDocument.load(pdf)).getPages()) {
      expect((page.getWidth() / 72) * 25.4).toBeCloseTo(85.6, 6)
      expect((page.getHeight() / 72) * 25.4).toBeCloseTo(54, 6)
    }
    for (const page of await printer.print(pdf)) {
      const { left, right, top, bottom } = inked(page)
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(10)
      expect(right).toBeLessThan(page.width - 10)
      expect(bottom).toBeLessThan(page.height - 10)
    }
  })

  it('draws Chinese names as they are written, each its own', async () => {
    const people = ['陈雨婷', '欧阳震华', '李伟', '李玮', '龘', '陈雨婷 Chen Yuting']
    const pages = await Promise.all(people.map((name) => pageOf(name, faces)))
    const drawn = pages.map(nameOn)
    expect(new Set(drawn).size).toBe(people.length)
    for (const page of pages) {
      expect(inkOf(page)).toBeGreaterThan(2000)
      expect(hasLine(page)).toBe(false)
      expect(await scan(page)).toEqual([{ format: 'Code128', text: 'OP1001' }])
    }
  })

  it('draws names with letters that Latin-1 lacks', async () => {
    for (const name of [
      'Łukasz Wójcik',
      'Дмитрий Иванов',
      'Nguyễn Thị Hoa',
      'Γιώργος',
      'Çağlar Şahin',
      '佐藤 さくら',
      '김민준',
      'محمد علي',
      'דוד כהן',
      'สมชาย',
    ])
      expect([name, hasLine(await pageOf(name, faces))]).toEqual([name, false])
  })

  it('takes a letter and its accent for the one letter that they are', async () => {
    expect(nameOn(await pageOf('Jo\u0308rg'))).toBe(nameOn(await pageOf('J\u00f6rg')))
  })

  it('leaves a line to write on for a name that no face holds, and for one that is not to be seen', async () => {
    for (const name of ['ஆனந்த்', '😀', '\u200b', ' \n'])
      expect([name, hasLine(await pageOf(name, faces))]).toEqual([name, true])
    expect(hasLine(await pageOf('陈雨婷'))).toBe(true)
    expect(hasLine(await pageOf('Ana Ruiz'))).toBe(false)
  })

  it('is not broken by characters that break lines or change direction', async () => {
    expect(nameOn(await pageOf('Ana\n\tRuiz\u202e'))).toBe(nameOn(await pageOf('Ana Ruiz')))
  })
})
