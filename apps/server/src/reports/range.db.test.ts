import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DispositionReport } from '@restow/contracts'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { COUNTS, GOLDEN_ROWS, keepGolden } from './golden.fixture.ts'

let warehouse: Warehouse
let lotus: Person
const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20']
beforeAll(async () => {
  warehouse = await openWarehouse()
  for (const day of DAYS) await keepGolden(warehouse.node.db.staff, GOLDEN_ROWS, day)
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const of = (query: string, seller = 'LOTUS') => `/api/reports/dispositions?seller=${seller}&${query}`

describe('the report of several days', () => {
  it('holds the rows of all of them in their order, and what they add up to', async () => {
    const report = await lotus.read<DispositionReport>(of('from=2026-11-18&to=2026-11-20'))
    expect(report.rows).toEqual(DAYS.flatMap((day) => GOLDEN_ROWS.map((row) => ({ ...row, day }))))
    const { open, date, lastDate, from, until } = report
    expect({ open, date, lastDate, from, until }).toEqual({
      ...{ open: false, date: '2026-11-18', lastDate: '2026-11-20' },
      ...{ from: '2026-11-18T08:00:00.000Z', until: '2026-11-21T08:00:00.000Z' },
    })
    expect(report.counts.received).toBe(3 * COUNTS.received)
    expect(report.totals.scrap).toMatchObject({ units: 3, recovered: [{ decimal: '-0.30' }] })
    expect(report.dockToDecision.median).toBe(13_291)
  })

  it('has a tag where all of its days are closed, and none where one is open', async () => {
    const closed = await lotus.get(of('from=2026-11-18&to=2026-11-20&format=csv'))
    expect([closed.headers['restow-report'], closed.headers['restow-report-rows']]).toEqual(['closed', '21'])
    expect(parse(closed.body, { bom: true, columns: true })).toHaveLength(21)
    const url = of('from=2026-11-18&to=2026-11-20&format=csv')
    const again = await lotus.ask({
      method: 'GET',
      url,
      headers: { 'if-none-match': String(closed.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    const open = await lotus.get(of('from=2026-11-18&to=2026-11-21&format=csv'))
    expect([open.headers['restow-report'], open.headers.etag]).toEqual(['open', undefined])
    expect(open.headers['content-disposition']).toContain('2026-11-18_2026-11-21-open.csv')
    expect(parse(open.body, { bom: true, columns: true })).toHaveLength(21)
    expect(await lotus.read(of('from=2026-11-20&to=2026-11-21'))).toMatchObject({
      open: true,
      position: null,
    })
  })

  it.each([
    ['date=2026-02-29', 'date_unknown'],
    ['from=2026-02-29&to=2026-03-01', 'date_unknown'],
    ['from=2026-03-01&to=2026-04-31', 'date_unknown'],
    ['from=2026-11-20&to=2026-11-18', 'dates_reversed'],
    ['from=2025-01-01&to=2026-01-02', 'range_too_long'],
    ['from=2026-11-18', 'date_needed'],
    ['format=csv', 'date_needed'],
    ['date=2026-11-20&from=2026-11-18&to=2026-11-20', 'date_needed'],
    ['date=2026-11-20&format=docx', 'malformed'],
  ])('is refused for %s', async (query, code) => {
    const answer = await lotus.get(of(query))
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
    if (code !== 'malformed') expect(answer.json<{ code: string }>().code).toBe(code)
  })

  it('may be a year and a day long', async () => {
    expect((await lotus.get(of('from=2024-01-01&to=2024-12-31'))).statusCode).toBe(200)
  })

  it.each(['json', 'csv', 'xlsx', 'pdf', 'amazon'])(
    'of another seller is not there as %s',
    async (format) => {
      for (const seller of ['NORTHSTAR', 'NOBODY']) {
        const answer = await lotus.get(of(`from=2026-11-18&to=2026-11-20&format=${format}`, seller))
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'seller_unknown'])
      }
      const northstar = await warehouse.node.as('northstar@test.restow')
      const own = await northstar.get(of(`from=2026-11-18&to=2026-11-20&format=${format}`, 'NORTHSTAR'))
      expect(own.statusCode).toBe(200)
      for (const { lpn } of GOLDEN_ROWS) expect(own.body).not.toContain(lpn)
    },
  )
})

describe('whoever goes away', () => {
  it('ends what is being read for it', async () => {
    const many = Array.from(
      { length: 12_000 },
      (_, i) => ({ ...GOLDEN_ROWS[0], lpn: `RU${i}` }) as (typeof GOLDEN_ROWS)[number],
    )
    await keepGolden(warehouse.node.db.staff, many, '2026-11-17')
    const { app, db } = warehouse.node
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const asked = vi.spyOn(db, 'asSeller')
    const path = of('date=2026-11-17&format=csv')
    const options = { port, host: '127.0.0.1', path, headers: { cookie: lotus.cookie } }
    await new Promise<void>((resolve, reject) => {
      const asking = request(options, (answer) => {
        answer.once('data', () => {
          // It has not read more than its first piece, and the server waits for it to.
          answer.pause()
          asking.destroy()
          resolve()
        })
      })
      asking.on('error', reject)
      asking.end()
    })
    const isIdle = async () => {
      const [{ n } = { n: 1 }] = await warehouse.sql<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and state <> 'idle' and query like '%report_row%' and pid <> pg_backend_pid()",
      )
      return n === 0
    }
    await vi.waitUntil(isIdle, { timeout: 10_000, interval: 20 })
    const sofar = asked.mock.calls.length
    expect(sofar).toBeLessThan(11)
    await lotus.get(of('date=2026-11-18&format=csv'))
    expect(asked.mock.calls.length).toBeLessThanOrEqual(sofar + 4)
    asked.mockRestore()
  })
})
