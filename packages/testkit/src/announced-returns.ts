import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MadeCarrier, makeScan, makeTracking } from '@restow/barcodes'
import type pg from 'pg'

/** Many announced returns with numbers as carriers give them, and labels to scan: made, or real where they are at hand. */

export interface Label {
  /** The number as the seller announced it, and what a scanner reads off the box. */
  readonly tracking: string
  readonly scanned: string
}

const SHARED = join(import.meta.dirname, '../../../../shared/data/returns/scans.json')
const CARRIERS: readonly MadeCarrier[] = ['ups', 'usps', 'fedex', 'dhl', 's10']
const MADE_LABELS = 122

/** Always the same numbers, so that one run can be compared with the next (a generator by Lehmer). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const carrierOf = (n: number): MadeCarrier => CARRIERS[n % CARRIERS.length] ?? 'ups'

/** The labels to scan: the real ones (../shared/data/returns) where they are, else as many made ones. */
export function labelsToScan(): { labels: Label[]; real: boolean } {
  if (existsSync(SHARED)) return { labels: JSON.parse(readFileSync(SHARED, 'utf8')) as Label[], real: true }
  const random = numbersFrom(7)
  const labels = Array.from({ length: MADE_LABELS }, (_, n) => {
    const tracking = makeTracking(carrierOf(n), random)
    return { tracking, scanned: makeScan(tracking, random) }
  })
  return { labels, real: false }
}

/** Tracking numbers of returns that none of these labels is of. */
export function otherNumbers(count: number, labels: readonly Label[]): string[] {
  const random = numbersFrom(20_261_127)
  const taken = new Set(labels.map((label) => label.tracking))
  const numbers = new Set<string>()
  for (let n = 0; numbers.size < count; n++) {
    const number = makeTracking(carrierOf(n), random)
    if (!taken.has(number)) numbers.add(number)
  }
  return [...numbers]
}

/** Announces a return of one piece for each number, for a seller that is there. @param prefix of their RMA and order numbers */
export async function announceMany(
  on: Pick<pg.Client, 'query'>,
  seller: string,
  numbers: readonly string[],
  prefix: string,
): Promise<void> {
  await on.query(
    `with made as materialized (
       select gen_random_uuid() as id, number, lpad(n::text, 8, '0') as n from unnest($1::text[]) with ordinality as t(number, n)
     ), returns as (
       insert into expected_return (id, seller, rma_number, order_number, channel)
       select id, $2, $3 || '-' || n, $3 || '-114-' || right(n, 7) || '-7654321', 'amazon' from made
     ), tracking as (
       insert into expected_tracking (tracking_number, expected_return, seller) select number, id, $2 from made
     )
     insert into expected_line (expected_return, seller, sku, occurrence, quantity, value_minor, currency, reason_raw, reason_mapped, title)
     select id, $2, 'SKU', 1, 1, 1980, 'USD', 'UNWANTED_ITEM', 'unwanted', 'SKU' from made`,
    [numbers, seller, prefix],
  )
}
