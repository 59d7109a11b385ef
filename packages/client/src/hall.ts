import type {
  BinCountList,
  BinCountsQuery,
  FindOnMapQuery,
  FoundOnMap,
  LayoutQuery,
  LayoutReport,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'

/** A layout of 50,000 bins takes a moment on a slow line. */
const FILE_PATIENCE_MS = 120_000

/** The building and its bins: where something lies, how bins were counted, and the layout by a file. */
export function hall(call: Call) {
  return {
    findOnMap: (query: Static<typeof FindOnMapQuery>, signal: AbortSignal) =>
      jsonOf<FoundOnMap>(call('GET', '/api/boards/bins/find', { query, signal })),
    binCounts: (code: string, query: Static<typeof BinCountsQuery>, signal: AbortSignal) =>
      jsonOf<BinCountList>(
        call('GET', `/api/bins/${at(code)}/counts`, { query: query as Record<string, string>, signal }),
      ),
    removeBin: async (code: string): Promise<void> => void (await call('DELETE', `/api/bins/${at(code)}`)),
    /** Without `plan` it only says what the file would change. */
    layout: (query: Static<typeof LayoutQuery>, file: Blob) =>
      jsonOf<LayoutReport>(
        call('POST', '/api/imports/layout', {
          query,
          body: file,
          contentType: 'text/csv',
          patienceMs: FILE_PATIENCE_MS,
        }),
      ),
  }
}
