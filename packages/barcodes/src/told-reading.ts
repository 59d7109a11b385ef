import type { Reading } from './read-scan.ts'

const TOLD = [
  ...(['carriers', 'gs1', 'gs1Fields', 'gs1Uncertain', 'routingOnly'] as const),
  ...(['order', 'rma', 'fnsku', 'asin', 'marketplaceLpn', 'serial', 'sscc'] as const),
] as const
export type ToldReading = Pick<Reading, (typeof TOLD)[number]>

/** What an answer tells of how a scan was read. The server and the handheld tell the same. */
export function toldReading(reading: Reading): ToldReading {
  const told = TOLD.filter((part) => reading[part] !== undefined)
  return Object.fromEntries(told.map((part) => [part, reading[part]])) as ToldReading
}
