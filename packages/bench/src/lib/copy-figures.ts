import type { Page } from 'playwright-core'

/** What the working copy costs on the disk, and how fast it is searched: asked of the browser itself. */

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
      const [products, expected] = ['products', 'expected'].map((name) => tx.objectStore(name).count())
      tx.oncomplete = () => {
        opening.result.close()
        resolve({ products: products.result, expected: expected.result })
      }
    }
  })`)

/** Looks codes up in all six indexes that a scan is looked for in. @returns milliseconds for each code */
export const lookUpTimes = (page: Page, codes: readonly string[]): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('restow-copy')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const under = (store, index, code) => new Promise((resolve, reject) => {
      const found = db.transaction(store).objectStore(store).index(index).getAll(code)
      found.onsuccess = () => resolve(found.result)
      found.onerror = () => reject(found.error)
    })
    const times = []
    for (const code of ${JSON.stringify(codes)}) {
      const began = performance.now()
      const found = await Promise.all([
        ...['sku', 'gtin', 'fnsku'].map((index) => under('products', index, code)),
        ...['trackingNumbers', 'rmaNumber', 'orderNumber'].map((index) => under('expected', index, code)),
      ])
      times.push(performance.now() - began)
      if (found.flat().length === 0) throw new Error('Not in the working copy: ' + code)
    }
    db.close()
    return times
  })()`)
