/**
 * The sheet of command codes: A4, by which gloved hands do with the trigger what a tap does. Three short codes or two
 * long ones stand side by side, apart enough that a scanner meets one; the longest has a line of its own.
 */
import { type BarSymbol, code128Symbol } from '../symbols/symbol.ts'
import type { Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

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

/** Millimetres. A quarter of one is a module: read by every scanner, and by a laser printer set without rounding. */
const MODULE = 0.25
const MARGIN = 10
const HEAD = { height: 12, size: 5 } as const
const GROUP = { height: 8, size: 4.2, rule: 0.25 } as const
const CELL = { height: 17.2, bars: 8.5, words: 3.9, code: 2.1 } as const
const FNC1 = '^FNC1'

interface Cell {
  readonly code: PrintedCode
  readonly symbol: BarSymbol
  /** Where it begins, and how wide it may be. */
  readonly left: number
  readonly room: number
}
type Row =
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'codes'; readonly cells: readonly Cell[] }

const heightOf = (row: Row): number => (row.kind === 'group' ? GROUP.height : CELL.height)
const symbolOf = ({ printed }: PrintedCode) => code128Symbol(printed, printed.startsWith(FNC1))
const widthOf = ({ modules, quiet }: BarSymbol): number => (modules + quiet[0] + quiet[1]) * MODULE

function rowsOf({ title, codes }: PrintedGroup, whole: number): Row[] {
  const drawn = codes.map((code) => ({ code, symbol: symbolOf(code) }))
  const columns = drawn.every(({ symbol }) => widthOf(symbol) <= whole / 3) ? 3 : 2
  const room = whole / columns
  const rows: Cell[][] = []
  let free = 0
  for (const one of drawn) {
    const isWide = widthOf(one.symbol) > room
    if (isWide || free === 0) {
      rows.push([])
      free = columns
    }
    rows.at(-1)?.push({ ...one, room: isWide ? whole : room, left: MARGIN + (columns - free) * room })
    free = isWide ? 0 : free - 1
  }
  return [{ kind: 'group', title }, ...rows.map((cells): Row => ({ kind: 'codes', cells }))]
}

/** Rows on pages; a group that goes on has its title again, and none stands alone at the foot. */
function pagesOf(groups: readonly PrintedGroup[], face: Sketch['face']): Row[][] {
  const room = face.height - 2 * MARGIN - HEAD.height
  const pages: Row[][] = [[]]
  let left = room
  for (const group of groups) {
    const [title, ...rows] = rowsOf(group, face.width - 2 * MARGIN)
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

function layCell(sketch: Sketch, { code, symbol, left, room }: Cell, top: number): void {
  const mm = (length: number) => sketch.mm(length)
  const quiet = symbol.quiet[0] * MODULE
  const x = mm(left + quiet)
  const words = { x, y: mm(top), width: mm(room - quiet - 5), height: mm(CELL.words * 1.05) }
  sketch.words(code.text, { area: words, size: mm(CELL.words), floor: mm(1.8), vertical: 'bottom' })
  const bars = top + CELL.words * 1.05 + 0.6
  // As wide as it is thick, beginning where the words do.
  const area = { x: mm(left), y: mm(bars), width: mm(widthOf(symbol)) + 2, height: mm(CELL.bars) }
  const at = sketch.code(symbol, { area, thickest: MODULE })
  if (code.printed.startsWith(FNC1)) return
  const foot = { x: at.x, y: mm(bars + CELL.bars + 0.3), width: at.width, height: mm(CELL.code * 1.1) }
  sketch.words(code.printed, { area: foot, size: mm(CELL.code), floor: mm(1.2) }, 'code')
}

function layGroup(sketch: Sketch, title: string, top: number): void {
  const { x, width } = sketch.within(MARGIN)
  const tall = sketch.mm(GROUP.size * 1.15)
  const bottom = sketch.mm(top + GROUP.height - 1.2)
  const area = { x, y: bottom - sketch.mm(0.8) - tall, width, height: tall }
  sketch.words(title, { area, size: sketch.mm(GROUP.size), floor: sketch.mm(2.5), vertical: 'bottom' })
  sketch.rule({ x, y: bottom, width, height: Math.max(1, sketch.mm(GROUP.rule)) })
}

/** The sheet on as many pages as it takes, bars in Code 128, in the order given. */
export function layCommandSheet(sketchOf: () => Sketch, { title, groups }: CommandSheet): Layout[] {
  const pages = pagesOf(groups, sketchOf().face)
  return pages.map((rows, i) => {
    const sketch = sketchOf()
    const { x, y, width } = sketch.within(MARGIN)
    const head = { area: { x, y, width, height: sketch.mm(HEAD.size * 1.1) }, size: sketch.mm(HEAD.size) }
    const half = Math.floor(width * 0.8)
    sketch.words(`Restow · ${title}`, { ...head, area: { ...head.area, width: half }, floor: sketch.mm(3) })
    const number = { ...head.area, x: x + half, width: width - half }
    sketch.words(`${i + 1} / ${pages.length}`, { ...head, area: number, floor: sketch.mm(3), align: 'right' })
    let top = MARGIN + HEAD.height
    for (const row of rows) {
      if (row.kind === 'group') layGroup(sketch, row.title, top)
      else for (const cell of row.cells) layCell(sketch, cell, top)
      top += heightOf(row)
    }
    return sketch.done({ name: { one: title, many: title }, key: '', copies: 1 })
  })
}
