import { Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { Line } from './line.ts'
import { openDatabase, type Queryable } from './pool.ts'

/** One connection on which nobody waits for the answer before. */
let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

const number = async (on: Queryable, n: number) => {
  const { rows } = await on.query({
    name: 'number',
    text: 'select $1::int as n, pg_backend_pid() as pid',
    values: [n],
  })
  return rows[0] as { n: number; pid: number }
}

describe('a line', () => {
  it('answers each question that is sent at once with its own answer, on one connection, in their order', async () => {
    const { line } = warehouse.node.db
    const order: number[] = []
    const asked = Array.from({ length: 200 }, async (_, n) => {
      const answer = await number(line, n)
      order.push(answer.n)
      return answer
    })
    const answers = await Promise.all(asked)
    expect(answers.map(({ n }) => n)).toEqual(answers.map((_, n) => n))
    expect(order).toEqual(answers.map((_, n) => n))
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1)
  })

  it('sends what is asked in one go in one go', async () => {
    const sent: string[] = []
    class Telling extends Socket {
      override _write(...args: Parameters<Socket['_write']>): void {
        sent.push('alone')
        super._write(...args)
      }
      override _writev(...args: Parameters<NonNullable<Socket['_writev']>>): void {
        sent.push('together')
        super._writev?.(...args)
      }
    }
    const line = new Line(
      () =>
        new pg.Client({
          connectionString: warehouse.urls.appUrl,
          stream: () => new Telling(),
          pipeline: true,
        }),
    )
    await number(line, 1)
    sent.length = 0
    const answers = await Promise.all([number(line, 2), number(line, 3), number(line, 4)])
    expect(answers.map(({ n }) => n)).toEqual([2, 3, 4])
    expect(sent).toEqual(['together'])
    await line.close()
  })

  it('fails a question that is wrong, and none beside it', async () => {
    const { line } = warehouse.node.db
    const asked = [number(line, 1), line.query({ text: 'select 1 / 0' }), number(line, 2)]
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  it('fails what was under way when it is lost, and is opened anew for the next, however soon it comes', async () => {
    const own = openDatabase(warehouse.urls.appUrl)
    const told: string[] = []
    const { pid } = await number(own.line, 1)
    const underWay = Promise.allSettled([
      own.line.query({ text: 'select pg_sleep(60)' }),
      number(own.line, 2),
    ])
    const asleep = "select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'"
    await vi.waitUntil(async () => (await warehouse.sql(asleep, [pid])).length === 1)
    await warehouse.sql('select pg_terminate_backend($1)', [pid])
    const next = underWay.then((answers) => {
      told.push(...answers.map(({ status }) => status))
      return number(own.line, 3)
    })
    expect((await next).pid).not.toBe(pid)
    expect(told).toEqual(['rejected', 'rejected'])
    await own.close()
  })

  it('to a database that is not there fails each time anew, and goes on once it is', async () => {
    const nowhere = openDatabase(warehouse.urls.appUrl.replace(/:\d+\//, ':9/'))
    await expect(number(nowhere.line, 1)).rejects.toThrow()
    await expect(number(nowhere.line, 2)).rejects.toThrow()
    await nowhere.close()
  })

  it('that is closed is not opened again, also where it is closed while it opens', async () => {
    const closed = openDatabase(warehouse.urls.appUrl)
    const underWay = number(closed.line, 1)
    await closed.close()
    await underWay.catch(() => {})
    await expect(number(closed.line, 2)).rejects.toThrow('closed')
  })
})
