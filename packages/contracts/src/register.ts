import { Type } from 'typebox'
import { Code, Instant, Lpn, Quantity, RawScan, Sha256, text } from './words.ts'

const strict = { additionalProperties: false }
/** How a product is named: by one of its codes. */
export const ProductKey = Type.Union([
  Type.Object({ sku: text(80) }, strict),
  Type.Object({ gtin: text(14) }, strict),
  Type.Object({ fnsku: text(40) }, strict),
])

/** Facts of the commands that take units out of a parcel. */
export const RegisterUnit = {
  parcel: RawScan,
  lpn: Lpn,
  product: Type.Union([ProductKey, Type.Null()]),
  quantity: Quantity,
  serial: Type.Optional(text(100)),
  marketplaceLpn: Type.Optional(text(100)),
}
export const IdentifyUnit = { lpn: Lpn, product: ProductKey }
export const CloseParcel = { parcel: RawScan }
export const ReopenParcel = { parcel: RawScan }
export const ClaimParcel = {
  parcel: RawScan,
  seller: text(40),
  evidence: Type.Optional(
    Type.Object({ order: Type.Optional(text(100)), sku: Type.Optional(text(80)) }, strict),
  ),
  rma: Type.Optional(text(100)),
}
/** What is printed on a parcel; at least one field. */
export const Printed = Type.Object(
  {
    name: Type.Optional(text(200)),
    order: Type.Optional(text(100)),
    rma: Type.Optional(text(100)),
    sender: Type.Optional(text(500)),
    note: Type.Optional(text(1000)),
  },
  { ...strict, minProperties: 1 },
)
export const DescribeParcel = { parcel: RawScan, printed: Printed }
export const ForfeitParcel = { parcel: RawScan, note: Type.Optional(text(1000)) }
/** Another label of the same box, as scanned. */
export const AliasParcel = { parcel: RawScan, tracking: RawScan }
export const MatchParcel = { parcel: RawScan }
export const AttachPhoto = {
  subject: Type.Union([Type.Object({ lpn: Lpn }, strict), Type.Object({ parcel: RawScan }, strict)]),
  sha256: Sha256,
  angle: Code,
  takenAt: Instant,
}
