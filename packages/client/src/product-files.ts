import type { ImportReport, ProductFilePreview, ProductFileQuery, ProductsCsvQuery } from '@restow/contracts'
import type { Static } from 'typebox'
import { type Call, jsonOf } from './call.ts'

/** A file on its way may take its time on a slow line. */
const FILE_PATIENCE_MS = 600_000

/** A seller's products by a file: what it would do, and the taking in of it. */
export function productFiles(call: Call) {
  const sent = (query: Static<typeof ProductFileQuery>, file: Blob) => ({
    query,
    body: file,
    contentType: 'text/csv',
    patienceMs: FILE_PATIENCE_MS,
  })
  return {
    importProducts: (query: Static<typeof ProductFileQuery>, file: Blob) =>
      jsonOf<ImportReport>(call('POST', '/api/imports/products', sent(query, file))),
    previewProducts: (query: Static<typeof ProductFileQuery>, file: Blob) =>
      jsonOf<ProductFilePreview>(call('POST', '/api/imports/products/preview', sent(query, file))),
  }
}

/** Where products are to be downloaded in those columns; for a link. */
export const productsAddress = (query: Static<typeof ProductsCsvQuery>): string =>
  `/api/products.csv?${new URLSearchParams(query as Record<string, string>)}`
