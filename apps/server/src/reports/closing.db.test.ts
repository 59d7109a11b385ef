import type { DispositionReport } from '@restow/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import {
  classify,
  inspect,
  move,
  plate,
  putAway,
  receive,
  register,
  takeBack,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf, wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import type { Database } from '../db/pool.ts'
import { openLedger } from '../open-ledger.ts'
import { addDays, dayBounds } from './business-day.ts'
import { closeDays, LAX1 } from './closing.fixture.ts'
import { findLastClosing } from './closing.queries.ts'
import { DayCloser } from './closing.ts'
import { keepDay } from './keep-day.ts'

const senderIn = (timeZone: string) =>
  ({ user: 'OP1001', role: 'operator', warehouse: 'LAX1', timeZone }) as const

let warehouse: Warehouse
afterEach(() => warehouse?.close())

const at = (instant: string) => ({ clock: () => new Date(instant) })

/** Commands as a node records them whose clock stands still. */
async function did(db: Database, instant: string, ...commands: object[]): Promise<void> {
  const outcomes = await openLedger(db, at(instant)).submit(commands, senderIn(LAX1.timeZone))
  const refused = outcomes.find((o) => o.outcome === 'rejected')
  if (refused) throw new Error(`${refused.code}: ${refused.message}`)
}

const decided = (n: number) => [
  wire(register('T6000', plate(n), 'MUG')),
  wire(inspect(plate(n))),
  wire(classify(plate(n), 'restock')),
]

async function open(): Promise<{ db: Database; lotus: Person; sven: Person }> {
  warehouse = await openWarehouse()
  const { node } = warehouse
  return { db: node.db, lotus: await node.as('lotus@test.restow'), sven: await node.as('SV2001') }
}

const reportOf = (who: Person, date: string) =>
  who.read<DispositionReport>(`/api/reports/dispositions?seller=LOTUS&date=${date}`)
const platesOf = async (who: Person, date: string) => (await reportOf(who, date)).rows.map(({ lpn }) => lpn)

/** A day's end, in milliseconds, with the moment after it in which clocks may still differ. */
const endOf = (date: string, timeZone = LAX1.timeZone) => Date.parse(dayBounds(date, timeZone).until) + 60_000

describe('a business day', () => {
  it.each([
    ['America/Los_Angeles', '2026-03-08', 23],
    ['America/Los_Angeles', '2026-11-01', 25],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
  ])(
    'holds each decision of its hours once where the clocks change, in %s on %s',
    async (timeZone, date, hours) => {
      const { db, lotus } = await open()
      await warehouse.sql('update warehouse set time_zone = $1', [timeZone])
      const { from, until } = dayBounds(date, timeZone)
      const begins = Date.parse(from)
      expect((Date.parse(until) - begins) / 3_600_000).toBe(hours)
      await did(db, new Date(begins - 3_600_000).toISOString(), wire(receive('T6000')))
      // The last moment of the day before, then one in each hour around the change, and both sides of the day's end.
      const around = [0, 0.5, 1.5, 2.5, 3.5].map((hour) => begins + hour * 3_600_000)
      const moments = [begins - 1, ...around, Date.parse(until) - 1, Date.parse(until)]
      for (const [i, moment] of moments.entries())
        await did(db, new Date(moment).toISOString(), ...decided(i + 1))
      await closeDays(db, endOf(addDays(date, 1), timeZone), { ...LAX1, timeZone })
      const days = [addDays(date, -1), date, addDays(date, 1)]
      const plates = await Promise.all(days.map((day) => platesOf(lotus, day)))
      expect(plates.map((on) => on.length)).toEqual([1, around.length + 1, 1])
      expect(plates.flat()).toEqual(moments.map((_, i) => plate(i + 1)))
      const [first, second] = await warehouse.sql<{ begins: Date; ends: Date }>(
        'select begins, ends from day_closing order by day',
      )
      expect(first?.ends).toEqual(second?.begins)
    },
  )

  it('does not close before what was recorded within it is committed, and holds it then', async () => {
    const { db, lotus } = await open()
    const date = '2026-11-20'
    await did(db, '2026-11-20T20:00:00.000Z', wire(receive('T6000')), ...decided(1))
    const slow = db.apart('slow')
    await slow.connect()
    try {
      await slow.query('begin')
      const slowly = { ...db, line: slow } as unknown as Database
      await did(slowly, '2026-11-21T07:59:59.900Z', ...decided(2))
      const closer = new DayCloser(db, keepDay, () => endOf(date))
      // The day before the first on which anything happened is none of it; this one waits as often as it is asked.
      for (let asked = 0; asked < 3; asked++) expect(await closer.closeNext(LAX1)).toBe('waits')
      expect(await reportOf(lotus, date)).toMatchObject({ open: true, rows: [{ lpn: plate(1) }] })
      await slow.query('commit')
    } finally {
      await slow.end()
    }
    expect(await closeDays(db, endOf(date))).toEqual([date])
    expect(await platesOf(lotus, date)).toEqual([plate(1), plate(2)])
    const [{ position } = { position: 0 }] = await warehouse.sql<{ position: number }>(
      'select position::int from day_closing',
    )
    const [{ last } = { last: -1 }] = await warehouse.sql<{ last: number }>(
      'select max(position)::int as last from ledger_position',
    )
    expect(position).toBe(last)
  })

  it('takes nothing in once it has ended: a node whose clock is behind records on the day after', async () => {
    const { db, lotus } = await open()
    const [date, next] = ['2026-11-20', '2026-11-21']
    await did(db, '2026-11-20T20:00:00.000Z', wire(receive('T6000')), ...decided(1))
    await closeDays(db, endOf(date))
    await did(db, '2026-11-21T07:59:58.000Z', ...decided(2))
    expect(await platesOf(lotus, date)).toEqual([plate(1)])
    const { open: isOpen, rows } = await reportOf(lotus, next)
    expect([isOpen, rows.map(({ lpn, classifiedAt }) => [lpn, classifiedAt])]).toEqual([
      true,
      [[plate(2), '2026-11-21T08:00:00.000Z']],
    ])
    await closeDays(db, endOf(next))
    expect(await platesOf(lotus, next)).toEqual([plate(2)])
  })

  it('cannot be got around by writing to the ledger itself', async () => {
    const { db } = await open()
    await did(db, '2026-11-20T20:00:00.000Z', wire(receive('T6000')))
    await closeDays(db, endOf('2026-11-20'))
    const copied = `insert into ledger_event (stream_kind, stream_id, version, type, data, meta, recorded_at, prev_hash, hash)
      select stream_kind, stream_id, version + 100, type, data, meta, recorded_at, prev_hash, hash from ledger_event limit 1`
    await expect(db.staff.query(copied)).rejects.toMatchObject({ constraint: 'ledger_event_day_over' })
    await expect(db.staff.query('delete from day_ending')).rejects.toThrow(/permission denied/)
    await expect(warehouse.sql('update day_closing set position = 1')).rejects.toThrow(/append-only/)
  })

  it('is closed once, whoever tries, and after a stop all that are due are closed in their order', async () => {
    const { db, lotus } = await open()
    await did(db, '2026-11-17T20:00:00.000Z', wire(receive('T6000')), ...decided(1))
    await did(db, '2026-11-19T20:00:00.000Z', ...decided(2))
    const other = await warehouse.addNode()
    const both = await Promise.allSettled([
      closeDays(db, endOf('2026-11-20')),
      closeDays(other.db, endOf('2026-11-20')),
    ])
    await closeDays(db, endOf('2026-11-20'))
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    const days = await warehouse.sql<{ day: string }>('select day from day_closing order by day')
    expect(days.map(({ day }) => day)).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'])
    expect(await platesOf(lotus, '2026-11-17')).toEqual([plate(1)])
    expect(await reportOf(lotus, '2026-11-18')).toMatchObject({ open: false, rows: [] })
    expect(await platesOf(lotus, '2026-11-19')).toEqual([plate(2)])
    // What was before the first day that anything happened on is as closed as that.
    expect(await reportOf(lotus, '2026-01-01')).toMatchObject({ open: false, rows: [] })
    expect((await findLastClosing(db.staff, 'LAX1'))?.ends).toBe('2026-11-21T08:00:00.000Z')
  })

  it('keeps its bytes in every format through later claims, moves, photos, take-backs and new plates', async () => {
    const { db, lotus, sven } = await open()
    const date = '2026-11-20'
    const decision = wire(classify(plate(2), 'restock'))
    await did(
      db,
      '2026-11-20T20:00:00.000Z',
      ...[wire(receive('T6000')), ...decided(1), wire(putAway(plate(1), BINS.resell))],
      ...[wire(register('T6000', plate(2), 'MUG')), wire(inspect(plate(2))), decision],
      ...[wire(receive('T9000')), wire(register('T9000', plate(3), 'MUG'))],
    )
    await closeDays(db, endOf(date))
    const bytes = async () => {
      const formats = ['json', 'csv', 'xlsx', 'pdf', 'amazon']
      const answers = await Promise.all(
        formats.map((format) =>
          lotus.get(`/api/reports/dispositions?seller=LOTUS&date=${date}&format=${format}`),
        ),
      )
      return answers.map(({ statusCode, headers, rawPayload }) => [
        ...[statusCode, headers.etag, headers['last-modified']],
        rawPayload.toString('base64'),
      ])
    }
    const before = await bytes()
    expect(before.map(([status, etag]) => [status, typeof etag])).toEqual(Array(5).fill([200, 'string']))
    await sven.did(
      wire(takeBack(plate(2), eventIdOf(decision))),
      wire(move(plate(1), BINS.small)),
      command('ReplacePlate', { lpn: plate(1), newLpn: plate(20) }),
      command('ClaimParcel', { parcel: 'T9000', seller: 'LOTUS' }),
      command('AttachPhoto', {
        ...{ subject: { lpn: plate(20) }, sha256: 'a'.repeat(64), angle: 'front' },
        takenAt: '2026-11-20T20:00:00.000Z',
      }),
    )
    await warehouse.sql("update product set title = 'Another title'")
    expect(await bytes()).toEqual(before)
    await warehouse.sql(`update return_unit set body = body || '{"seller": null}'`)
    expect(await bytes()).toEqual(before)
  })

  it('shows a seller what is its own, also to a question that names another', async () => {
    const { db } = await open()
    await did(db, '2026-11-20T20:00:00.000Z', wire(receive('T6000')), ...decided(1))
    await did(db, '2026-11-20T20:00:01.000Z', wire(receive('T2000')))
    await closeDays(db, endOf('2026-11-20'))
    const rowsFor = (seller: string) =>
      db.asSeller(seller, async (_, on) => {
        const { rows } = await on.query({
          text: 'select seller from report_row union all select seller from report_day order by 1',
        })
        return rows
      })
    expect(await rowsFor('LOTUS')).toEqual([{ seller: 'LOTUS' }, { seller: 'LOTUS' }])
    expect(await rowsFor('NORTHSTAR')).toEqual([{ seller: 'NORTHSTAR' }])
  })
})
