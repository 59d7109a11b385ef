import type { ReportRow } from '@restow/contracts'
import { GOLDEN_ROWS } from './golden.fixture.ts'

/** What spreadsheets take for the beginning of a formula, and what they skip before it. */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']
const SKIPPED = [' ', '\uFEFF', '\u00A0', '\u3000', '\u200B', '\t', '\r', '\n', '\r\n', ' \uFEFF\u00A0']

export const BEGINNINGS: readonly string[] = [
  ...SIGNS,
  ...SKIPPED.flatMap((skipped) => SIGNS.slice(0, 4).map((sign) => skipped + sign)),
]

const [PLAIN] = GOLDEN_ROWS

/** Whatever text a seller, a customer or a carrier may have written begins like a formula. */
export const poisoned = (beginning: string): ReportRow => {
  const text = `${beginning}cmd|' /C calc'!A0`
  return {
    ...(PLAIN as ReportRow),
    ...{
      lpn: text,
      orderNumber: text,
      rmaNumber: text,
      trackingNumber: text,
      sku: text,
      asin: text,
      fnsku: text,
    },
    ...{ title: text, reason: text, reasonRaw: text, overrideReason: text, bin: text, supersedes: text },
    ...{ grade: text as never, findings: [text as never], route: text as never, eventId: text },
    value: { minor: -4000, currency: text, decimal: '-40.00' },
    recovered: { minor: -1, currency: text, decimal: '-0.01' },
  }
}
