import { readScan } from '@restow/barcodes'
import type { Handlers } from '../ledger/knowledge.ts'

/** What the commands at the dock name: a parcel by whatever was scanned off its label, which may be read as several numbers. */
export const receiveHandlers = {
  ReceiveParcel: ({ tracking }) => ({ label: readScan(tracking).trackingKeys }),
  ReportParcel: ({ parcel }) => ({ label: readScan(parcel).trackingKeys }),
} satisfies Handlers
