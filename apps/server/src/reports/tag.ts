import { createHash } from 'node:crypto'
import type { ReportFormat } from '@restow/contracts'
import type { Report } from './report.ts'

/**
 * Goes up when a format's bytes change for the same rows: who has them from before then gets them anew. Those of CSV and JSON
 * rows were made when the day was closed.
 */
const EDITIONS: Readonly<Record<ReportFormat, number>> = { json: 1, csv: 1, xlsx: 1, pdf: 1, amazon: 1 }

/** By what an answer is known, so that nobody has to be sent it again. */
export interface Tag {
  readonly etag: string
  /** As HTTP writes it. */
  readonly lastModified: string
}

/**
 * Of a report that never changes any more; null of one that is open.
 * @param origin what photo addresses in it begin with; empty where there are none
 */
export function tagOf({ head, closed }: Report, format: ReportFormat, origin: string): Tag | null {
  if (head.open || head.closedAt === null) return null
  const digests = closed?.days.map(({ day, digest }) => [day, digest])
  const print = createHash('sha256')
    .update(JSON.stringify([format, EDITIONS[format], origin, head, digests]))
    .digest('base64url')
  return { etag: `"${head.date}-${print.slice(0, 22)}"`, lastModified: new Date(head.closedAt).toUTCString() }
}

const isNamed = (header: string, etag: string): boolean =>
  header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))

/** Has the asker the very same already? Dates are asked only where no tag is named (RFC 9110, 13.1.3). */
export function isKnown(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { etag, lastModified }: Tag,
): boolean {
  const named = headers['if-none-match']
  if (named !== undefined) return isNamed(String(named), etag)
  const since = Date.parse(String(headers['if-modified-since'] ?? ''))
  return !Number.isNaN(since) && Date.parse(lastModified) <= since
}
