/**
 * The badge card: 85.6 × 54 mm, the size of a bank card, worn on a cord. Who somebody is, to be read by others,
 * and the badge, to be scanned; the PIN is nowhere on it.
 */
import { fill, type PDFPage, rectangle } from 'pdf-lib'
import { DOT, drawLine, type Faces, type Label, widestBars } from './sheet.ts'
import { drawWords, plainName } from './words-line.ts'

export interface BadgeCard {
  readonly badge: string
  readonly name: string
  readonly role: string
  readonly warehouse: string
}

const NAME = { one: 'Badge', many: 'badges' }
/** The card in dots: 85.6 × 54 mm. */
const SIZE = { width: 684.8, height: 432 } as const
const MARGIN = 36
const ROOM = SIZE.width - 2 * MARGIN
const HEAD = { baseline: 374, size: 32, room: ROOM / 2 - 8 } as const
const PERSON = { x: MARGIN, baseline: 284, size: 68, room: ROOM } as const
const BARS = { middle: SIZE.width / 2, bottom: 92, height: 150 } as const
const CODE = { x: SIZE.width / 2, align: 'middle', baseline: 40, size: 48, room: ROOM } as const

/** The name; in a script that no face here holds, a line to write it on. */
function drawName(page: PDFPage, name: string, faces: Faces): void {
  const { x, baseline, room } = PERSON
  if (name !== '' && drawWords(page, name, PERSON, faces)) return
  page.pushOperators(rectangle(x * DOT, baseline * DOT, room * DOT, 3 * DOT), fill())
}

/**
 * A badge card to be printed.
 * @throws RangeError for a badge that is too long for a card
 */
export function badgeLabel({ badge, name, role, warehouse }: BadgeCard): Label {
  const bars = widestBars(badge, SIZE.width, BARS)
  return {
    name: NAME,
    key: badge,
    copies: 1,
    ...SIZE,
    draw(page, faces) {
      const { words, code } = faces
      drawLine(page, role, { ...HEAD, font: words, x: MARGIN })
      drawLine(page, warehouse, { ...HEAD, font: words, x: SIZE.width - MARGIN, align: 'right' })
      drawName(page, plainName(name), faces)
      page.pushOperators(...bars)
      drawLine(page, badge, { ...CODE, font: code })
    },
  }
}
