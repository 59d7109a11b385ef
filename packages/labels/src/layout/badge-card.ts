/**
 * The badge card, worn on a cord. Who somebody is, to be read by others, and the badge, to be scanned; the PIN is
 * nowhere on it.
 */
import { code128Symbol } from '../symbols/symbol.ts'
import type { Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

export interface BadgeCard {
  readonly badge: string
  readonly name: string
  readonly role: string
  readonly warehouse: string
  readonly copies?: number
}

const NAME = { one: 'Badge', many: 'badges' }
const MARGIN = 4.5

/** The card's name, or, where no letter of it is to be seen, a line to write it on. */
function layName(sketch: Sketch, { name }: BadgeCard, y: number, height: number): void {
  const { x, width } = sketch.within(MARGIN)
  if (sketch.isReadable(name)) {
    const size = Math.min(Math.round(height * 0.62), sketch.mm(11))
    const area = { x, y, width, height }
    sketch.words(name, { area, size, floor: sketch.mm(3), lines: 2, vertical: 'middle' })
  } else sketch.rule({ x, y: y + height - sketch.mm(3), width, height: Math.max(2, sketch.mm(0.35)) })
}

/** @throws LabelProblem code_too_long, size_too_small */
export function layBadge(sketch: Sketch, card: BadgeCard): Layout {
  const { x, y, width, height } = sketch.within(MARGIN)
  const gap = sketch.mm(2)
  const head = sketch.mm(4.6)
  const foot = Math.min(sketch.mm(9), Math.round(height * 0.15))
  const name = Math.min(sketch.mm(24), Math.round(height * 0.32))
  const half = Math.floor((width - gap) / 2)
  const wish = { size: sketch.mm(4.2), floor: sketch.mm(2), vertical: 'top' } as const
  sketch.words(card.role, { ...wish, area: { x, y, width: half, height: head } })
  sketch.words(card.warehouse, {
    ...wish,
    area: { x: x + width - half, y, width: half, height: head },
    align: 'right',
  })
  layName(sketch, card, y + head, name)
  const top = y + head + name + gap
  const room = { x: 0, y: top, width: sketch.width, height: y + height - foot - gap / 2 - top }
  sketch.code(code128Symbol(card.badge), {
    area: { ...room, height: Math.min(Math.floor(room.height), sketch.mm(32)) },
    thickest: 0.8,
  })
  const area = { x, y: y + height - foot, width, height: foot }
  sketch.words(
    card.badge,
    { area, size: foot, floor: sketch.mm(2), align: 'middle', vertical: 'bottom' },
    'code',
  )
  return sketch.done({ name: NAME, key: card.badge, copies: card.copies ?? 1 })
}
