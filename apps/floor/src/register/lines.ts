import type { ExpectedView, ParcelView } from '@restow/contracts'
import { type AnnouncedLine, lineKey, type Product } from '@restow/domain'

/** An announced line as the parcel screen shows it. */
export interface Line {
  readonly key: string
  readonly seller: string
  readonly sku: string
  readonly title: string
  readonly rmaNumber: string
  readonly reason: AnnouncedLine['reason']
  readonly announced: number
  readonly registered: number
}

/** The announced lines of a parcel, each with what was registered of it, here and elsewhere. */
export function linesOf(parcel: ParcelView): Line[] {
  return parcel.expected
    .filter((expected) => parcel.seller === null || expected.seller === parcel.seller)
    .flatMap((expected: ExpectedView) =>
      expected.lines.map((line) => {
        const { sku, title, rmaNumber, occurrence, quantity, reason } = line
        const key = lineKey({ rmaNumber, sku, occurrence })
        const known = parcel.known.announced
          .find((r) => r.rmaNumber === rmaNumber)
          ?.lines.find((l) => l.sku === sku && l.occurrence === occurrence)
        const registered = (parcel.registered[key] ?? 0) + (known?.registeredElsewhere ?? 0)
        return {
          key,
          seller: expected.seller,
          sku,
          title,
          rmaNumber,
          reason,
          announced: quantity,
          registered,
        }
      }),
    )
}

/** Pieces of a product that are announced and not registered yet. */
export function leftOf(lines: readonly Line[], sku: string): number {
  return Math.max(
    0,
    ...lines.filter((line) => line.sku === sku).map((line) => line.announced - line.registered),
  )
}

/** A tapped line stands for its product as well as a scan does; what the line does not tell, the server knows. */
export function productOfLine({ seller, sku, title }: Line): Product {
  return { seller, sku, title, category: 'general', gtin: null, fnsku: null, asin: null, flags: [] }
}
