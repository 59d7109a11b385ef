import type { Command } from '@restow/domain'

/** A count of a bin: what should be there, what was scanned, and in what the two differ. Pure. */

/**
 * `here`: on record in this bin. `elsewhere`: on record in another, or in none. `found`: it was missing. `stranger`: on
 * nothing that is in the house. `unsure`: this device does not know it, and nobody could be asked.
 */
export type Kind = 'here' | 'elsewhere' | 'found' | 'stranger' | 'unsure'

export interface Expected {
  readonly lpn: string
  readonly title: string | null
}
export interface Counted {
  readonly lpn: string
  readonly kind: Kind
  readonly title: string | null
  /** Where it is on record, of one that is elsewhere. */
  readonly from: string | null
}
export interface Count {
  readonly expected: readonly Expected[]
  /** Whether all that should be there is known; else the server says what is missing. */
  readonly isWhole: boolean
  readonly counted: readonly Counted[]
}
export const NOTHING_COUNTED: Count = { expected: [], isWhole: false, counted: [] }

/** What is not told of as counted: it is on nothing. */
const tells = ({ kind }: Counted): boolean => kind !== 'stranger'

/** What should be there and was not scanned. */
export function notScanned({ expected, counted }: Count): Expected[] {
  const scanned = new Set(counted.map(({ lpn }) => lpn))
  return expected.filter(({ lpn }) => !scanned.has(lpn))
}

export const ofKind = ({ counted }: Count, kind: Kind): Counted[] =>
  counted.filter((one) => one.kind === kind)

/** Is everything as it is on record? */
export const isEven = (count: Count): boolean =>
  count.counted.every(({ kind }) => kind === 'here') && notScanned(count).length === 0

/** The command that the count comes to. */
export function commandOf(bin: string, count: Count): Extract<Command, { type: 'CountBin' }> {
  const lpns = count.counted.filter(tells).map(({ lpn }) => lpn)
  const missing = notScanned(count).map(({ lpn }) => lpn)
  return { type: 'CountBin', bin, lpns, ...(count.isWhole ? { missing } : {}) }
}
