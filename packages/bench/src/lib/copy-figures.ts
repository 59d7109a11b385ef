import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeHash } from '@restow/floor/copy/bundle'
import type { Page } from 'playwright-core'

/** What the working copy costs on the disk, and how fast it is searched: asked of the browser itself. */

/** Bytes of all files in a folder of a browser's profile, if it is there. */
export function bytesOnDisk(folder: string): number {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/** Bytes of IndexedDB that the page's origin takes. */
export const bytesKept = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'navigator.storage.estimate().then(({ usage, usageDetails }) => usageDetails?.indexedDB ?? usage)',
  )

/** Bytes of scripts as they came over the line. */
export const bytesLoaded = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  )

/** How many items the copy holds of two kinds. */
export const countKept = (page: Page): Promise<{ products: number; expected: number }> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('restow-copy')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['products', 'expected'])
      const [products, expected] = ['products', 'expected'].map((name) => tx.objectStore(name).getAll())
      const rows = ({ result }) => result.reduce((sum, bundle) => sum + bundle.rows.length, 0)
      tx.oncomplete = () => {
        opening.result.close()
        resolve({ products: rows(products), expected: rows(expected) })
      }
    }
  })`)

/** Looks codes up in both indexes that a scan is looked for in. @returns milliseconds for each code */
export const lookUpTimes = (page: Page, codes: readonly string[]): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('restow-copy')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const under = (store, hash) => new Promise((resolve, reject) => {
      const found = db.transaction(store).objectStore(store).index('codes').getAll(hash)
      found.onsuccess = () => resolve(found.result.flatMap(({ rows }) => rows))
      found.onerror = () => reject(found.error)
    })
    const has = (row, code) =>
      [row.sku, row.gtin, row.fnsku, row.rmaNumber, row.orderNumber, ...(row.trackingNumbers ?? [])].includes(code)
    const times = []
    for (const [code, hash] of ${JSON.stringify(codes.map((code) => [code, codeHash(code)]))}) {
      const began = performance.now()
      const found = await Promise.all([under('products', hash), under('expected', hash)])
      const isThere = found.flat().some((row) => has(row, code))
      times.push(performance.now() - began)
      if (!isThere) throw new Error('Not in the working copy: ' + code)
    }
    db.close()
    return times
  })()`)
