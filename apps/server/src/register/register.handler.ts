import { normaliseTracking, readScan } from '@restow/barcodes'
import type { ProductKey } from '@restow/domain'
import type { Handlers } from '../ledger/knowledge.ts'

/** A GTIN is kept with 14 digits, however few of them the label shows. */
const productCode = (key: ProductKey): string =>
  'gtin' in key ? key.gtin.padStart(14, '0') : 'sku' in key ? key.sku : key.fnsku

const subject = (s: { lpn: string } | { parcel: string }) =>
  'lpn' in s ? { lpn: s.lpn } : { tracking: normaliseTracking(s.parcel) }

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
  ClaimParcel: ({ parcel, seller, evidence }) => ({
    tracking: normaliseTracking(parcel),
    parcelsUnits: true,
    seller,
    ...(evidence?.order ? { evidence: { seller, order: evidence.order, sku: evidence.sku ?? null } } : {}),
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
  TakeBack: (command) => {
    const named =
      'lpn' in command
        ? { lpn: command.lpn, unitsParcel: true }
        : { tracking: normaliseTracking(command.parcel) }
    return named
  },
} satisfies Handlers
