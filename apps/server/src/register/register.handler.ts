import { normaliseTracking, readScan } from '@restow/barcodes'
import type { ProductKey } from '@restow/domain'
import type { Handlers } from '../ledger/knowledge.ts'

/** A GTIN is kept with 14 digits, however few of them the label shows. */
const productCode = (key: ProductKey): string =>
  'gtin' in key ? key.gtin.padStart(14, '0') : 'sku' in key ? key.sku : key.fnsku

const subject = (s: { lpn: string } | { parcel: string }) =>
  'lpn' in s ? { lpn: s.lpn } : { tracking: normaliseTracking(s.parcel) }

/** The announced return that a claim names, by its own number or by what the evidence says. */
function evidenceOf(seller: string, rma: string | undefined, given: { order?: string; sku?: string } = {}) {
  const order = rma ?? given.order
  if (order === undefined) return {}
  return { evidence: { seller, order, sku: rma === undefined ? (given.sku ?? null) : null } }
}

/** What the commands name that take units out of a parcel, and put plates and photos on them. */
export const registerHandlers = {
  RegisterUnit: ({ parcel, lpn, product }) => ({
    tracking: normaliseTracking(parcel),
    newLpn: lpn,
    policies: true,
    ...(product ? { productCode: productCode(product) } : {}),
  }),
  IdentifyUnit: ({ lpn, product }) => ({ lpn, unitsParcel: true, productCode: productCode(product) }),
  CloseParcel: ({ parcel }) => ({ tracking: normaliseTracking(parcel) }),
  ReopenParcel: ({ parcel }) => ({ tracking: normaliseTracking(parcel) }),
  DescribeParcel: ({ parcel }) => ({ tracking: normaliseTracking(parcel) }),
  ClaimParcel: ({ parcel, seller, evidence, rma }) => ({
    tracking: normaliseTracking(parcel),
    parcelsUnits: true,
    seller,
    ...evidenceOf(seller, rma, evidence),
  }),
  ForfeitParcel: ({ parcel }) => ({
    tracking: normaliseTracking(parcel),
    parcelsUnits: true,
    unclaimedPolicy: true,
  }),
  AliasParcel: ({ parcel, tracking }) => ({
    tracking: normaliseTracking(parcel),
    label: readScan(tracking).trackingKeys,
    parcelsUnits: true,
    policies: true,
  }),
  MatchParcel: ({ parcel }) => ({
    tracking: normaliseTracking(parcel),
    parcelsUnits: true,
    policies: true,
  }),
  AttachPhoto: (command) => subject(command.subject),
  SplitUnit: ({ lpn, newLpn }) => ({ lpn, newLpn, unitsParcel: true }),
  ReplacePlate: ({ lpn, newLpn }) => ({ lpn, newLpn }),
  SettleException: (command) =>
    'lpn' in command ? { lpn: command.lpn } : { tracking: normaliseTracking(command.parcel) },
  TakeBack: (command) => {
    const named =
      'lpn' in command
        ? { lpn: command.lpn, unitsParcel: true }
        : // A claim goes back together with the parcel's units.
          { tracking: normaliseTracking(command.parcel), parcelsUnits: true }
    return named
  },
} satisfies Handlers
