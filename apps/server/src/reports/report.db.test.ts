import type { DispositionReport } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bin,
  classify,
  inspect,
  move,
  plate,
  product,
  putAway,
  receive,
  register,
  takeBack,
  world,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf, wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { openLedger } from '../open-ledger.ts'
import { addDays, dayAt, dayBounds } from './business-day.ts'
import { closeDays } from './closing.fixture.ts'

const ZONE = 'America/Los_Angeles'
const TODAY = dayAt(new Date().toISOString(), ZONE)
const [FIRST, SECOND] = [addDays(TODAY, -5), addDays(TODAY, -4)]
const SENDER = { user: 'OP1001', role: 'operator', warehouse: 'LAX1', timeZone: ZONE } as const
const UNWORN = { answers: [{ check: 'unworn', answer: 'yes' }] }
const TITLE = '=HYPERLINK("http://x","tee"), 陶瓷'

let warehouse: Warehouse
let clock: number
let otto: Person
let lotus: Person
const shelf = 'LAX1-S-01-01'

/** Commands as they were recorded so many minutes after the beginning of a day. */
async function did(day: string, minutes: number, ...commands: ReturnType<typeof command>[]): Promise<void> {
  clock = Date.parse(dayBounds(day, ZONE).from) + minutes * 60_000
  const door = openLedger(warehouse.node.db, { clock: () => new Date(clock++) })
  const outcomes = await door.submit(commands, SENDER)
  const refused = outcomes.find((o) => o.outcome === 'rejected')
  if (refused) throw new Error(`${refused.code}: ${refused.message}`)
}

const reportOf = (who: Person, date: string, seller = 'LOTUS') =>
  who.read<DispositionReport>(`/api/reports/dispositions?seller=${seller}&date=${date}`)
const csvOf = (who: Person, date: string) =>
  who.get(`/api/reports/dispositions?seller=LOTUS&date=${date}&format=csv`)

beforeAll(async () => {
  const usual = world()
  warehouse = await openWarehouse({
    world: world({
      products: usual.products.map((p) =>
        p.sku === 'TEE' ? product('LOTUS', 'TEE', { category: 'apparel', title: TITLE }) : p,
      ),
      bins: [
        bin(shelf, 'resell', 50),
        bin('LAX1-S-01-02', 'resell', 50),
        bin('LAX1-F-01-01', 'refurbish', 50),
      ],
    }),
  })
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  // The first day: a mug is sent to the bench, a tee is decided, taken back, decided again. Minutes before midnight the mug is back.
  const wrong = command('ClassifyUnit', {
    lpn: plate(2),
    disposition: 'scrap',
    route: 'recycle',
    overrideReason: { code: 'other' },
  })
  await did(
    FIRST,
    600,
    ...[receive('T6000'), register('T6000', plate(1), 'MUG'), inspect(plate(1), 'good')].map(wire),
  )
  await did(FIRST, 660, wire(classify(plate(1), 'repair', 'price')))
  await did(
    FIRST,
    665,
    ...[
      receive('T1000'),
      register('T1000', plate(2), 'TEE', { quantity: 2 }),
      inspect(plate(2), 'like_new', UNWORN),
    ].map(wire),
    wrong,
  )
  await did(FIRST, 666, wire(takeBack(plate(2), eventIdOf(wrong))))
  await did(FIRST, 667, ...[classify(plate(2), 'restock'), putAway(plate(2), shelf)].map(wire))
  await did(
    FIRST,
    700,
    command('StartRefurbishment', { lpn: plate(1), route: 'repair' }),
    command('FinishRefurbishment', { lpn: plate(1), done: ['glued'], minutes: 5 }),
  )
  // The second day: the mug is decided again, the tee is moved, and something comes in that nobody has claimed.
  await did(
    SECOND,
    1,
    ...[inspect(plate(1)), classify(plate(1), 'restock'), move(plate(2), 'LAX1-S-01-02')].map(wire),
  )
  await did(SECOND, 2, ...[receive('T9000'), register('T9000', plate(3), null)].map(wire))
  await closeDays(warehouse.node.db)
})
afterAll(() => warehouse?.close())

describe('the report of a day', () => {
  it('has a row for each decision recorded on it, with the unit as it then stood', async () => {
    const { rows } = await reportOf(lotus, FIRST)
    expect(rows.map((r) => [r.lpn, r.disposition, r.route, r.takenBack])).toEqual([
      [plate(1), 'refurbish', 'repair', false],
      [plate(2), 'scrap', 'recycle', true],
      [plate(2), 'resell', 'restock', false],
    ])
    expect(rows[0]).toMatchObject({
      rmaNumber: 'RMA-6',
      orderNumber: 'ORDER-RMA-6',
      sku: 'MUG',
      grade: 'good',
      reason: 'defective',
      reasonRaw: 'DEFECTIVE',
      value: { minor: 4000, currency: 'USD', decimal: '40.00' },
      dockToDecision: 3600,
      supersedes: null,
    })
    expect(rows[2]).toMatchObject({ quantity: 2, bin: shelf, title: TITLE })
  })

  it('says of a unit decided again which decision it supersedes', async () => {
    const [first, second] = [await reportOf(lotus, FIRST), await reportOf(lotus, SECOND)]
    expect(second.rows).toMatchObject([
      {
        lpn: plate(1),
        disposition: 'resell',
        grade: 'like_new',
        supersedes: first.rows[0]?.eventId,
        supersedesAt: first.rows[0]?.classifiedAt,
      },
    ])
  })

  it('counts what was received, registered, inspected, shelved and dispatched, and adds up what stood', async () => {
    const report = await reportOf(lotus, FIRST)
    expect(report.counts).toEqual({
      received: 2,
      registered: { units: 2, pieces: 3 },
      inspected: { units: 2, pieces: 3 },
      shelved: { units: 1, pieces: 2 },
      dispatched: { units: 0, pieces: 0 },
    })
    expect(report.totals).toMatchObject({
      resell: { units: 1, pieces: 2 },
      refurbish: { units: 1, pieces: 1, value: [{ decimal: '40.00' }], recovered: [{ decimal: '33.00' }] },
      scrap: { units: 0, pieces: 0, value: [] },
    })
    expect(report.dockToDecision).toMatchObject({ sameDayShare: 1 })
  })

  it('is the same for staff and for the seller, and never changes once it is closed', async () => {
    const before = await reportOf(lotus, FIRST)
    expect(before.open).toBe(false)
    expect(await reportOf(otto, FIRST)).toEqual(before)
    await did(
      TODAY,
      0,
      wire(move(plate(2), shelf)),
      command('ReplacePlate', { lpn: plate(2), newLpn: plate(20) }),
    )
    await otto.did(command('SplitUnit', { lpn: plate(20), quantity: 1, newLpn: plate(21) }))
    expect(await reportOf(lotus, FIRST)).toEqual(before)
  })

  it('does not hold what was claimed later: that counts on the day of the claim', async () => {
    const before = await reportOf(lotus, SECOND)
    expect(before.counts).toMatchObject({ received: 0, registered: { units: 0 } })
    const sven = await warehouse.node.as('SV2001')
    await sven.did(command('ClaimParcel', { parcel: 'T9000', seller: 'LOTUS' }))
    expect(await reportOf(lotus, SECOND)).toEqual(before)
    expect((await reportOf(lotus, TODAY)).counts).toMatchObject({
      received: 1,
      registered: { units: 1, pieces: 1 },
    })
  })

  it('is open while the day is not over, and empty and open before it began', async () => {
    expect(await reportOf(lotus, TODAY)).toMatchObject({ open: true, date: TODAY })
    const { open, rows, counts } = await reportOf(lotus, addDays(TODAY, 30))
    expect({ open, rows, received: counts.received }).toEqual({ open: true, rows: [], received: 0 })
  })

  it('has an ETag once it is closed, of its own for each format', async () => {
    const url = `/api/reports/dispositions?seller=LOTUS&date=${FIRST}`
    const { headers } = await lotus.get(url)
    const again = await lotus.ask({ method: 'GET', url, headers: { 'if-none-match': String(headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await csvOf(lotus, FIRST)).headers.etag).not.toBe(headers.etag)
    expect(
      (await lotus.get(`/api/reports/dispositions?seller=LOTUS&date=${TODAY}`)).headers.etag,
    ).toBeUndefined()
  })

  it.each(['2026-02-30', '2026-13-01', '0000-00-00', 'yesterday', '2026-1-1'])(
    'is refused for %s',
    async (date) => {
      const answer = await lotus.get(`/api/reports/dispositions?seller=LOTUS&date=${date}`)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        400,
        expect.stringContaining('problem+json'),
      ])
    },
  )

  it('of another seller, or of one that is not there, is not found', async () => {
    for (const [who, seller] of [
      [lotus, 'NORTHSTAR'],
      [lotus, 'NOBODY'],
      [otto, 'NOBODY'],
    ] as const) {
      const answer = await who.get(`/api/reports/dispositions?seller=${seller}&date=${FIRST}`)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'seller_unknown'])
    }
    expect((await reportOf(otto, FIRST, 'NORTHSTAR')).rows).toEqual([])
  })
})

describe('the report as CSV', () => {
  it('is a file of UTF-8 with a BOM, in which numbers are numbers and no text is a formula', async () => {
    const { headers, body } = await csvOf(lotus, FIRST)
    expect(headers['content-disposition']).toBe(`attachment; filename="restow-LOTUS-${FIRST}.csv"`)
    expect(body.startsWith('\uFEFFlpn,order_number,rma_number')).toBe(true)
    const lines = body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(',40.00,USD,')
    expect(lines[3]).toContain('"\'=HYPERLINK(""http://x"",""tee""), 陶瓷",2,defective')
  })
})
