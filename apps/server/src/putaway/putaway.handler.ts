import type { Handlers, Place } from '../ledger/knowledge.ts'

/** A bin's whole code: people leave the warehouse out (`S-02-01` is `LAX1-S-02-01` in LAX1). */
export function wholeBinCode(code: string, { warehouse }: Place): string {
  const clean = code.trim().toUpperCase()
  return clean.startsWith(`${warehouse}-`) ? clean : `${warehouse}-${clean}`
}

const inBin = (bin: string | undefined, at: Place) =>
  bin === undefined ? {} : { bin: wholeBinCode(bin, at) }

/** What the commands name that say where a unit is, and where it goes. */
export const putawayHandlers = {
  PutAwayUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  MoveUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  HoldUnit: ({ lpn }) => ({ lpn }),
  ReleaseUnit: ({ lpn }) => ({ lpn }),
  LoseUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  FindUnit: ({ lpn, bin }, at) => ({ lpn, ...inBin(bin, at) }),
  CountBin: ({ bin, lpns }, at) => ({ ...inBin(bin, at), countedLpns: lpns }),
  DispatchUnit: ({ lpn }) => ({ lpn }),
} satisfies Handlers
