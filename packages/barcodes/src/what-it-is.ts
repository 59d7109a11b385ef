import type { Reading } from './read-scan.ts'

/** What was found under a scan, as far as it says which of several things the scan is. */
interface Found {
  readonly badge?: { readonly badge: string }
  readonly unit?: { readonly lpn: string }
  readonly bin?: { readonly code: string }
  readonly parcel?: { readonly trackingNumber: string }
  readonly expected?: readonly { readonly trackingNumber: string }[]
  readonly products?: readonly { readonly sku: string }[]
}

/** What the scan can be, of all that was found; a parcel stands for its announcement too. */
function candidatesOf(found: Found, reading: Reading) {
  const { badge, unit, bin, parcel, expected, products } = found
  const [announced] = expected ?? []
  const [product] = products ?? []
  return [
    ...(reading.command ? [{ kind: 'command' as const, key: reading.command.command }] : []),
    ...(reading.printer ? [{ kind: 'printer' as const, key: reading.printer.code }] : []),
    ...(badge ? [{ kind: 'badge' as const, key: badge.badge }] : []),
    ...(unit ? [{ kind: 'unit' as const, key: unit.lpn }] : []),
    ...(bin ? [{ kind: 'bin' as const, key: bin.code }] : []),
    ...(parcel ? [{ kind: 'parcel' as const, key: parcel.trackingNumber }] : []),
    ...(announced && !parcel ? [{ kind: 'expected' as const, key: announced.trackingNumber }] : []),
    ...(product ? [{ kind: 'product' as const, key: product.sku }] : []),
  ]
}

/** Which thing a scan is, by what was found under it; `ambiguous` where it is several. The server and the handheld ask the same. */
export function whatItIs(found: Found, reading: Reading) {
  const candidates = candidatesOf(found, reading)
  const [only, ...others] = candidates
  const kind = others.length > 0 ? ('ambiguous' as const) : (only?.kind ?? ('unknown' as const))
  return { kind, candidates }
}
