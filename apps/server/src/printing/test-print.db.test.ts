import { randomUUID } from 'node:crypto'
import type { PrintJob } from '@restow/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { IMPATIENT, register, until } from './queue.fixture.ts'

/** With labels drawn as they are, and not as other tests of queues do. */
let warehouse: Warehouse
let printer: FakePrinter
let sven: Person
beforeAll(async () => {
  const { reach, pace } = IMPATIENT
  printer = await openFakePrinter()
  warehouse = await openWarehouse({ printing: { reach, pace } })
  sven = await warehouse.node.as('SV2001')
})
afterAll(async () => {
  await warehouse?.close()
  await printer?.close()
})

let number = 0
async function test(more: { code?: string; sizes: object; [setting: string]: unknown }): Promise<PrintJob> {
  const { code = `DOCK-${++number}` } = more
  await register(sven, code, printer, { name: 'On the dock, left of door 3, behind the belts', ...more })
  const payload = { id: randomUUID() }
  const answer = await sven.ask({ method: 'POST', url: `/api/printers/${code}/test`, payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return until(sven, payload, { endedAt: expect.any(String) })
}

it.each([
  [{}, 'shelf'],
  [{ any: '100x50' }, 'shelf'],
  [{ any: '4x6' }, 'shelf'],
  [{ any: '50x25' }, 'relabel'],
  [{ any: '57x32' }, 'relabel'],
  [{ plate: '50x25' }, 'relabel'],
  [{ relabel: '57x32', plate: '50x25' }, 'relabel'],
  [{ any: '50x25', shelf: '100x50' }, 'shelf'],
  [{ any: 'card' }, 'badge'],
])('a printer loaded with %j is tried with a label that it has room for', async (sizes, kind) => {
  const job = await test({ sizes })
  expect(job).toMatchObject({ state: 'printed', words: null, labels: [{ kind, key: `.P.DOCK-${number}` }] })
})

it('a printer whose code is too long for the smallest roll has it written on there', async () => {
  const code = 'DOCK-0000000000000-1'
  const job = await test({ code, sizes: { any: '50x25' } })
  expect(job).toMatchObject({ state: 'printed', words: null, labels: [{ kind: 'relabel', key: 'TEST' }] })
})

it('a printer of sheets is tried with a sheet', async () => {
  const job = await test({ sizes: { any: 'a4' }, language: 'pdf', orientation: 'portrait' })
  expect(job).toMatchObject({ state: 'sent', words: null, labels: [{ kind: 'commands' }] })
})
