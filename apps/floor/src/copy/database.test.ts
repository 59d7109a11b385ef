import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { keptDatabase } from '../outbox/database.ts'
import { copyDatabase } from './database.ts'
import { copyPlace, keepPage } from './keep-page.ts'
import { productsUnder } from './local.ts'

const MUG = {
  ...{ seller: 'LOTUS', sku: 'MUG', title: 'Mug', category: 'homeware' },
  ...{ gtin: null, fnsku: null, asin: null, flags: [] },
}

/** A device that has been at work with the shape before: a row for each product, and an index for each code. */
async function layDownFormerCopy(): Promise<void> {
  const db = await openDB('restow-copy', 3, {
    upgrade(old) {
      const products = old.createObjectStore('products', { keyPath: ['seller', 'sku'] })
      for (const code of ['sku', 'gtin', 'fnsku']) products.createIndex(code, code)
      old.createObjectStore('expected', { keyPath: 'id' })
      old.createObjectStore('units', { keyPath: 'id' })
      old.createObjectStore('facts')
    },
  })
  await db.put('products', MUG)
  await db.put('units', { id: 'u1' })
  await db.put('facts', { cursor: 'somewhere', more: false, at: 1 }, 'cursor')
  db.close()
}

it('a copy of another shape is fetched anew, and what is unsent stays', async () => {
  await layDownFormerCopy()
  await (await keptDatabase()).put('commands', { status: 'waiting' } as never, 'c1')

  expect(await copyPlace()).toBeUndefined()
  const db = await copyDatabase()
  expect(await Promise.all([db.count('products'), db.count('units')])).toEqual([0, 0])
  await keepPage({ items: [{ k: 'product', ...MUG }], more: false, cursor: 'here' }, undefined, 0)
  expect(await productsUnder(['MUG'])).toEqual([MUG])

  expect(await (await keptDatabase()).count('commands')).toBe(1)
})
