import { readScan } from '@restow/barcodes'
import type { LabelNumber } from '@restow/domain'
import { parcelCopy, parcelOfLabel } from './copy.store.ts'
import { lookAtCopy } from './database.ts'
import { expectedUnder, parcelUnder, seenFrom } from './local.ts'

/** What this device knows under each number that a scanned label may be read as: what the rule for a second label goes by. */
export async function labelHere(raw: string): Promise<LabelNumber[]> {
  const look = await lookAtCopy()
  return Promise.all(
    readScan(raw).trackingKeys.map(async (number) => {
      const own = parcelCopy(number) ?? parcelOfLabel(number)
      const parcel = own ?? (await parcelUnder([number], look)) ?? null
      const announced = await expectedUnder([number], look)
      return {
        number,
        parcel,
        announced: announced
          .filter((one) => one.trackingNumbers.includes(number))
          .map((one) => seenFrom(parcel?.id ?? null, one)),
      }
    }),
  )
}
