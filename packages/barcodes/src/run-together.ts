/**
 * Two barcodes in one text: a trigger pulled twice before the first was ended, or a scanner that sends no Enter. Nothing
 * is split that is known as a whole; asked only once that turned out to be nothing.
 */

import { clean } from './clean.ts'
import { type Reading, readScan, type ScanOptions } from './read-scan.ts'

/** Longer is no two labels; and each place to cut costs two readings. */
const LONGEST = 160
const SHORTEST_PART = 6

/** Whether a reading vouches for itself: a code of ours, or a right check digit of enough digits to mean something. */
function isSure({ lpn, bin, badge, command, carriers, gtin, sscc, text }: Reading): boolean {
  if (lpn?.checked || bin || badge || command || sscc) return true
  return gtin !== undefined
    ? text.length >= 12
    : carriers.some((one) => one.check === 'right' && text.length >= 12)
}

/** Every way to cut a text into two that hold; the same code twice comes first. None of a text that is one GS1 code. */
export function splitRunTogether(
  raw: string,
  isKnown: (reading: Reading) => boolean = isSure,
  options: ScanOptions = {},
): [Reading, Reading][] {
  const { text } = clean(raw, options.separatorStandIns)
  // Of the digits of a whole GS1 code one ending in ten would pass for a carrier's number.
  if (text.length > LONGEST || readScan(raw, options).gs1) return []
  const splits: [Reading, Reading][] = []
  for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at++) {
    const first = readScan(text.slice(0, at), options)
    if (!isKnown(first)) continue
    const second = readScan(text.slice(at), options)
    if (isKnown(second)) splits.push([first, second])
  }
  const twice = ([first, second]: [Reading, Reading]) => (first.text === second.text ? 0 : 1)
  return splits.sort((a, b) => twice(a) - twice(b))
}
