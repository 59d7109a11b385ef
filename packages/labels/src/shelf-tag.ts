/**
 * The shelf tag: 100 × 50 mm, stuck to the beam of a bin. What people call the bin stands large on it; the bars
 * below are as thick as the tag lets them be, so that they are read from two metres, standing in the aisle.
 */
import { fill, grayscale, rectangle } from 'pdf-lib'
import { DOT, drawLine, type Label, widestBars } from './sheet.ts'

export interface ShelfTag {
  /** The whole code, as it is scanned: `LAX1-S-02-01`. */
  readonly code: string
  /** As the people of its warehouse read it: `S-02-01`. */
  readonly human: string
  readonly zone: { readonly letter: string; readonly name: string }
}

const NAME = { one: 'Shelf tag', many: 'shelf tags' }
/** The tag in dots: 100 × 50 mm. */
const SIZE = { width: 800, height: 400 } as const
const MARGIN = 28
const SQUARE = { x: MARGIN, y: 240, side: 132 } as const
const LETTER = { x: SQUARE.x + SQUARE.side / 2, baseline: SQUARE.y + 27, size: 110, room: 112 } as const
const HUMAN = { x: SQUARE.x + SQUARE.side + 28, baseline: SQUARE.y + 7, size: 164 } as const
const BARS = { middle: SIZE.width / 2, bottom: 66, height: 152 } as const
const FOOT = { baseline: 24, size: 34 } as const

/**
 * A shelf tag to be printed.
 * @throws RangeError for a code that is too long for a tag
 */
export function shelfTagLabel({ code, human, zone }: ShelfTag): Label {
  const bars = widestBars(code, SIZE.width, BARS)
  const square = rectangle(SQUARE.x * DOT, SQUARE.y * DOT, SQUARE.side * DOT, SQUARE.side * DOT)
  const right = SIZE.width - MARGIN
  const foot = { ...FOOT, room: SIZE.width / 2 - MARGIN - 8 }
  return {
    name: NAME,
    key: human,
    copies: 1,
    ...SIZE,
    draw(page, faces) {
      const { words } = faces
      page.pushOperators(...bars, square, fill())
      drawLine(page, zone.letter, { ...LETTER, font: words, align: 'middle', color: grayscale(1) })
      drawLine(page, human, { ...HUMAN, font: words, room: right - HUMAN.x })
      drawLine(page, code, { ...foot, font: faces.code, x: MARGIN })
      drawLine(page, zone.name, { ...foot, font: words, x: right, align: 'right' })
    },
  }
}
