import { reportAddress } from '@restow/client'
import type { ReportFormat } from '@restow/contracts'

/** The files that a report comes as, in the order in which people reach for them. */
export const FILES = ['csv', 'xlsx', 'pdf', 'amazon', 'json'] as const satisfies readonly ReportFormat[]

/** What a file of days is called; the server says the same of its own. */
export function fileName(seller: string, days: { from: string; to: string }, format: ReportFormat): string {
  const { from, to } = days
  const ending = format === 'amazon' ? 'amazon.txt' : format
  return `restow-${seller.replaceAll(/[^A-Za-z0-9_-]/g, '_')}-${from === to ? from : `${from}_${to}`}.${ending}`
}

/** In a shell's single quotes everything is itself but a single quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The line by which a script fetches a day's report, from the address that this page came from. */
export function curlLine(query: { seller: string; date: string; format: ReportFormat }): string {
  const file = fileName(query.seller, { from: query.date, to: query.date }, query.format)
  return `curl -fsS -H "Authorization: Bearer $RESTOW_API_KEY" -o ${file} ${quoted(location.origin + reportAddress(query))}`
}
