/**
 * A ticket: what is to be done with a thing, said large enough to be seen across a table, and the code by which it
 * is scanned. Parcels nobody announced, units to be refurbished, to be scrapped, or waiting for somebody.
 */
import { LabelProblem } from '../label-problem.ts'
import { scanned } from '../symbols/scanned.ts'
import type { Area, Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

export interface Ticket {
  /** One letter that people know the kind by, and its word: H, Hold. */
  readonly letter: string
  readonly heading: string
  /** A plate or a tracking number. */
  readonly code: string
  /** The one thing to be read: whose turn it is, what to do, how to scrap it. */
  readonly title: string
  /** In their order, as many as have room. */
  readonly lines: readonly string[]
  readonly copies?: number
}

const NAME = { one: 'Ticket', many: 'tickets' }
const MARGIN = 2
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

function layHeading(sketch: Sketch, { letter, heading }: Ticket, area: Area): void {
  sketch.rule(area)
  const size = Math.round(area.height * 0.78)
  const wish = { size, floor: sketch.mm(2), vertical: 'middle', isWhite: true } as const
  const side = Math.round(area.height * 1.1)
  sketch.words(letter, { ...wish, area: { ...area, width: side }, align: 'middle' })
  const rest = { ...area, x: area.x + side, width: area.width - side - sketch.mm(1) }
  sketch.words(heading, { ...wish, area: rest })
}

/** A title of many words gets three lines; what is left is for the others, as many as have room. */
function layLines(sketch: Sketch, { title, lines }: Ticket, { x, y, width, height }: Area): void {
  const floor = sketch.mm(2.2)
  if (height < floor * 1.3) throw new LabelProblem('size_too_small', { text: title })
  const share = lines.length > 0 ? Math.max(Math.round(height * 0.45), Math.ceil(floor * 1.2)) : height
  const size = clamp(Math.round(share * 0.6), floor, sketch.mm(9))
  const end = sketch.words(title, { area: { x, y, width, height: share }, size, floor, lines: 3 })
  const left = y + height - end
  const each = clamp(Math.floor(left / (lines.length * 1.2)), floor, sketch.mm(4.2))
  const step = Math.ceil(each * 1.2)
  const shown = lines.slice(0, Math.floor(left / step))
  shown.forEach((line, i) => {
    const top = end + i * step
    // The last one has what is left.
    const isLast = i === shown.length - 1
    const tall = isLast ? y + height - top : step
    const area = { x, y: top, width, height: tall }
    sketch.words(line, { area, size: each, floor, lines: isLast ? 4 : 1 })
  })
}

/** @throws LabelProblem code_not_printable, code_too_long, size_too_small */
export function layTicket(sketch: Sketch, ticket: Ticket): Layout {
  const { x, y, width, height } = sketch.within(MARGIN)
  const strip = clamp(Math.round(height * 0.17), sketch.mm(4.5), sketch.mm(16))
  const bars = clamp(Math.round(height * 0.25), sketch.mm(7), sketch.mm(24))
  const human = clamp(Math.round(height * 0.085), sketch.mm(2.6), sketch.mm(6))
  const gap = clamp(Math.round(height * 0.03), sketch.mm(0.8), sketch.mm(3))
  layHeading(sketch, ticket, { x, y, width, height: strip })
  const top = y + strip + gap
  sketch.code(scanned(ticket.code, { mayBeMatrix: true, room: sketch.modulesIn(sketch.width) }), {
    area: { x: 0, y: top, width: sketch.width, height: bars },
    thickest: 0.6,
  })
  const under = top + bars + sketch.mm(0.4)
  const wish = { size: human, floor: sketch.mm(1.8), align: 'middle' } as const
  sketch.words(ticket.code, { ...wish, area: { x, y: under, width, height: human } }, 'code')
  const from = under + human + gap
  layLines(sketch, ticket, { x, y: from, width, height: y + height - from })
  return sketch.done({ name: NAME, key: ticket.code, copies: ticket.copies ?? 1 })
}
