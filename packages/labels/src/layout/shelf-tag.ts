/**
 * The shelf tag, stuck to the beam of a bin. What people call the bin stands large on it; the bars below are as
 * thick as the tag lets them be, so that they are read from two metres, standing in the aisle.
 */
import { code128Symbol } from '../symbols/symbol.ts'
import type { Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

export interface ShelfTag {
  /** The whole code, as it is scanned: `LAX1-S-02-01`. */
  readonly code: string
  /** As the people of its warehouse read it: `S-02-01`. */
  readonly human: string
  readonly zone: { readonly letter: string; readonly name: string }
  /** The bin is the one above the tag, or the one below it. */
  readonly arrow?: 'up' | 'down'
  readonly copies?: number
}

const NAME = { one: 'Shelf tag', many: 'shelf tags' }
const MARGIN = 2.5

function layHead(sketch: Sketch, { human, zone, arrow }: ShelfTag, height: number): void {
  const { x, y, width } = sketch.within(MARGIN)
  const side = Math.min(height, Math.round(width * 0.18))
  const gap = sketch.mm(3)
  const top = y + Math.round((height - side) / 2)
  const square = { x, y: top, width: side, height: side }
  sketch.rule(square)
  const letter = { size: Math.round(side * 0.84), floor: sketch.mm(4), align: 'middle' } as const
  sketch.words(zone.letter, { ...letter, area: square, vertical: 'middle', isWhite: true })
  const arrowSide = arrow ? Math.round(side * 0.8) : 0
  const right = arrow ? arrowSide + gap : 0
  const text = { x: x + side + gap, y, width: width - side - gap - right, height }
  sketch.words(human, {
    area: text,
    size: Math.min(height, sketch.mm(34)),
    floor: sketch.mm(4),
    vertical: 'middle',
  })
  if (arrow)
    sketch.arrow(arrow, {
      ...{ x: x + width - arrowSide, y: y + Math.round((height - side) / 2) },
      ...{ width: arrowSide, height: side },
    })
}

/** @throws LabelProblem code_too_long, size_too_small */
export function layShelfTag(sketch: Sketch, tag: ShelfTag): Layout {
  const { x, y, width, height } = sketch.within(MARGIN)
  const head = Math.round(Math.min(height * 0.44, sketch.mm(45)))
  const foot = Math.min(Math.round(height * 0.11), sketch.mm(8))
  layHead(sketch, tag, head)
  const gap = sketch.mm(1)
  const area = { x: 0, y: y + head + gap, width: sketch.width, height: height - head - foot - 2 * gap }
  sketch.code(code128Symbol(tag.code), { area, thickest: 1.25 })
  const line = { y: y + height - foot, width: Math.floor(width / 2) - gap, height: foot }
  const wish = { size: Math.min(foot, sketch.mm(4.5)), floor: sketch.mm(1.8), vertical: 'bottom' } as const
  sketch.words(tag.code, { ...wish, area: { ...line, x } }, 'code')
  sketch.words(tag.zone.name, { ...wish, area: { ...line, x: x + width - line.width }, align: 'right' })
  return sketch.done({ name: NAME, key: tag.human, copies: tag.copies ?? 1 })
}
