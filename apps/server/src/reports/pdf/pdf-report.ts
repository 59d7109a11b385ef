import type { LabelFaces } from '@restow/labels'
import { Paper } from '@restow/labels/paper'
import type { Report } from '../report.ts'
import { type Gathered, gather } from './gathered.ts'
import { INK_2 } from './palette.ts'
import { listRows, shownPhotos, type Thumbs, textsOf } from './rows.ts'
import { PAGE, summary } from './summary.ts'
import { counted, daysOf } from './words.ts'

/** What the report needs that is not in its rows. */
export interface OnPaper {
  readonly faces: () => LabelFaces
  /**
   * Small pictures by their hashes, those that are there.
   * @param before only those that had arrived then: a closed day looks the same whenever it is printed
   */
  readonly thumbs: (hashes: readonly string[], before: string | null) => Promise<Thumbs>
}

function footers(paper: Paper, { head }: Gathered): void {
  const y = PAGE.height - 28
  const wish = { size: 8, colour: INK_2 } as const
  const about = `${head.seller} · ${head.warehouse} · ${head.date}${head.lastDate === head.date ? '' : ` – ${head.lastDate}`}`
  for (let page = 1; page <= paper.pages; page++) {
    paper.write(about, { x: PAGE.margin, y, width: 400, height: 14 }, wish, page)
    const place = { x: PAGE.width - PAGE.margin - 100, y, width: 100, height: 14 }
    paper.write(`${page} / ${paper.pages}`, place, { ...wish, align: 'right' }, page)
  }
}

function more({ rows, all }: Gathered): string {
  if (all === 0) return 'Nothing was decided.'
  return all > rows.length
    ? `The first ${counted(rows.length)} of ${counted(all)} decisions. The other formats have all of them.`
    : ''
}

/** The report on paper: totals, their picture, and the decisions with their photos. */
export async function pdfReport(report: Report, { faces, thumbs }: OnPaper): Promise<Uint8Array> {
  const gathered = await gather(report)
  const { head, rows } = gathered
  const title = `${head.seller} ${daysOf(head)}`
  const paper = await Paper.open(title, [...textsOf(rows), title], faces(), [PAGE.width, PAGE.height])
  const pictures = await thumbs([...new Set(rows.flatMap(shownPhotos))], head.closedAt)
  paper.newPage()
  const end = await listRows(paper, rows, pictures, summary(paper, gathered))
  const note = more(gathered)
  if (note !== '') {
    if (end + 20 > PAGE.height - 34) paper.newPage()
    const y = end + 20 > PAGE.height - 34 ? PAGE.margin : end + 4
    paper.write(note, { x: PAGE.margin, y, width: 500, height: 16 }, { size: 9, colour: INK_2 })
  }
  footers(paper, gathered)
  return paper.save()
}
