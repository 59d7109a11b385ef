import { wholeBinCode } from '@restow/barcodes'
import type { Handlers, Place } from '../ledger/knowledge.ts'

const inBin = (bin: string | undefined, at: Place) =>
  bin === undefined ? {} : { bin: wholeBinCode(bin, at.warehouse) }

/** What the commands name that say where a unit is, and where it goes. */
export const putawayHandlers = {
  PutAwayUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  MoveUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  HoldUnit: ({ lpn }) => ({ lpn }),
  ReleaseUnit: ({ lpn }) => ({ lpn }),
  LoseUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  FindUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  WriteOffUnit: ({ lpn }) => ({ lpn }),
  CountBin: ({ bin, lpns }, at) => ({ ...inBin(bin, at), countedLpns: lpns }),
  DispatchUnit: ({ lpn }) => ({ lpn }),
} satisfies Handlers
