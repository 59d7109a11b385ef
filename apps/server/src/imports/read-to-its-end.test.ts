import { describe, expect, it } from 'vitest'
import type { Queryable } from '../db/pool.ts'
import { bounded } from './bounded.ts'
import { previewProducts } from './product-lines.ts'
import { readLayout } from './read-layout.ts'

/** A body in many pieces, which counts those that were taken. */
function body(first: string) {
  const taken = { pieces: 0 }
  async function* pieces() {
    yield Buffer.from(first)
    for (; taken.pieces < 50; taken.pieces++) yield Buffer.from('more,and,more\n')
  }
  return { taken, chunks: pieces() }
}
const noDatabase: Queryable = { query: () => Promise.reject(new Error('nothing is asked')) }

describe('a file that is refused by its first line', () => {
  it.each(['nothing,of,that\n', 'PK\u0003\u0004\n'])(
    '%j is read to its end, so that its connection is free',
    async (first) => {
      const products = body(first)
      const means = { seller: 'LOTUS', plain: (text: string) => text }
      const preview = await previewProducts(noDatabase, means, products.chunks)
      expect([preview.readable, preview.rejected.length, products.taken.pieces]).toEqual([false, 1, 50])
      const layout = body(first)
      const { rejected } = await readLayout(layout.chunks, 'LAX1')
      expect([rejected.length, layout.taken.pieces]).toEqual([1, 50])
    },
  )
})

describe('a file that is too large', () => {
  const read = async (chunks: AsyncIterable<Buffer>, most: number) => {
    let bytes = 0
    for await (const part of bounded(chunks, most)) bytes += part.length
    return bytes
  }

  it('is read to its end as well, and nothing of the rest is kept', async () => {
    const { taken, chunks } = body('a line\n')
    await expect(read(chunks, 300)).rejects.toMatchObject({ code: 'file_too_large' })
    expect(taken.pieces).toBe(50)
  })

  it('is not waited for without end', async () => {
    const { taken, chunks } = body('a line\n')
    await expect(read(chunks, 100)).rejects.toMatchObject({ code: 'file_too_large' })
    expect(taken.pieces).toBeLessThan(50)
  })
})
