/**
 * The plate: the label that a unit is known by from its first touch on. 50 × 25 mm, its licence plate as
 * Code 128 and beneath it to be read by eye.
 */
import { readScan } from '@restow/barcodes'
import { code128Bars } from './code128.ts'
import { barsIn, drawLine, type Label, printed } from './sheet.ts'

export interface PlateLabel {
  readonly lpn: string
  /** How many of it; 1 if left out. */
  readonly copies?: number
}

const NAME = { one: 'Plate', many: 'plates' }
/** The label in dots: 50 × 25 mm. */
const SIZE = { width: 400, height: 200 } as const
/** In whole dots per module, so that the printer rounds no bar: a quarter of a millimetre. */
const BARS = { middle: SIZE.width / 2, bottom: 60, height: 120, module: 2 } as const
const TEXT = { x: SIZE.width / 2, align: 'middle', baseline: 20, size: 37, room: SIZE.width - 40 } as const

function refuseWrong({ lpn, copies = 1 }: PlateLabel): void {
  const read = readScan(lpn).lpn
  if (!read?.checked || read.lpn !== lpn)
    throw new RangeError(
      `"${lpn}" is no licence plate: it takes RU, nine digits and their right check digit.`,
    )
  if (!Number.isInteger(copies) || copies < 1)
    throw new RangeError(
      `${copies} copies of ${lpn} cannot be printed: it takes a whole number of at least 1.`,
    )
}

/**
 * A plate to be printed.
 * @throws RangeError for what is no LPN, and for copies that are no whole number of at least 1
 */
export function plateLabel(plate: PlateLabel): Label {
  refuseWrong(plate)
  const { lpn, copies = 1 } = plate
  const bars = barsIn(code128Bars(lpn), BARS)
  return {
    name: NAME,
    key: lpn,
    copies,
    ...SIZE,
    draw(page, { code }) {
      page.pushOperators(...bars)
      drawLine(page, lpn, { ...TEXT, font: code })
    },
  }
}

/**
 * Plate labels as PDF: one page of 50 × 25 mm for each copy, bars as vectors in whole dots of a 203 dpi printer.
 * @throws RangeError for no labels, for what is no LPN, and for copies that are no whole number of at least 1
 */
export const platePdf = async (plates: readonly PlateLabel[]): Promise<Uint8Array> =>
  printed(plates.map(plateLabel))
