/**
 * The sheet of command codes: A4, by which gloved hands do with the trigger what a tap does. Three short codes or two
 * long ones stand side by side, apart enough that a scanner meets one; the longest has a line of its own.
 */
import { fill, grayscale, type PDFOperator, type PDFPage, rectangle } from 'pdf-lib'
import { code128Bars, QUIET_MODULES } from './code128.ts'
import type { NameFace } from './name-face.ts'
import { barsIn, DOT, drawLine, type Faces, type Label, printed } from './sheet.ts'
import { drawWords, isLatin1, plainName } from './words-line.ts'

interface PrintedCode {
  /** As it is scanned; `^FNC1` in a text that begins so is the function character. */
  readonly printed: string
  readonly text: string
}
interface PrintedGroup {
  readonly title: string
  readonly codes: readonly PrintedCode[]
}
export interface CommandSheet {
  readonly title: string
  /** In the order of the flow. */
  readonly groups: readonly PrintedGroup[]
}

/** A4 in dots of an eighth of a millimetre. */
const PAGE = { width: 1680, height: 2376 } as const
const MARGIN = 80
const ROOM = PAGE.width - 2 * MARGIN
/** A quarter of a millimetre: read by every scanner, and by a laser printer set without rounding. */
const MODULE = 2
const HEAD = { height: 96, size: 40 } as const
const GROUP = { height: 64, baseline: 18, size: 34 } as const
const CELL = { height: 138, bars: 68, foot: 28, words: 31, code: 17 } as const
const FNC1 = '^FNC1'

interface Cell extends PrintedCode {
  readonly bars: ReturnType<typeof code128Bars>
  /** Where it begins, and how wide it may be. */
  readonly left: number
  readonly room: number
}
type Row =
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'codes'; readonly cells: readonly Cell[] }

const heightOf = (row: Row): number => (row.kind === 'group' ? GROUP.height : CELL.height)

type Drawn = Omit<Cell, 'left' | 'room'>

function barsOf(code: PrintedCode): Drawn {
  return { ...code, bars: code128Bars(code.printed, code.printed.startsWith(FNC1)) }
}

const widthOf = ({ bars }: Drawn): number => (bars.modules + 2 * QUIET_MODULES) * MODULE

function rowsOf({ title, codes }: PrintedGroup): Row[] {
  const drawn = codes.map(barsOf)
  const columns = drawn.every((code) => widthOf(code) <= ROOM / 3) ? 3 : 2
  const room = ROOM / columns
  const rows: Cell[][] = []
  let free = 0
  for (const code of drawn) {
    const isWide = widthOf(code) > room
    if (isWide || free === 0) {
      rows.push([])
      free = columns
    }
    rows.at(-1)?.push({ ...code, room: isWide ? ROOM : room, left: MARGIN + (columns - free) * room })
    free = isWide ? 0 : free - 1
  }
  return [{ kind: 'group', title }, ...rows.map((cells): Row => ({ kind: 'codes', cells }))]
}

/** Rows on pages; a group that goes on has its title again, and none stands alone at the foot. */
function pagesOf(groups: readonly PrintedGroup[]): Row[][] {
  const room = PAGE.height - 2 * MARGIN - HEAD.height
  const pages: Row[][] = [[]]
  let left = room
  for (const group of groups) {
    const [title, ...rows] = rowsOf(group)
    if (!title) continue
    rows.forEach((row, i) => {
      const isFirst = i === 0
      const wanted = heightOf(row) + (isFirst ? GROUP.height : 0)
      if (wanted > left) {
        pages.push([])
        left = room
      }
      const page = pages.at(-1) ?? []
      if (isFirst || page.length === 0) {
        page.push(title)
        left -= GROUP.height
      }
      page.push(row)
      left -= heightOf(row)
    })
  }
  return pages
}

function drawCell(page: PDFPage, cell: Cell, top: number, faces: Faces): PDFOperator[] {
  const { printed: code, text, bars } = cell
  const left = cell.left + QUIET_MODULES * MODULE
  const width = bars.modules * MODULE
  const words = { x: left, baseline: top - CELL.words + 3, size: CELL.words, room: cell.room - 60 }
  drawWords(page, plainName(text), words, faces)
  if (!code.startsWith(FNC1))
    drawLine(page, code, {
      ...{ font: faces.code, x: left, baseline: top - CELL.height + 7, size: CELL.code },
      ...{ room: width, color: grayscale(0.35) },
    })
  const bottom = top - CELL.height + CELL.foot
  return barsIn(bars, { middle: left + width / 2, bottom, height: CELL.bars, module: MODULE })
}

function drawGroup(page: PDFPage, title: string, top: number, faces: Faces): PDFOperator[] {
  const baseline = top - GROUP.height + GROUP.baseline
  drawWords(page, plainName(title), { x: MARGIN, baseline, size: GROUP.size, room: ROOM }, faces)
  return [rectangle(MARGIN * DOT, (baseline - 12) * DOT, ROOM * DOT, 2 * DOT), fill()]
}

function pageLabel(title: string, rows: readonly Row[], number: number, all: number): Label {
  return {
    name: { one: title, many: title },
    key: '',
    copies: 1,
    ...PAGE,
    draw(page, faces) {
      let top = PAGE.height - MARGIN - HEAD.height
      const head = { x: MARGIN, baseline: top + HEAD.height - HEAD.size, size: HEAD.size, room: 1200 }
      drawWords(page, `Restow · ${title}`, head, faces)
      drawLine(page, `${number} / ${all}`, {
        ...head,
        ...{ font: faces.words, x: PAGE.width - MARGIN, align: 'right' },
      })
      for (const row of rows) {
        const ink =
          row.kind === 'group'
            ? drawGroup(page, row.title, top, faces)
            : row.cells.flatMap((cell) => drawCell(page, cell, top, faces))
        page.pushOperators(...ink)
        top -= heightOf(row)
      }
    },
  }
}

function wordsOf({ title, groups }: CommandSheet): string[] {
  const texts = groups.flatMap((group) => [group.title, ...group.codes.map(({ text }) => text)])
  return [...texts.map(plainName), `Restow · ${title}`]
}

/**
 * The sheet as PDF, bars as vectors in Code 128, in the order given.
 * @param names for words beyond Latin-1
 */
export async function commandSheetPdf(sheet: CommandSheet, names: NameFace): Promise<Uint8Array> {
  const pages = pagesOf(sheet.groups)
  const foreign = [...new Set(wordsOf(sheet))].filter((words) => !isLatin1(words))
  const labels = pages.map((rows, i) => pageLabel(sheet.title, rows, i + 1, pages.length))
  return printed(labels, await names.outlines(foreign))
}
