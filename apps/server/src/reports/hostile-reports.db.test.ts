import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DispositionReport, ReportRow } from '@restow/contracts'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { GOLDEN_ROWS, keepGolden } from './golden.fixture.ts'

let warehouse: Warehouse
let lotus: Person
let port = 0
beforeAll(async () => {
  warehouse = await openWarehouse()
  lotus = await warehouse.node.as('lotus@test.restow')
  await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })
  port = (warehouse.node.app.server.address() as AddressInfo).port
})
afterAll(() => warehouse?.close())

const rows = (n: number, over: Partial<ReportRow> = {}): ReportRow[] =>
  Array.from({ length: n }, (_, i) => ({ ...(GOLDEN_ROWS[0] as ReportRow), lpn: `RU${i}`, ...over }))
const keep = (of: readonly ReportRow[], day: string) =>
  keepGolden(
    warehouse.node.db.staff,
    of.map((row) => ({ ...row, day })),
    day,
  )
const pathOf = (day: string, format: string) =>
  `/api/reports/dispositions?seller=LOTUS&date=${day}&format=${format}`
const csvOf = async (day: string, headers: Record<string, string> = {}) => {
  const { body } = await lotus.ask({ method: 'GET', url: pathOf(day, 'csv'), headers })
  return parse(body, { bom: true, columns: true }) as Record<string, string>[]
}

/** Takes the beginning of a report and goes on by `then`. */
const begun = (day: string, format: string, then: (cut: () => void) => void | Promise<void>) =>
  new Promise<boolean>((resolve) => {
    const options = { port, host: '127.0.0.1', path: pathOf(day, format), headers: { cookie: lotus.cookie } }
    const asking = request({ ...options, agent: false }, (answer) => {
      answer.once('data', async () => {
        answer.pause()
        await then(() => asking.destroy())
        answer.resume()
      })
      answer.on('error', () => resolve(false))
      answer.on('close', () => resolve(answer.complete))
    })
    asking.on('error', () => resolve(false))
    asking.end()
  })

describe('a closed day', () => {
  it.each([
    [0, '2026-10-01'],
    [1, '2026-10-02'],
    [1000, '2026-10-03'],
    [1001, '2026-10-04'],
  ])('of %i rows has all of them, each once', async (n, day) => {
    await keep(rows(n), day)
    const lpns = rows(n).map(({ lpn }) => lpn)
    expect((await csvOf(day)).map(({ lpn }) => lpn)).toEqual(lpns)
    const json = await lotus.read<DispositionReport>(pathOf(day, 'json'))
    expect(json.rows.map(({ lpn }) => lpn)).toEqual(lpns)
  })

  it('has titles of whatever letters as they were, in CSV as in JSON', async () => {
    const titles = [
      '\u0001/api/photos',
      '\u0001',
      '\\.',
      '\\N',
      '\u2028',
      '👩‍🏭',
      '\ufeff=1',
      '$1 $6 $&',
      'a\u0085b',
      '',
    ]
    await keep(
      titles.flatMap((title) => rows(1, { title })),
      '2026-09-01',
    )
    const json = await lotus.read<DispositionReport>(pathOf('2026-09-01', 'json'))
    expect(json.rows.map(({ title }) => title)).toEqual(titles)
    const csv = await csvOf('2026-09-01')
    expect(csv.map(({ title }) => title?.replace(/^'/, ''))).toEqual(
      titles.map((title) => title.replaceAll('\u0001', '')),
    )
  })

  it('has photos at no address of a host that cannot be one', async () => {
    await keep(rows(1, { photos: ['/api/photos/a?size=view'] }), '2026-08-01')
    for (const host of ['a b', 'x",=1+1', "x'); --", 'x/../y', '$1'])
      expect(await csvOf('2026-08-01', { host })).toMatchObject([{ photos: '/api/photos/a?size=view' }])
  })

  it('that twenty people hang up on amid it leaves every connection free', async () => {
    await keep(rows(6000), '2026-07-01')
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        begun('2026-07-01', ['csv', 'json', 'xlsx', 'amazon'][i % 4] ?? '', (cut) => cut()),
      ),
    )
    expect(ends).toEqual(ends.map(() => false))
    expect(await csvOf('2026-07-01')).toHaveLength(6000)
    const open =
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in%'"
    await expect.poll(async () => (await warehouse.sql<{ n: number }>(open))[0]?.n).toBe(0)
  })

  it('whose database goes away amid it is never taken for a whole one', async () => {
    // More than the line holds by itself, packed as well: most of it is yet to be read when the database goes away.
    const long = rows(4000).map((row) => ({ ...row, title: randomBytes(3000).toString('base64') }))
    await keep(long, '2026-07-02')
    /** Each page is read by itself: a connection that is lost between two is replaced, so nobody may connect for a while. */
    const admit = (most: number) =>
      warehouse.sql(
        `do $$ begin execute format('alter database %I connection limit ${most}', current_database()); end $$`,
      )
    const kill =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'restow'"
    try {
      for (const format of ['csv', 'json', 'xlsx']) {
        const isWhole = await begun('2026-07-02', format, async () => {
          await admit(0)
          await warehouse.sql(kill)
        })
        await admit(-1)
        expect(isWhole).toBe(false)
      }
    } finally {
      await admit(-1)
    }
    expect(await csvOf('2026-07-02')).toHaveLength(4000)
  })
})
