import type { BoardBin } from '@restow/contracts'
import { shortBin } from '../shell/words.ts'

export interface Aisle {
  readonly name: string
  readonly bins: readonly BoardBin[]
}

/** The bins of a zone by aisle: all of a code but its last part names the aisle. */
export function aislesOf(bins: readonly BoardBin[]): readonly Aisle[] {
  const aisles = new Map<string, BoardBin[]>()
  for (const bin of bins) {
    const short = shortBin(bin.code)
    const cut = short.lastIndexOf('-')
    const name = cut > 0 ? short.slice(0, cut) : ''
    const aisle = aisles.get(name)
    if (aisle) aisle.push(bin)
    else aisles.set(name, [bin])
  }
  return [...aisles].map(([name, inIt]) => ({ name, bins: inIt }))
}

/** How many bins stand side by side on the map: as many as the longest aisle has, within reason. */
export function baysOf(aisles: readonly Aisle[]): number {
  const longest = Math.max(0, ...aisles.map((aisle) => aisle.bins.length))
  return Math.min(24, Math.max(12, longest))
}
