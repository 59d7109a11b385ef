import type { BoardBin } from '@restow/contracts'
import { shortBin } from '../shell/words.ts'

export interface Place {
  readonly aisle: string
  readonly bay: string
  /** Empty where the house has none. */
  readonly level: string
}

/** Where a bin is: what was set up, else what its code says (`S-02-01` is aisle S-02, bay 01). */
export function placeOf({ code, place }: Pick<BoardBin, 'code' | 'place'>): Place {
  const short = shortBin(code)
  const cut = short.lastIndexOf('-')
  const said = cut > 0 ? { aisle: short.slice(0, cut), bay: short.slice(cut + 1) } : { aisle: '', bay: short }
  return { aisle: place?.aisle ?? said.aisle, bay: place?.bay ?? said.bay, level: place?.level ?? '' }
}

const ORDER = new Intl.Collator('en', { numeric: true })
/** As people count: 2 before 10. */
export const byName = (a: string, b: string): number => ORDER.compare(a, b)
