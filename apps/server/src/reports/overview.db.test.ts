import type { AddedApiKey, DispositionReport, OverviewPeriod, ReturnsOverview } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classify, inspect, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { openLedger } from '../open-ledger.ts'
import { addDays, dayBounds } from './business-day.ts'
import { closeDays, LAX1 } from './closing.fixture.ts'
import { keepGolden } from './golden.fixture.ts'
import { addedUp, bySums, randomRows, reasonsIn, totalsOf } from './overview.fixture.ts'

const HOUR = 3600
let warehouse: Warehouse
let lotus: Person

const overview = (query = '', who = lotus, seller = 'LOTUS') =>
  who.read<ReturnsOverview>(`/api/reports/overview?seller=${seller}${query && `&${query}`}`)
const reportOf = (from: string, to: string) =>
  lotus.read<DispositionReport>(`/api/reports/dispositions?seller=LOTUS&from=${from}&to=${to}`)

/** Commands as a node records them whose clock stands still. */
async function did(of: Warehouse, instant: string, ...commands: object[]): Promise<void> {
  const sender = { user: 'OP1001', role: 'operator', warehouse: 'LAX1', timeZone: LAX1.timeZone } as const
  const ledger = openLedger(of.node.db, { clock: () => new Date(instant) })
  const outcomes = await ledger.submit(commands, sender)
  const refused = outcomes.find((o) => o.outcome === 'rejected')
  if (refused) throw new Error(`${refused.code}: ${refused.message}`)
}
const decided = (n: number) => [
  wire(register('T6000', plate(n), 'MUG')),
  wire(inspect(plate(n))),
  wire(classify(plate(n), n % 2 ? 'restock' : 'recycle', n % 2 ? undefined : 'other')),
]

/** Money as sums, to be held against sums. */
const plain = <P extends OverviewPeriod | ReturnsOverview['products'][number]>(of: P) => ({
  ...of,
  ...{ value: bySums(of.value), recovered: bySums(of.recovered), lost: bySums(of.lost) },
})

const CLOSED = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20']
const OPEN = '2026-11-21'
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { db } = warehouse.node
  for (const day of CLOSED) await keepGolden(db.staff, randomRows(day, 300, 320), day)
  await warehouse.sql(`update seller set targets = '{"decide": 36000}' where code = 'LOTUS'`)
  await did(warehouse, '2026-11-21T16:00:00.000Z', wire(receive('T6000')))
  await did(warehouse, '2026-11-21T19:00:00.000Z', ...decided(1), ...decided(2))
  await did(warehouse, '2026-11-22T05:00:00.000Z', ...decided(3), wire(register('T6000', plate(4), 'MUG')))
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

describe('the overview of many days', () => {
  const WHOLE = `from=2026-11-15&to=${OPEN}`

  it('counts each day as its report does, closed ones and the open one alike', async () => {
    const { periods, dockToDecision } = await overview(WHOLE)
    expect(dockToDecision.targetSeconds).toBe(10 * HOUR)
    expect(periods.map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 7 }, (_, i) => addDays('2026-11-15', i)).map((day) => [day, day]),
    )
    for (const { from, to, ...period } of periods.map(plain)) {
      const report = await reportOf(from, to)
      expect(period, from).toEqual(addedUp(report.rows, 10 * HOUR))
      expect(period, from).toMatchObject(totalsOf(report))
      expect(period.dockToDecision, from).toMatchObject(report.dockToDecision)
    }
    expect(periods.map(({ units }) => units > 0)).toEqual([false, true, true, true, false, true, true])
  })

  it('adds up to the report of the same days, in each currency by itself', async () => {
    const of = await overview(WHOLE)
    const report = await reportOf('2026-11-15', OPEN)
    expect(of.totals).toEqual(report.totals)
    const { open, date, lastDate, from, until, timeZone } = report
    expect(of).toMatchObject({ open, date, lastDate, from, until, timeZone })
    const { lost, unvalued, dockToDecision } = addedUp(report.rows, 10 * HOUR)
    expect(Object.keys(lost)).toHaveLength(3)
    expect([bySums(of.lost), of.unvalued]).toEqual([lost, unvalued])
    expect(of.dockToDecision).toEqual({ ...dockToDecision, targetSeconds: 10 * HOUR })
    expect(of.dockToDecision).toMatchObject(report.dockToDecision)
    expect(Object.fromEntries(of.reasons.map((r) => [r.reason, r.units]))).toEqual(reasonsIn(report.rows))
  })

  it('adds up the days of a week to one, from Monday to Sunday', async () => {
    const { periods } = await overview(`from=2026-11-18&to=${OPEN}&by=week`)
    expect(periods.map(({ from, to }) => [from, to])).toEqual([['2026-11-18', OPEN]])
    const both = await overview(`from=2026-11-15&to=2026-11-24&by=week`)
    expect(both.periods.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-15', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-24'],
    ])
    const [, { from = '', to = '', ...week } = {}] = both.periods.map(plain)
    expect(week).toEqual(addedUp((await reportOf(from, to)).rows, 10 * HOUR))
  })

  it('tells the products apart that came back most, and sums up all others', async () => {
    const { rows } = await reportOf('2026-11-15', OPEN)
    const of = await overview(`${WHOLE}&products=1000`)
    expect(of.others).toBeNull()
    expect(of.products.length).toBeGreaterThan(300)
    for (const product of of.products) {
      const { dockToDecision: _, ...sums } = addedUp(
        rows.filter((row) => row.sku === product.sku),
        HOUR,
      )
      expect(plain(product), String(product.sku)).toMatchObject(sums)
      const own = rows.filter((row) => row.sku === product.sku)
      expect(Object.fromEntries(product.reasons.map((r) => [r.reason, r.units]))).toEqual(reasonsIn(own))
      expect(own.map((row) => row.title)).toContain(product.title)
    }
    const few = await overview(`${WHOLE}&products=10`)
    expect(few.products).toEqual(of.products.slice(0, 10))
    const units = few.products.map((product) => product.units)
    expect(units).toEqual([...units].sort((a, b) => b - a))
    const rest = new Set(of.products.slice(10).map((product) => product.sku))
    const { dockToDecision: _, ...others } = addedUp(
      rows.filter((row) => rest.has(row.sku)),
      HOUR,
    )
    expect(few.others && plain({ ...few.others, sku: null, title: null })).toMatchObject({
      ...others,
      products: rest.size,
    })
  })

  it('says what waits to be decided now, and what of it is past the seller’s target', async () => {
    expect((await overview(WHOLE)).undecided).toEqual({ units: 1, late: 1 })
  })

  it('has what was decided since it was asked for before', async () => {
    const before = await overview(WHOLE)
    await did(warehouse, '2026-11-22T07:00:00.000Z', ...decided(5))
    const [after, report] = [await overview(WHOLE), await reportOf('2026-11-15', OPEN)]
    expect(after.totals).toEqual(report.totals)
    expect(after.totals.resell.units).toBe(before.totals.resell.units + 1)
    expect(after.dockToDecision).toMatchObject(report.dockToDecision)
  })

  it('is of the last 30 business days of the warehouse where none are named', async () => {
    const { date, lastDate, periods, from } = await overview()
    expect([addDays(date, 29), periods.length]).toEqual([lastDate, 30])
    expect(from).toBe(dayBounds(date, LAX1.timeZone).from)
  })
})

describe('who may see it', () => {
  it('is its seller, the warehouse’s staff and a key for reports, and nobody else', async () => {
    const url = '/api/reports/overview?seller=LOTUS&from=2026-11-16&to=2026-11-17'
    const { asOf: _, ...own } = await lotus.read<ReturnsOverview>(url)
    const sven = await warehouse.node.as('SV2001')
    expect(await sven.read(url)).toMatchObject(own)
    const northstar = await warehouse.node.as('northstar@test.restow')
    for (const [who, seller] of [
      [northstar, 'LOTUS'],
      [lotus, 'NORTHSTAR'],
      [sven, 'NOBODY'],
    ] as const) {
      const answer = await who.get(`/api/reports/overview?seller=${seller}`)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'seller_unknown'])
    }
    const { app } = warehouse.node
    expect((await app.inject({ method: 'GET', url })).statusCode).toBe(401)
    const withKeyFor = async (scope: string) => {
      const made = await lotus.ask({
        ...{ method: 'POST', url: '/api/sellers/LOTUS/api-keys' },
        payload: { name: scope, scopes: [scope] },
      })
      const { secret } = made.json<AddedApiKey>()
      return app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${secret}` } })
    }
    expect((await withKeyFor('reports')).json()).toMatchObject(own)
    expect((await withKeyFor('announcements')).statusCode).toBe(403)
  })

  it('finds nothing of another seller’s rows in its own', async () => {
    const northstar = await warehouse.node.as('northstar@test.restow')
    const of = await overview('from=2026-11-15&to=2026-11-21', northstar, 'NORTHSTAR')
    expect([of.products, of.reasons, of.lost, of.unvalued]).toEqual([[], [], [], 0])
  })

  it.each([
    ['from=2026-02-29&to=2026-03-01', 'date_unknown'],
    ['from=2026-02-01&to=2026-02-30', 'date_unknown'],
    ['from=2026-11-20&to=2026-11-18', 'dates_reversed'],
    ['from=2025-01-01&to=2026-01-02', 'range_too_long'],
    ['from=2026-11-18', 'date_needed'],
    ['to=2026-11-18', 'date_needed'],
    ['from=yesterday&to=today', 'malformed'],
    ['by=month', 'malformed'],
    ['products=0', 'malformed'],
    ['products=1001', 'malformed'],
  ])('is refused for %s', async (query, code) => {
    const answer = await lotus.get(`/api/reports/overview?seller=LOTUS&${query}`)
    expect(answer.statusCode).toBe(400)
    if (code !== 'malformed') expect(answer.json<{ code: string }>().code).toBe(code)
  })

  it('may ask for a year and a day of nothing at all', async () => {
    const of = await overview('from=2024-01-01&to=2024-12-31&by=week')
    expect(of.periods).toHaveLength(53)
    const none = { median: null, p90: null, sameDayShare: null, inTargetShare: null }
    for (const { units, dockToDecision, value } of of.periods)
      expect([units, dockToDecision, value]).toEqual([0, none, []])
    expect(of).toMatchObject({ products: [], others: null, reasons: [], lost: [], unvalued: 0 })
  })
})

describe('a day on which the clocks change', () => {
  it.each([
    ['America/Los_Angeles', '2026-03-08'],
    ['America/Los_Angeles', '2026-11-01'],
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
  ])('holds its own decisions, before and after it is closed, in %s on %s', async (timeZone, date) => {
    const here = await openWarehouse()
    try {
      await here.sql('update warehouse set time_zone = $1', [timeZone])
      const who = await here.node.as('lotus@test.restow')
      const { from, until } = dayBounds(date, timeZone)
      const [begins, ends] = [Date.parse(from), Date.parse(until)]
      await did(here, new Date(begins - HOUR * 1000).toISOString(), wire(receive('T6000')))
      const moments = [begins - 1, begins, begins + 2.5 * HOUR * 1000, ends - 1, ends]
      for (const [i, moment] of moments.entries())
        await did(here, new Date(moment).toISOString(), ...decided(i + 1))
      const days = `from=${addDays(date, -1)}&to=${addDays(date, 1)}`
      const live = await overview(days, who)
      expect(live.periods.map(({ from: day, units }) => [day, units])).toEqual([
        [addDays(date, -1), 1],
        [date, 3],
        [addDays(date, 1), 1],
      ])
      expect(live.open).toBe(true)
      await closeDays(here.node.db, ends + 26 * HOUR * 1000, { ...LAX1, timeZone })
      const { open, asOf: _, ...kept } = await overview(days, who)
      expect(open).toBe(false)
      expect(live).toMatchObject(kept)
    } finally {
      await here.close()
    }
  })
})
