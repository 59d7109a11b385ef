import type { OverviewQuery, ReturnsOverview } from '@restow/contracts'
import type { Static } from 'typebox'
import { type Call, jsonOf } from './call.ts'

/** A year of a large seller takes a moment. */
const PATIENCE_MS = 60_000

/** What became of a seller's goods over many days. */
export function overview(call: Call) {
  return {
    overview: (query: Static<typeof OverviewQuery>, signal?: AbortSignal) =>
      jsonOf<ReturnsOverview>(
        call('GET', '/api/reports/overview', {
          query: query as Record<string, string>,
          patienceMs: PATIENCE_MS,
          ...(signal ? { signal } : {}),
        }),
      ),
  }
}
