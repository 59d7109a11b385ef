import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'

/** A day at the dock for handhelds that lose their network: announced parcels, what is in them, and a plate for each piece. */

export interface Piece {
  /** What is scanned off the product. */
  readonly code: string
  readonly plate: string
  /** The sides of which a photo is asked for when all is well with it. */
  readonly angles: readonly string[]
}
export interface DayParcel {
  readonly tracking: string
  readonly label: string
  readonly pieces: readonly Piece[]
}
export interface Day {
  /** What the seller announces, as it uploads it. */
  readonly file: string
  readonly parcels: readonly DayParcel[]
}

type Made = ReturnType<typeof generateReturns>['parcels'][number]

/** Worth enough that it is put on a shelf, and little enough that nobody has to be asked; one piece to a line. */
const isPlain = ({ lines }: Made): boolean =>
  lines.length <= 3 &&
  new Set(lines.map((line) => line.sku)).size === lines.length &&
  lines.every(({ quantity, valueMinor }) => quantity === 1 && valueMinor > 500 && valueMinor < 5000)

/**
 * Makes the work of a day.
 * @param seed the same seed makes the same day
 * @param firstPlate the serial of the first plate on the roll
 */
export function makeDay(seed: string, parcels: number, firstPlate: number): Day {
  const made = generateReturns({ seed, seller: 'LOTUS', endingOn: '2026-11-20', parcels: 30 + parcels * 4 })
  let serial = firstPlate
  const pieceOf = ({ sku }: Made['lines'][number], i: number): Piece => {
    const product = DEMO_PRODUCTS.find((one) => one.seller === 'LOTUS' && one.sku === sku)
    // One of each kind of product code that people scan.
    const code = [product?.gtin.slice(1), product?.fnsku, product?.sku][i % 3] ?? ''
    const angles = product?.category === 'electronics' ? ['front', 'label'] : ['front']
    return { code, angles, plate: makeLpn(serial++) }
  }
  const plain = made.parcels.filter(isPlain).slice(0, parcels)
  if (plain.length < parcels) throw new Error(`Only ${plain.length} of ${parcels} parcels are plain.`)
  return {
    file: made.file,
    parcels: plain.map(({ tracking, lines }) => ({
      tracking,
      label: makeScan(tracking, () => 0.4),
      pieces: lines.map(pieceOf),
    })),
  }
}
