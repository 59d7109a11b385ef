import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { copyOut } from './copy-out.ts'
import type { Queryable } from './pool.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

const db = () => warehouse.node.db
/** Copies numbered texts out. */
async function copied(on: Queryable, select: string, values: readonly (string | number | null)[] = []) {
  const rows: [number, string, string][] = []
  await copyOut(on, select, values, (row) => {
    rows.push([row.int(), row.text(), row.bytes().toString()])
  })
  return rows
}

const TEXTS = [
  '',
  "it's",
  'C:\\new\\table',
  'a\tb\r\nc',
  '陶瓷马克杯',
  '👩‍🏭',
  '"; drop table seller; --',
  "\\' or 1 = 1",
]

describe('rows that are copied out', () => {
  it.each(TEXTS)('are the letters that were asked for: %j', async (text) => {
    expect(await copied(db().staff, 'select 7, $1::text, $1::text', [text])).toEqual([[7, text, text]])
  })

  it('come in their order, however long, and there may be none', async () => {
    const text = "select n, repeat('é', n * $1), n::text from generate_series(1, 300) s(n) order by s.n"
    const rows = await copied(db().staff, text, [321])
    expect(rows).toEqual(
      Array.from({ length: 300 }, (_, i) => [i + 1, 'é'.repeat(321 * (i + 1)), `${i + 1}`]),
    )
    expect(await copied(db().staff, "select 1, 'a', 'b' where $1::text is not null", [null])).toEqual([])
  })

  it('are those of a seller where it is the seller who asks, and its questions are answered in turn', async () => {
    const sellers = 'select 1, code, $1::text from seller'
    const answers = await db().asSeller('LOTUS', (_, client) =>
      Promise.all([
        copied(client, sellers, ['$1']),
        client.query({ text: 'select code from seller' }),
        copied(client, sellers, ['$2']),
      ]),
    )
    expect(answers[0]).toEqual([[1, 'LOTUS', '$1']])
    expect(answers[1].rows).toEqual([{ code: 'LOTUS' }])
    expect(answers[2]).toEqual([[1, 'LOTUS', '$2']])
  })

  it('leave a connection that is good for the next question when they cannot be asked for, break off or are not understood', async () => {
    for (let n = 0; n < 12; n++) {
      await expect(copied(db().staff, 'select nothing')).rejects.toThrow('"nothing" does not exist')
      await expect(
        copied(db().staff, "select 1, 'a', (1 / (3 - n))::text from generate_series(1, 9) n"),
      ).rejects.toThrow('division by zero')
      const misread = copyOut(db().staff, "select 1, 'a' from generate_series(1, 9)", [], () => {
        throw new Error('not what was asked for')
      })
      await expect(misread).rejects.toThrow('not what was asked for')
    }
    expect(await copied(db().staff, "select 1, 'a', 'b'")).toEqual([[1, 'a', 'b']])
    // The server asks its own questions now and then; what was never handed back stays taken.
    const { staff } = db()
    await vi.waitUntil(() => staff.waitingCount === 0 && staff.totalCount === staff.idleCount, 10_000)
  })

  it('are refused where the connection is lost, and the next question has another', async () => {
    const lost = copied(
      db().staff,
      "select 1, 'a', pg_terminate_backend(pg_backend_pid())::text from generate_series(1, 2)",
    )
    await expect(lost).rejects.toThrow(/terminat/)
    expect(await copied(db().staff, "select 1, 'a', 'b'")).toEqual([[1, 'a', 'b']])
  })
})
