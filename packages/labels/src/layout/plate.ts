/** The plate: the label that a unit is known by from its first touch on. Its licence plate as bars, and to be read by eye. */
import { readScan } from '@restow/barcodes'
import { code128Symbol } from '../symbols/symbol.ts'
import type { Layout } from './boxes.ts'
import type { Sketch } from './sketch.ts'

export interface PlateLabel {
  readonly lpn: string
  /** How many of it; 1 if left out. */
  readonly copies?: number
}

const NAME = { one: 'Plate', many: 'plates' }
const MARGIN = 2.5

function refuseWrong(lpn: string): void {
  const read = readScan(lpn).lpn
  if (!read?.checked || read.lpn !== lpn)
    throw new RangeError(
      `"${lpn}" is no licence plate: it takes RU, nine digits and their right check digit.`,
    )
}

/**
 * A plate laid out.
 * @throws RangeError for what is no LPN, LabelProblem where there is no room
 */
export function layPlate(sketch: Sketch, { lpn, copies = 1 }: PlateLabel): Layout {
  refuseWrong(lpn)
  const { x, y, width, height } = sketch.within(MARGIN)
  const size = Math.min(Math.round(height * 0.25), sketch.mm(12))
  const code = { x: 0, y, width: sketch.width, height: height - size - sketch.mm(0.6) }
  sketch.code(code128Symbol(lpn), { area: code, thickest: 1 })
  const area = { x, y: y + height - size, width, height: size }
  sketch.words(lpn, { area, size, floor: sketch.mm(2), align: 'middle', vertical: 'bottom' }, 'code')
  return sketch.done({ name: NAME, key: lpn, copies })
}
