/**
 * The label of a unit that is sold again: the code by which the next warehouse or till knows it, what it is, in
 * what condition, and small the plate by which this house knows it. The plate has no bars: one label, one code.
 */
import type { ProductCode } from '@restow/contracts'
import { LabelProblem } from '../label-problem.ts'
import { gtinSymbol } from '../symbols/gtin.ts'
import { scanned } from '../symbols/scanned.ts'
import type { CodeSymbol } from '../symbols/symbol.ts'
import type { Area, Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

export interface RelabelLine {
  readonly text: string
  /** A title wraps and shrinks into what the others leave. */
  readonly as: 'title' | 'strong' | 'plain'
}
export interface Relabel {
  readonly code: { readonly kind: ProductCode; readonly text: string }
  /** In the order in which they stand. */
  readonly lines: readonly RelabelLine[]
  readonly lpn?: string
  /** The seller's scanners read matrices, for a code that bars have no room for. */
  readonly mayBeMatrix?: boolean
  readonly copies?: number
}

const NAME = { one: 'Relabel', many: 'relabels' }
const MARGIN = 1.5
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

function symbolOf(sketch: Sketch, { code, mayBeMatrix = false }: Relabel): CodeSymbol {
  if (code.text === '') throw new LabelProblem('code_missing', { product: code.kind })
  if (code.kind === 'gtin') return gtinSymbol(code.text)
  return scanned(code.text, { mayBeMatrix, room: sketch.modulesIn(sketch.width) })
}

/** The plate on the right of the last line, which leaves it the room. @returns the height that it takes */
function layPlate(sketch: Sketch, lpn: string | undefined, { x, y, width, height }: Area): number {
  if (!lpn) return 0
  const tall = clamp(Math.round(height * 0.1), sketch.mm(2), sketch.mm(3.2))
  const area = { x, y: y + height - tall, width, height: tall }
  sketch.words(lpn, { area, size: tall, floor: sketch.mm(1.6), align: 'right', vertical: 'bottom' }, 'code')
  return tall
}

function layLines(sketch: Sketch, lines: readonly RelabelLine[], { x, y, width, height }: Area): void {
  const floor = sketch.mm(2)
  const most = { title: 0, strong: sketch.mm(6), plain: sketch.mm(4.2) }
  const share = { title: 0, strong: 0.28, plain: 0.2 }
  const row = ({ as }: RelabelLine) =>
    as === 'title' ? 0 : clamp(Math.round(height * share[as]), Math.ceil(floor * 1.15), most[as])
  const titles = lines.filter((line) => line.as === 'title').length
  const left = height - lines.reduce((sum, line) => sum + row(line), 0)
  const title = Math.floor(left / Math.max(1, titles))
  if (left < 0 || (titles > 0 && title < floor * 1.1))
    throw new LabelProblem('size_too_small', { lines: lines.length })
  let top = y
  for (const line of lines) {
    const tall = row(line) || title
    const area = { x, y: top, width, height: tall }
    if (line.as === 'title')
      sketch.words(line.text, {
        area,
        size: clamp(Math.round(height * 0.3), floor, sketch.mm(6)),
        floor,
        lines: 8,
      })
    else
      sketch.words(line.text, {
        area,
        size: Math.floor(tall * 0.9),
        floor: sketch.mm(1.7),
        vertical: 'middle',
      })
    top += tall
  }
}

/** @throws LabelProblem code_missing, code_not_printable, code_too_long, size_too_small */
export function layRelabel(sketch: Sketch, relabel: Relabel): Layout {
  const symbol = symbolOf(sketch, relabel)
  const { x, y, width, height } = sketch.within(MARGIN)
  const bars = clamp(Math.round(height * 0.36), sketch.mm(7), sketch.mm(30))
  const human = clamp(Math.round(height * 0.1), sketch.mm(2.4), sketch.mm(6))
  sketch.code(symbol, { area: { x: 0, y, width: sketch.width, height: bars }, thickest: 0.5 })
  const under = y + bars + sketch.mm(0.4)
  const text = symbol.symbology === 'gs1-128' ? relabel.code.text : symbol.text
  const wish = { size: human, floor: sketch.mm(1.8), align: 'middle' } as const
  sketch.words(text, { ...wish, area: { x, y: under, width, height: human } }, 'code')
  const from = under + human + sketch.mm(0.4)
  const rest = { x, y: from, width, height: y + height - from }
  const taken = layPlate(sketch, relabel.lpn, rest)
  layLines(sketch, relabel.lines, { ...rest, height: rest.height - taken })
  return sketch.done({ name: NAME, key: relabel.code.text, copies: relabel.copies ?? 1 })
}
