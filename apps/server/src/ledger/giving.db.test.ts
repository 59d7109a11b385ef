import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { LOCKS } from '../db/locks.ts'
import { openDatabase } from '../db/pool.ts'
import { openLedger } from '../open-ledger.ts'
import type { Door } from './door.ts'
import { until } from './feed.fixture.ts'
import { readFeed } from './feed.ts'
import { Giving } from './giving.ts'
import { findHappened } from './happened.ts'
import { type Feed, openFeed } from './open-feed.ts'
import { FEED_CHANNEL, givePositions, seenToHaveAll } from './positions.ts'
import { sender } from './sender.fixture.ts'
import { stretchIn } from './stretch.ts'

/** Positions that are given with what is recorded, on a warehouse that no other node is at. */
let warehouse: Warehouse
let feed: Feed
let door: Door
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { db } = warehouse.node
  feed = openFeed(db, () => {})
  feed.open()
  door = openLedger(db, { giving: feed.giving })
})
afterAll(async () => {
  await feed?.close()
  await warehouse?.close()
})

let parcels = 0
const receive = () => command('ReceiveParcel', { tracking: `GIVE-${++parcels}`, condition: 'intact' })
const recorded = async (through = door) => {
  const next = receive()
  const [outcome] = await through.submit([next], sender)
  expect(outcome?.outcome).toBe('accepted')
  return next.commandId
}
const given = async () =>
  (await readFeed(warehouse.node.db.staff, 0, 100_000)).map(({ position, meta }) => ({ position, ...meta }))
const isGiven = async (id: string) => (await given()).some(({ commandId }) => commandId === id)
async function expectDense(): Promise<void> {
  expect((await given()).map(({ position }) => position)).toEqual((await given()).map((_, n) => n + 1))
}

/** Holds a lock, and cuts off whoever has it. */
async function holding<T>(lock: number, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: warehouse.urls.adminUrl })
  await holder.connect()
  const held = holder.query('select pg_advisory_lock($1)', [lock])
  const others = `select pg_terminate_backend(pid) from pg_locks l where locktype = 'advisory' and objid = $1 and granted
    and database = (select oid from pg_database where datname = current_database()) and exists
      (select from pg_locks w where w.objid = l.objid and w.database = l.database and not w.granted)`
  const cutting = setInterval(() => void warehouse.sql(others, [lock]).catch(() => {}), 20)
  await held.finally(() => clearInterval(cutting))
  try {
    return await work()
  } finally {
    await holder.end()
  }
}

describe('positions', () => {
  it('are given with what is recorded, though no node looks for what has none', async () => {
    await holding(LOCKS.assigner, async () => {
      await until(() => !feed.isAssigning)
      const ids = [await recorded(), await recorded(), await recorded()]
      expect(await Promise.all(ids.map(isGiven))).toEqual([true, true, true])
      expect(feed.isAssigning).toBe(false)
    })
    await expectDense()
  })

  it('that are not given with it, since somebody takes long, hold nobody up for long and are given afterwards', async () => {
    const late: string[] = []
    await holding(LOCKS.positions, async () => {
      late.push(await recorded(), await recorded())
      expect(await Promise.all(late.map(isGiven))).toEqual([false, false])
    })
    await until(async () => (await Promise.all(late.map(isGiven))).every(Boolean))
    await expectDense()
  })

  it('of many who give at the same moment are dense, each event once and a stream in its order', async () => {
    const others = Array.from({ length: 4 }, () => openDatabase(warehouse.urls.appUrl))
    const feeds = others.map((db) => openFeed(db, () => {}))
    for (const one of feeds) one.open()
    const doors = others.map((db, n) => openLedger(db, { giving: feeds[n]?.giving ?? feed.giving }))
    const ids: string[] = []
    for (let n = 0; n < 30; n++) {
      ids.push(...(await Promise.all(doors.map((one) => recorded(one)))))
      // Whoever comes second with the same number decides again: what it was given goes to others.
      const same = doors.map((one) => one.submit([{ ...receive(), tracking: `SAME-${n}` }], sender))
      await Promise.all(same)
    }
    const events = async () => (await warehouse.sql('select from ledger_event')).length
    await until(async () => (await given()).length === (await events()))
    const all = (await given()).map(({ commandId }) => commandId)
    expect(all).toHaveLength(new Set(all).size)
    expect(all).toEqual(expect.arrayContaining(ids))
    await expectDense()
    await Promise.all(feeds.map((one) => one.close()))
    await Promise.all(others.map((db) => db.close()))
  })

  it('are not given to what follows an event that has none: a round gives them both, in their order', async () => {
    const { line } = warehouse.node.db
    await holding(LOCKS.assigner, async () => {
      await givePositions(line, null)
      const first = receive()
      await openLedger(warehouse.node.db).submit([first], sender)
      const taken = command('TakeBack', { parcel: first.tracking, eventId: eventIdOf(first) })
      const [outcome] = await door.submit([taken], sender)
      expect(outcome?.outcome).toBe('accepted')
      expect([await isGiven(first.commandId), await isGiven(taken.commandId)]).toEqual([false, false])
      expect(await givePositions(line, null)).toMatchObject({ given: 2 })
    })
    await expectDense()
  })

  it('are not given to a unit whose parcel has none', async () => {
    const { line } = warehouse.node.db
    const giving = new Giving(() => {})
    giving.open()
    const own = openLedger(warehouse.node.db, { giving })
    await holding(LOCKS.assigner, async () => {
      await givePositions(line, null)
      const parcel = receive()
      await openLedger(warehouse.node.db).submit([parcel], sender)
      const unit = { parcel: parcel.tracking, product: null, quantity: 1, lpn: plate(950) }
      const registered = command('RegisterUnit', unit)
      const [outcome] = await own.submit([registered], sender)
      expect(outcome?.outcome).toBe('accepted')
      expect(await isGiven(registered.commandId)).toBe(false)
      await givePositions(line, null)
      const all = (await given()).map(({ commandId }) => commandId)
      expect(all.indexOf(parcel.commandId)).toBeGreaterThanOrEqual(0)
      expect(all.indexOf(parcel.commandId)).toBeLessThan(all.indexOf(registered.commandId))
    })
    await expectDense()
  })

  it('that fail to be given fail the command once, and are left to a round when it is sent again', async () => {
    const giving = new Giving(() => {})
    giving.open()
    const own = openLedger(warehouse.node.db, { giving })
    const next = receive()
    const keep = 'alter function restow_given_before rename to restow_give_own'
    await warehouse.sql('alter function restow_give_own rename to restow_given_before')
    try {
      await expect(own.submit([next], sender)).rejects.toThrow('restow_give_own')
      expect((await own.submit([next], sender))[0]?.outcome).toBe('accepted')
    } finally {
      await warehouse.sql(keep)
    }
    await until(() => isGiven(next.commandId))
    await expectDense()
  })

  it('leave it to the database how long anything but the turn is waited for', async () => {
    const client = new pg.Client({
      connectionString: warehouse.urls.appUrl,
      options: '-c restow.scope=staff -c lock_timeout=7s',
    })
    await client.connect()
    const ask = async () => {
      const give = `select restow_give_own(${LOCKS.positions}, '50ms', array[]::uuid[], array[]::int[])`
      await client.query(`begin; ${give}`)
      const { rows } = await client.query('show lock_timeout')
      await client.query('rollback')
      return rows[0]
    }
    expect(await ask()).toEqual({ lock_timeout: '7s' })
    expect(await holding(LOCKS.positions, ask)).toEqual({ lock_timeout: '7s' })
    await client.end()
  })

  it('are told once they are committed, in the words in which it is read', async () => {
    const told: (string | undefined)[] = []
    const listener = new pg.Client({ connectionString: warehouse.urls.adminUrl })
    await listener.connect()
    listener.on('notification', ({ payload }) => told.push(payload))
    await listener.query(`listen ${FEED_CHANNEL}`)
    const giving = new Giving(() => {})
    giving.open()
    const parcel = receive()
    const unit = { parcel: parcel.tracking, product: null, quantity: 1 }
    const both = [1, 2].map((n) => command('RegisterUnit', { ...unit, lpn: plate(900 + n) }))
    await holding(LOCKS.assigner, async () => {
      const head = (await given()).length
      await openLedger(warehouse.node.db, { giving }).submit([parcel, ...both], sender)
      const { line } = warehouse.node.db
      const happened = await findHappened(line, head, 100)
      expect(happened.map(({ type }) => type)).toContain('UnitRegistered')
      await until(() => told.length > 0)
      const [words = ''] = told
      const stretch = stretchIn(words.split(' - ')[1])
      expect(words.split(' ')[0]).toBe(String(head + happened.length))
      expect(stretch).toMatchObject({ after: head, until: head + happened.length, happened })
      expect(stretch?.at).toBe(happened.at(-1)?.at)
      expect(new Set(stretch?.types)).toEqual(new Set(happened.map(({ type }) => type)))
      expect(new Set(stretch?.warehouses)).toEqual(new Set(['LAX1']))
      expect(new Set(stretch?.devices)).toEqual(new Set([parcel.deviceId]))
    })
    await listener.end()
    await expectDense()
  })

  it('are looked for after the turn has come: what was recorded while it was waited for is among them', async () => {
    const { line } = warehouse.node.db
    await holding(LOCKS.assigner, async () => {
      const { seen } = await givePositions(line, null)
      const plain = openLedger({ line: warehouse.node.db.staff })
      let round: ReturnType<typeof givePositions> | null = null
      const id = await holding(LOCKS.positions, async () => {
        round = givePositions(line, seen)
        const waiting = 'select from pg_locks where locktype = $1 and objid = $2 and not granted'
        await until(async () => (await warehouse.sql(waiting, ['advisory', LOCKS.positions])).length === 1)
        return recorded(plain)
      })
      expect(await round).toMatchObject({ given: 1 })
      expect(await isGiven(id)).toBe(true)
    })
    await expectDense()
  })

  it('are told with their kinds, and with what happened there where they are few, in the words in which it is read', async () => {
    const { line } = warehouse.node.db
    await holding(LOCKS.assigner, async () => {
      const plain = openLedger(warehouse.node.db)
      const { seen } = await givePositions(line, null)
      await Promise.all([recorded(plain), recorded(plain), recorded(plain)])
      const { stretch, seen: next } = await givePositions(line, seen)
      const last = stretch?.until ?? 0
      expect(stretch?.happened).toEqual(await findHappened(line, last - 3, 3))
      expect(stretch?.happened?.map(({ type, warehouse, by }) => ({ type, warehouse, by }))).toEqual(
        Array(3).fill({ type: 'ParcelReceived', warehouse: 'LAX1', by: sender.user }),
      )
      const { at } = stretch?.happened?.at(-1) ?? {}
      const kinds = { types: ['ParcelReceived'], warehouses: ['LAX1'], devices: [receive().deviceId] }
      expect(stretch).toMatchObject({ after: last - 3, until: last, at, ...kinds })
      await Promise.all(Array.from({ length: 9 }, () => recorded(plain)))
      const many = { after: last, until: last + 9, ...kinds, happened: null }
      expect(await givePositions(line, next)).toMatchObject({ given: 9, stretch: many })
    })
    await expectDense()
  })

  it('are given and read whatever else is said on their channel', async () => {
    const heard: string[] = []
    const follower = feed.follow(
      0,
      readFeed,
      (events) => void heard.push(...events.map((e) => e.meta.commandId)),
    )
    for (const words of ['', 'x', '7 x y', '7 x {}', '7 x null', '7 x {"after":0,"until":9}', '7 x [1]'])
      await warehouse.sql('select pg_notify($1, $2)', [FEED_CHANNEL, words])
    const id = await recorded()
    await until(async () => heard.includes(id))
    await follower.close()
    await expectDense()
  })

  it('are not given by what was seen of another PostgreSQL', async () => {
    const { line } = warehouse.node.db
    await holding(LOCKS.assigner, async () => {
      const plain = openLedger(warehouse.node.db)
      const id = await recorded(plain)
      expect(await givePositions(line, '1:1:1:')).toMatchObject({ given: 0, stretch: null })
      expect(await isGiven(id)).toBe(false)
      const { seen, given } = await givePositions(line, null)
      expect(given).toBe(1)
      const next = await recorded(plain)
      expect(await givePositions(line, seen)).toMatchObject({ given: 1 })
      expect(await isGiven(next)).toBe(true)
    })
    await expectDense()
  })

  it('are looked for by a look first, which sees what commits late as well', async () => {
    const { line } = warehouse.node.db
    await holding(LOCKS.assigner, async () => {
      const giving = new Giving(() => {})
      giving.open()
      const own = openLedger(warehouse.node.db, { giving })
      const { seen } = await givePositions(line, null)
      await recorded(own)
      const looked = await seenToHaveAll(line, seen)
      expect(looked).not.toBe(null)
      expect(looked).not.toBe(seen)
      const late = new pg.Client({
        connectionString: warehouse.urls.appUrl,
        options: '-c restow.scope=staff',
      })
      await late.connect()
      await late.query('begin')
      await recorded(openLedger({ line: late }))
      await recorded(own)
      const before = await seenToHaveAll(line, looked ?? '')
      expect(before).not.toBe(null)
      await late.query('commit')
      await late.end()
      expect(await seenToHaveAll(line, before ?? '')).toBe(null)
      expect(await seenToHaveAll(line, '1:1:1:')).toBe(null)
      const round = await givePositions(line, before)
      expect(round).toMatchObject({ given: 1 })
      expect(await seenToHaveAll(line, round.seen)).not.toBe(null)
      await recorded(openLedger(warehouse.node.db))
      expect(await seenToHaveAll(line, round.seen)).toBe(null)
      expect(await givePositions(line, round.seen)).toMatchObject({ given: 1 })
    })
    await expectDense()
  })
})
