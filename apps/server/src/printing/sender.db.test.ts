import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openWarehouse } from '../../../../packages/testkit/src/server.ts'
import type { Queryable } from '../db/pool.ts'
import { addJob } from './print-jobs.queries.ts'
import { IMPATIENT, plateLabel, register, until } from './queue.fixture.ts'
import { Sender } from './sender.ts'

it('what came of labels and cannot be written down is told, and the print is in doubt', async () => {
  const idle = { ...IMPATIENT, pace: { ...IMPATIENT.pace, pollMs: 600_000 } }
  const [warehouse, printer] = [await openWarehouse({ printing: idle }), await openFakePrinter()]
  await register(await warehouse.node.as('SV2001'), 'DOCK-1', printer)
  const { staff } = warehouse.node.db
  let tries = 0
  const on: Queryable = {
    query(config) {
      if (config.name !== 'settle-print') return staff.query(config)
      tries += 1
      return Promise.reject(new Error(`lost ${tries}`))
    },
  }
  const id = randomUUID()
  const nothing = { deviceId: null, reason: null, note: null, ofJob: null, lpns: [] }
  const labels = [{ kind: 'plate', lpn: plateLabel(plate(1)).lpn }] as const
  const job = { id, warehouse: 'LAX1', printer: 'DOCK-1', labels, total: 1, by: 'OP1001', ...nothing }
  await addJob(staff, { ...job, content: Buffer.of(1) })
  const bugs: unknown[] = []
  const sender = new Sender({ on, ...IMPATIENT, onBug: (error) => bugs.push(error) })
  await expect.poll(() => bugs, { timeout: 20_000, interval: 10 }).toEqual([new Error('lost 12')])
  await until(await warehouse.node.as('OP1001'), { id }, { state: 'maybe_printed', trouble: 'sender_gone' })
  expect(printer.printed).toEqual([plate(1)])
  await sender.stop()
  await warehouse.close()
  await printer.close()
})
