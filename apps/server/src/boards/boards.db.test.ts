import type { BinsBoard, DispositionsBoard, PipelineBoard } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  putAway,
  receive,
  register,
  takeBack,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf, wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

const UNWORN = { answers: [{ check: 'unworn', answer: 'yes' }] }

let warehouse: Warehouse
let otto: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  // LOTUS's mug is shelved; NORTHSTAR's kettle waits; a parcel that nobody announced stands at the dock.
  const deeds = [
    receive('T6000'),
    register('T6000', plate(1), 'MUG'),
    inspect(plate(1)),
    classify(plate(1), 'restock'),
    putAway(plate(1), BINS.small),
    receive('T2000'),
    register('T2000', plate(2), 'KETTLE'),
    hold(plate(2), 'seller'),
    receive('T9000'),
  ]
  await otto.did(...deeds.map(wire))
})
afterAll(() => warehouse?.close())

const pipeline = (who: Person) => who.read<PipelineBoard>('/api/boards/pipeline')
const bins = (who: Person) => who.read<BinsBoard>('/api/boards/bins')
const dispositions = (who: Person) => who.read<DispositionsBoard>('/api/boards/dispositions')
const step = (board: PipelineBoard, name: string) => board.units.find((s) => s.step === name)

describe('the pipeline board', () => {
  it('counts parcels by state and units by step, and what waits', async () => {
    const board = await pipeline(otto)
    expect(board.parcels.filter((p) => p.parcels > 0)).toMatchObject([
      { state: 'received', parcels: 1 },
      { state: 'registered', parcels: 2 },
    ])
    expect(step(board, 'shelved')).toMatchObject({ units: 1, pieces: 1, byDisposition: { resell: 1 } })
    expect(step(board, 'registered')).toMatchObject({ units: 1, held: 1 })
    expect(board.today).toEqual({ arrived: 3, closed: 0, registered: 2, decided: 1, shelved: 1, left: 0 })
    expect(board.waiting).toMatchObject({
      atDock: { parcels: 1 },
      unclaimed: { parcels: 1 },
      forSeller: { units: 1 },
    })
  })

  it('shows what runs against a time target, and what has broken it', async () => {
    expect((await pipeline(otto)).clocks.broken.count).toBe(0)
    await warehouse.sql(
      `update parcel set body = jsonb_set(body, '{receivedAt}', to_jsonb(to_char(now() at time zone 'UTC' - interval '5 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       where tracking_number = 'T9000'`,
    )
    // The rows were changed behind the ledger's back: only who reads them anew sees that.
    const { clocks } = await pipeline(await (await warehouse.addNode()).as('OP1001'))
    expect(clocks.broken).toEqual({ count: 1, oldestSeconds: expect.any(Number) })
    expect(clocks.next[0]).toMatchObject({ kind: 'parcel', key: 'T9000', clock: 'register' })
    expect(clocks.next[0]?.leftSeconds).toBeLessThan(-3500)
    expect(clocks.next[1]).toMatchObject({ kind: 'unit', key: plate(2), clock: 'decide', held: true })
    expect(clocks.byClock).toMatchObject([
      { clock: 'register', running: 1, broken: 1 },
      { clock: 'decide', running: 1, broken: 0 },
      { clock: 'shelve', running: 0 },
    ])
  })

  it('shows a seller its own and nothing else', async () => {
    const board = await pipeline(lotus)
    expect(board.today).toMatchObject({ arrived: 1, registered: 1, decided: 1 })
    expect(board.waiting.unclaimed.parcels).toBe(0)
    expect(board.clocks.next).toEqual([])
    expect((await lotus.get('/api/boards/pipeline?seller=NORTHSTAR')).statusCode).toBe(404)
  })

  it('shows staff one seller where they ask for one, and no other warehouse', async () => {
    const board = await otto.read<PipelineBoard>('/api/boards/pipeline?seller=NORTHSTAR')
    expect(board.today).toMatchObject({ arrived: 1, registered: 1, decided: 0 })
    expect((await otto.get('/api/boards/pipeline?warehouse=BER1')).statusCode).toBe(404)
  })
})

describe('the bins board', () => {
  it('shows how full and how old each bin is, by zone', async () => {
    const board = await bins(otto)
    const resell = board.zones.find((z) => z.zone === 'resell')
    expect(resell).toMatchObject({ units: 1, capacity: 51, fill: 0.0196 })
    expect(resell?.bins).toMatchObject([
      { code: BINS.resell, plates: 0, capacity: 50, oldestSeconds: null },
      { code: BINS.small, plates: 1, capacity: 1, oldestSeconds: expect.any(Number), exceptions: 0 },
    ])
    expect(board.attention).toContainEqual({
      bin: BINS.small,
      zone: 'resell',
      why: 'full',
      units: 1,
      seconds: null,
    })
    expect(board.totals).toMatchObject({
      onTheFloor: { units: 2, pieces: 2, inBins: 1, bins: 1 },
      atDock: { parcels: 1 },
      decidedToday: { units: 1, sameDayShare: 1 },
      shelvedToday: { units: 1, nextDayShare: 1 },
    })
  })

  it('shows a seller the bins that hold its units', async () => {
    expect((await bins(lotus)).zones.flatMap((z) => z.bins.map((b) => b.code))).toEqual([BINS.small])
    expect((await bins(northstar)).zones).toEqual([])
  })
})

describe('the dispositions board', () => {
  it('counts today’s decisions by disposition, seller, grade and reason, and what they should bring', async () => {
    const board = await dispositions(otto)
    expect(board.today).toMatchObject({ units: 1, pieces: 1, overrides: { units: 0, share: 0 } })
    expect(board.today.byDisposition[0]).toEqual({
      disposition: 'resell',
      units: 1,
      pieces: 1,
      recovered: [{ minor: 3970, currency: 'USD', decimal: '39.70' }],
      lost: [{ minor: 30, currency: 'USD', decimal: '0.30' }],
    })
    expect(board.today).toMatchObject({ lost: [{ minor: 30, currency: 'USD' }], unvalued: 0 })
    expect(board.today.byCategory).toEqual([
      { category: 'general', resell: 1, refurbish: 0, scrap: 0, units: 1 },
    ])
    expect(board.today.overrides).toMatchObject({
      changes: [],
      byPerson: [{ by: 'OP1001', units: 1, overridden: 0 }],
    })
    expect(board.usual).toEqual({ days: 0, resell: 0, refurbish: 0, scrap: 0 })
    expect(board.today.bySeller).toEqual([{ seller: 'LOTUS', resell: 1, refurbish: 0, scrap: 0, units: 1 }])
    expect(board.today.byGrade).toMatchObject([{ grade: 'like_new', units: 1 }])
    expect(board.today.byReason).toMatchObject([{ reason: 'defective', units: 1 }])
    expect(board.days).toHaveLength(14)
    expect(board.days.at(-1)).toEqual({ date: board.day, resell: 1, refurbish: 0, scrap: 0 })
    expect(board.recent).toMatchObject([
      { lpn: plate(1), by: 'OP1001', route: 'restock', recovered: { minor: 3970 } },
    ])
  })

  it('leaves out a decision that was taken back, and counts the one made instead', async () => {
    const decided = command('ClassifyUnit', { lpn: plate(3), disposition: 'resell', route: 'restock' })
    await otto.did(
      ...[receive('T1000'), register('T1000', plate(3), 'TEE'), inspect(plate(3), 'like_new', UNWORN)].map(
        wire,
      ),
      decided,
    )
    expect((await dispositions(otto)).today.units).toBe(2)
    await otto.did(wire(takeBack(plate(3), eventIdOf(decided))))
    expect((await dispositions(otto)).today.units).toBe(1)
    await otto.did(wire(classify(plate(3), 'recycle', 'cosmetic')))
    const { today } = await dispositions(otto)
    expect(today).toMatchObject({
      units: 2,
      overrides: {
        units: 1,
        share: 0.5,
        byReason: [{ reason: 'cosmetic', units: 1 }],
        changes: [
          {
            reason: 'cosmetic',
            from: { disposition: 'resell', route: 'restock' },
            to: { disposition: 'scrap', route: 'recycle' },
            units: 1,
          },
        ],
        byPerson: [{ by: 'OP1001', units: 2, overridden: 1 }],
      },
      // What was decided otherwise than suggested has no expected recovery, so nothing is said of its loss.
      lost: [{ minor: 30, currency: 'USD' }],
      unvalued: 1,
    })
    expect(today.recovered).toEqual([{ minor: 3970, currency: 'USD', decimal: '39.70' }])
  })

  it('holds today against the days before, up to this time of the day, on which anything was decided', async () => {
    // The same moment three days ago, and one of that day that is still to come today.
    const moved = await warehouse.sql<{ n: number }>(
      `with copied as (
         insert into ledger_event (stream_id, version, stream_kind, type, data, meta, recorded_at, prev_hash, hash)
         select stream_id, version + 100 * n, stream_kind, type, data, jsonb_set(meta, '{eventId}', to_jsonb('copy-' || n || ':1')),
           recorded_at - interval '3 days' + case when n = 2 then interval '3 hours' else interval '-1 minute' end, prev_hash, hash
         from ledger_event cross join generate_series(1, 2) n where type = 'UnitClassified' and stream_id = (select id from return_unit where lpn = $1)
         returning 1)
       select count(*)::int as n from copied`,
      [plate(1)],
    )
    expect(moved[0]?.n).toBe(2)
    const { usual, days } = await dispositions(otto)
    const before = days.slice(0, -1).reduce((all, day) => all + day.resell, 0)
    expect(before).toBe(2)
    expect(usual.days).toBeGreaterThanOrEqual(1)
    expect(usual.resell).toBeLessThan(before)
  })

  it('shows a seller its own decisions, and not who of the staff decided otherwise', async () => {
    expect((await dispositions(lotus)).today.overrides).toMatchObject({ units: 1, byPerson: [] })
    expect((await dispositions(northstar)).today.units).toBe(0)
    expect((await dispositions(lotus)).today.units).toBe(2)
  })

  it('counts what a unit should bring once, also where it was refurbished and decided again', async () => {
    const now = async () => {
      const { today, recent } = await dispositions(lotus)
      const minor = (sums: typeof today.lost) => sums.reduce((all, sum) => all + sum.minor, 0)
      const money = { recovered: minor(today.recovered), lost: minor(today.lost), unvalued: today.unvalued }
      return { ...money, units: today.units, last: recent[0]?.recovered?.minor ?? 0 }
    }
    const before = await now()
    await otto.did(
      ...[register('T6000', plate(6), 'MUG'), inspect(plate(6), 'good'), classify(plate(6), 'repair')].map(
        wire,
      ),
    )
    const sent = await now()
    expect(sent).toMatchObject({ units: before.units + 1, recovered: before.recovered + sent.last })
    expect(sent.last).toBe(3300)
    await otto.did(
      command('StartRefurbishment', { lpn: plate(6), route: 'repair' }),
      command('FinishRefurbishment', { lpn: plate(6), done: ['glued'], minutes: 5 }),
      ...[inspect(plate(6)), classify(plate(6), 'restock')].map(wire),
    )
    const back = await now()
    expect(back.last).toBe(3970)
    expect(back).toEqual({
      ...{ units: before.units + 2, last: 3970, recovered: before.recovered + 3970, lost: before.lost + 30 },
      unvalued: before.unvalued,
    })
  })
})

describe('a board that is asked for each second', () => {
  it('answers 304 until something is recorded, and then a new cursor', async () => {
    // The database's own housekeeping may move the cursor; it settles.
    const unchanged = async () => {
      const { headers } = await otto.get('/api/boards/bins')
      const again = await otto.ask({
        method: 'GET',
        url: '/api/boards/bins',
        headers: { 'if-none-match': String(headers.etag) },
      })
      return { etag: headers.etag, status: again.statusCode, body: again.body }
    }
    let last = await unchanged()
    for (let tried = 0; last.status !== 304 && tried < 20; tried++) last = await unchanged()
    expect(last).toMatchObject({ status: 304, body: '' })
    const { cursor } = await bins(otto)
    await otto.did(wire(receive('T5000')))
    const after = await otto.ask({
      method: 'GET',
      url: '/api/boards/bins',
      headers: { 'if-none-match': String(last.etag) },
    })
    expect(after.statusCode).toBe(200)
    expect(after.json<BinsBoard>().cursor).not.toBe(cursor)
  })

  it('asks who it is', async () => {
    expect((await warehouse.node.app.inject('/api/boards/bins')).statusCode).toBe(401)
  })
})
