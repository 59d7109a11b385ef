import type { Reading } from '@restow/barcodes'

/** What a product's barcode says of the serial number of the piece. */
export interface Serials {
  /** Read for certain; empty where it was not. */
  readonly serial: string
  /** What it may be, where separators were lost: whoever holds the piece compares and says which. */
  readonly doubts: readonly string[]
}

export const NO_SERIALS: Serials = { serial: '', doubts: [] }

/** A serial number that may have swallowed others, or stands within a batch number, is never taken over by itself. */
export function serialsOf({ serial, gs1Uncertain = [] }: Pick<Reading, 'serial' | 'gs1Uncertain'>): Serials {
  const doubts = gs1Uncertain.flatMap(({ ai, value, readings }) => [
    ...readings.flatMap((elements) => elements.flatMap(([of, text]) => (of === '21' ? [text] : []))),
    ...(ai === '21' ? [value] : []),
  ])
  return { serial: doubts.length > 0 ? '' : (serial ?? ''), doubts: [...new Set(doubts)].slice(0, 4) }
}
