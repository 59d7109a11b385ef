import type { ReportRow } from '@restow/contracts'
import type { Paper, Place } from '@restow/labels/paper'
import { COLOURS, GROUND, INK, INK_2, LINE } from './palette.ts'
import { badge, PAGE } from './summary.ts'
import { counted, spoken } from './words.ts'

/** The list of what was decided, over as many pages as it takes. */

export type Thumbs = ReadonlyMap<string, Uint8Array>

const HIGH = 26
const FOOT = 30
const SHOWN_PHOTOS = 2

interface Column {
  readonly name: string
  readonly width: number
  readonly text: (row: ReportRow) => string
  readonly right?: true
  readonly isBold?: true
}

const COLUMNS: readonly Column[] = [
  { name: 'Plate', width: 74, text: (r) => r.lpn, isBold: true },
  { name: 'Order', width: 112, text: (r) => r.orderNumber ?? '–' },
  { name: 'SKU', width: 72, text: (r) => r.sku ?? '–' },
  { name: 'Title', width: 152, text: (r) => r.title ?? 'unknown product' },
  { name: 'Qty', width: 30, text: (r) => counted(r.quantity), right: true },
  { name: 'Customer said', width: 82, text: (r) => spoken(r.reason) },
  { name: 'We found', width: 80, text: (r) => r.findings.map(spoken).join(', ') || '–' },
  { name: 'Grade', width: 52, text: (r) => spoken(r.grade) },
]
const [DECISION, PHOTOS] = [74, 42]

/** All that the list will say, for the faces that it takes. */
export const textsOf = (rows: readonly ReportRow[]): string[] =>
  rows.flatMap((row) => [...COLUMNS.map(({ text }) => text(row)), spoken(row.route), row.bin ?? ''])

/** The hash in a photo's address. */
export const hashOf = (address: string): string => /[0-9a-f]{64}/.exec(address)?.[0] ?? ''

/** The photos that have a place in the list. */
export const shownPhotos = ({ photos }: ReportRow): string[] => photos.slice(0, SHOWN_PHOTOS).map(hashOf)

function header(paper: Paper, y: number): void {
  paper.box({ x: PAGE.margin, y, width: PAGE.width - 2 * PAGE.margin, height: 18 }, GROUND)
  let x = PAGE.margin + 4
  const name = (text: string, width: number, right = false) => {
    const place = { x, y, width: width - 6, height: 18 }
    paper.write(text, place, { size: 8, isBold: true, colour: INK_2, align: right ? 'right' : 'left' })
    x += width
  }
  for (const { name: text, width, right } of COLUMNS) name(text, width, right)
  name('Decision', DECISION)
  name('Photos', PHOTOS)
}

async function photos(paper: Paper, row: ReportRow, thumbs: Thumbs, { x, y }: Pick<Place, 'x' | 'y'>) {
  for (const [i, hash] of shownPhotos(row).entries()) {
    const jpeg = thumbs.get(hash)
    if (jpeg) await paper.picture(hash, jpeg, { x: x + i * 19, y: y + 4, width: 18, height: 18 })
  }
}

async function line(paper: Paper, row: ReportRow, thumbs: Thumbs, y: number): Promise<void> {
  let x = PAGE.margin + 4
  const colour = row.takenBack ? INK_2 : INK
  for (const { text, width, right, isBold } of COLUMNS) {
    const wish = {
      size: 8,
      isBold: isBold ?? false,
      colour,
      lines: 2,
      align: right ? 'right' : 'left',
    } as const
    paper.write(text(row), { x, y, width: width - 6, height: HIGH }, wish)
    x += width
  }
  badge(paper, row.disposition, { x, y: y + 4 })
  paper.write(
    spoken(row.route),
    { x: x + 14, y: y + 2, width: DECISION - 16, height: 13 },
    { size: 8, isBold: true, colour: COLOURS[row.disposition] },
  )
  paper.write(
    row.takenBack ? 'taken back' : (row.bin ?? ''),
    { x: x + 14, y: y + 13, width: DECISION - 16, height: 11 },
    { size: 7, colour: INK_2 },
  )
  await photos(paper, row, thumbs, { x: x + DECISION, y })
  paper.box({ x: PAGE.margin, y: y + HIGH, width: PAGE.width - 2 * PAGE.margin, height: 0.5 }, LINE)
}

/** @param from where on the first page they begin; @returns where the last of them ends */
export async function listRows(
  paper: Paper,
  rows: readonly ReportRow[],
  thumbs: Thumbs,
  from: number,
): Promise<number> {
  let y = from
  if (rows.length > 0) header(paper, y)
  y += 18
  for (const row of rows) {
    if (y + HIGH > PAGE.height - FOOT - 8) {
      paper.newPage()
      y = PAGE.margin
      header(paper, y)
      y += 18
    }
    await line(paper, row, thumbs, y)
    y += HIGH
  }
  return y
}
