import { normaliseTracking } from '@restow/barcodes'
import type { Handlers } from '../ledger/knowledge.ts'

/** What the commands at the dock name: a parcel by whatever was scanned off its label. */
export const receiveHandlers = {
  ReceiveParcel: ({ tracking }) => ({ tracking: normaliseTracking(tracking) }),
  ReportParcel: ({ parcel }) => ({ tracking: normaliseTracking(parcel) }),
} satisfies Handlers
