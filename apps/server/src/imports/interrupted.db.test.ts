import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '@restow/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

it('an import whose server was killed amid it is over once nobody has touched it for long, and says so', async () => {
  const folder = join(warehouse.dataDir, 'imports')
  mkdirSync(folder, { recursive: true })
  const [running, done, halfSent] = [randomUUID(), randomUUID(), randomUUID()]
  const elsewhere = randomUUID()
  const row =
    "insert into import_job (id, seller, format, state, created, started_by) values ($1, 'LOTUS', 'products', $2, 7, 'lotus@test.restow')"
  await warehouse.sql(row, [running, 'running'])
  await warehouse.sql(row, [done, 'done'])
  await warehouse.sql(row, [elsewhere, 'running'])
  for (const id of [running, done, halfSent, elsewhere]) writeFileSync(join(folder, id), 'sku,title')
  for (const id of [running, done, halfSent]) utimesSync(join(folder, id), new Date(0), new Date(0))
  writeFileSync(join(folder, 'notes.txt'), 'not ours')

  const next = await warehouse.addNode()
  const lotus = await next.as('lotus@test.restow')
  await expect.poll(() => readdirSync(folder)).toEqual([elsewhere, 'notes.txt'])
  expect(await lotus.read<ImportReport>(`/api/imports/${running}`)).toMatchObject({
    ...{ state: 'failed', created: 7 },
    rejected: [{ line: 0, code: 'interrupted' }],
  })
  expect(await lotus.read<ImportReport>(`/api/imports/${done}`)).toMatchObject({
    state: 'done',
    rejected: [],
  })
  // Another server on the same folder is at it just now.
  expect(await lotus.read<ImportReport>(`/api/imports/${elsewhere}`)).toMatchObject({ state: 'running' })
})
