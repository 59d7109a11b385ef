import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { LOCKS } from '../db/locks.ts'
import type { Queryable } from '../db/pool.ts'
import { openLedger } from '../open-ledger.ts'
import { until } from './feed.fixture.ts'
import { type FeedEvent, readFeed } from './feed.ts'
import type { Going } from './follow.ts'
import { type Feed, openFeed } from './open-feed.ts'
import { sender } from './sender.fixture.ts'

/** The feed on a real PostgreSQL, with what goes wrong there. */
let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
})
afterAll(() => warehouse?.close())

const feeds: Feed[] = []
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close()
})
function opened(node: Node = warehouse.node): Feed {
  const feed = openFeed(node.db, () => {})
  feeds.push(feed)
  feed.open()
  return feed
}

let parcels = 0
const receive = () => command('ReceiveParcel', { tracking: `FEED-${++parcels}`, condition: 'intact' })

const EVENT_COLUMNS = 'stream_id, version, stream_kind, type, data, meta, recorded_at, prev_hash, hash, tx'

/** Everything from the beginning, as a reader gets it. */
function follow(feed: Feed) {
  const events: FeedEvent[] = []
  const follower = feed.follow(0, readFeed, (batch) => void events.push(...batch))
  return { events, follower, has: (ids: readonly string[]) => ids.every((id) => commandsIn(events).has(id)) }
}
const commandsIn = (events: readonly FeedEvent[]) => new Set(events.map((e) => e.meta.commandId))

/** What must be true of the feed, whatever happened: it is dense, complete, and tells each stream in its order. */
async function expectWhole(of: Warehouse = warehouse): Promise<number> {
  await until(async () => {
    const [row] = await of.sql<{ left: boolean }>(
      'select exists (select from ledger_event e where not exists (select from ledger_position p where p.stream_id = e.stream_id and p.version = e.version)) as left',
    )
    return row?.left === false
  })
  const [row] = await of.sql<{ n: number; head: number; events: number; disordered: number }>(`
    select count(*)::int as n, coalesce(max(position), 0)::int as head, (select count(*)::int from ledger_event) as events,
      (select count(*)::int from (select version < lag(version) over (partition by stream_id order by position) as wrong from ledger_position) o where wrong) as disordered
    from ledger_position`)
  expect(row).toEqual({ n: row?.events, head: row?.events, events: row?.events, disordered: 0 })
  return row?.head ?? 0
}

const killed = (name: string) =>
  warehouse.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
    [name],
  )

describe('the feed', () => {
  it('tells what was recorded, each event once, from any position on', async () => {
    const commands = Array.from({ length: 30 }, receive)
    await otto.did(...commands)
    await expectWhole()
    const all = await readFeed(warehouse.node.db.staff, 0, 1000)
    expect(all.map((e) => e.position)).toEqual(all.map((_, i) => i + 1))
    expect(commandsIn(all)).toEqual(new Set(commands.map((c) => c.commandId)))
    const [first] = all
    expect(first).toMatchObject({ streamKind: 'parcel', version: 1, type: 'ParcelReceived' })
    expect(await readFeed(warehouse.node.db.staff, 10, 5)).toEqual(all.slice(10, 15))
  })

  it('tells what commits after a thousand others once it does, exactly once', async () => {
    const { events, has } = follow(opened())
    const late = new pg.Client({ connectionString: warehouse.urls.appUrl, options: '-c restow.scope=staff' })
    await late.connect()
    await late.query('begin')
    const held = receive()
    const within = openLedger({ line: late })
    expect((await within.submit([held], sender))[0]?.outcome).toBe('accepted')

    const others: ReturnType<typeof receive>[] = []
    for (let n = 0; n < 20; n++) {
      const batch = Array.from({ length: 50 }, receive)
      others.push(...batch)
      await otto.did(...batch)
    }
    await until(() => has(others.map((c) => c.commandId)))
    expect(has([held.commandId])).toBe(false)
    await late.query('commit')
    await late.end()
    await until(() => has([held.commandId]))
    expect(events.filter((e) => e.meta.commandId === held.commandId)).toHaveLength(1)
    expect(events.map((e) => e.position)).toEqual(events.map((_, i) => i + 1))
    expect(events.at(-1)?.meta.commandId).toBe(held.commandId)
    await expectWhole()
  })

  it('leaves out what was rolled back', async () => {
    const before = await expectWhole()
    const broken = new pg.Client({
      connectionString: warehouse.urls.appUrl,
      options: '-c restow.scope=staff',
    })
    await broken.connect()
    await broken.query('begin')
    await openLedger({ line: broken }).submit([receive()], sender)
    await broken.query('rollback')
    await broken.end()
    await otto.did(receive())
    expect(await expectWhole()).toBe(before + 1)
  })

  it('is complete for its readers though the line on which they hear of it is cut 50 times', async () => {
    const { events, has } = follow(opened())
    const sent: string[] = []
    // The node's own and this one.
    for (let cuts = 0; cuts < 2 * 50; ) {
      const cut = await killed('restow listener')
      cuts += cut.length
      const next = receive()
      sent.push(next.commandId)
      await otto.did(next)
    }
    await until(() => has(sent))
    expect(events.map((e) => e.position)).toEqual(events.map((_, i) => i + 1))
    await expectWhole()
  }, 120_000)

  it('gives a batch again that its reader failed on, and goes on from there', async () => {
    let failures = 3
    const positions: number[] = []
    const follower = opened().follow(0, readFeed, (batch) => {
      if (failures-- > 0) throw new Error('not now')
      positions.push(...batch.map((e) => e.position))
    })
    const head = await expectWhole()
    await until(() => positions.length >= head)
    expect(positions).toEqual(positions.map((_, i) => i + 1))
    expect(follower.reached).toBe(positions.length)
  })
})

describe('of several nodes', () => {
  const isHeld = async () =>
    (
      await warehouse.sql(
        `select pid from pg_locks where locktype = 'advisory' and objid = ${LOCKS.assigner} and granted and database = (select oid from pg_database where datname = current_database())`,
      )
    ).length

  it('one gives positions, and another takes over from one that is killed', async () => {
    const nodes = [warehouse.node, await warehouse.addNode(), await warehouse.addNode()]
    const all = nodes.map(opened)
    for (let kill = 0; kill < 8; kill++) {
      await until(async () => (await isHeld()) === 1)
      // Who was cut off hears of it a moment after another may have taken over; meanwhile it gives none, having no line.
      await until(() => all.filter((feed) => feed.isAssigning).length <= 1)
      const sending = Promise.all(
        nodes.map((node) => node.with(otto.cookie).did(...Array.from({ length: 20 }, receive))),
      )
      // Whichever of them holds the lock is cut off, in the middle of the others' work.
      await warehouse.sql(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${LOCKS.assigner} and granted and database = (select oid from pg_database where datname = current_database())`,
      )
      await sending
    }
    await expectWhole()
  })

  it('one that stops leaves it to another', async () => {
    // A warehouse in which nobody has asked for anything yet, so that no other node is at it.
    const quiet = await openWarehouse()
    const two = [opened(quiet.node), opened(await quiet.addNode())]
    await until(() => two.some((feed) => feed.isAssigning))
    const [first, second] = two[0]?.isAssigning ? two : [two[1], two[0]]
    expect(second?.isAssigning).toBe(false)
    await first?.close()
    await until(() => second?.isAssigning === true)
    expect(first?.isAssigning).toBe(false)
    await second?.close()
    await quiet.close()
  })
})

describe('all rows, copied into a fresh cluster', () => {
  // Transactions count anew there: what the rows say of theirs is of another time, be it long past or still to come.
  const IN_A_MOMENT = '- (select min(tx) from ledger_event) + 10 + pg_current_xact_id()::text::bigint'
  for (const [when, shift] of [
    ['long past', '- 100000000'],
    ['far ahead', '+ 100000000'],
    ['about to come', IN_A_MOMENT],
  ] as const)
    it(`go on densely where the old one ended, their transactions ${when}`, async () => {
      await otto.did(...Array.from({ length: 20 }, receive))
      const before = await expectWhole()
      const fresh = await openWarehouse({ logLevel: 'warn' })
      try {
        const copy = async (table: string, columns: string, select = columns) => {
          const rows = await warehouse.sql(`select ${select} from ${table}`)
          await fresh.sql(
            `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
            [JSON.stringify(rows)],
          )
        }
        await copy('ledger_event', EVENT_COLUMNS, EVENT_COLUMNS.replace('tx', `(tx ${shift})::text as tx`))
        await copy('ledger_position', 'position, stream_id, version')
        await copy('feed_checkpoint', 'reader, after, reached, recorded_at')
        await copy('parcel', 'id, version, hash, body')
        // What nobody had given a position to when the rows were copied.
        await fresh.sql('alter table ledger_position disable trigger all')
        await fresh.sql('delete from ledger_position where position > $1', [before - 7])
        await fresh.sql('alter table ledger_position enable trigger all')
        const told = await readFeed(warehouse.node.db.staff, 0, before - 7)

        const worker = await fresh.node.as('OP1001')
        for (let n = 0; n < 5; n++) {
          await worker.did(...Array.from({ length: 10 }, receive))
          await fresh.sql(
            'do $$ begin for i in 1..400 loop perform pg_current_xact_id(); commit; end loop; end $$',
          )
        }
        expect(await expectWhole(fresh)).toBe(before + 50)
        expect(await readFeed(fresh.node.db.staff, 0, before - 7)).toEqual(told)
        expect(fresh.node.logged).toEqual([])
      } finally {
        await fresh.close()
      }
    })
})

describe('a reader that remembers', () => {
  const readers: Going[] = []
  beforeAll(async () => {
    await warehouse.sql(
      'create table dealt_with (event text not null, position bigint not null, node int not null)',
    )
    await warehouse.sql('grant insert, select on dealt_with to restow_app')
  })
  afterEach(async () => {
    for (const one of readers.splice(0)) await one.close()
  })
  const dealt = (reader: string) =>
    warehouse.sql<{ event: string; position: number }>(
      'select event, position::int from dealt_with where event like $1 order by position',
      [`${reader} %`],
    )
  function reading(
    name: string,
    node: Node,
    types?: readonly FeedEvent['type'][],
    trouble: () => void = () => {},
  ) {
    const feed = openFeed(node.db, () => {})
    feed.reader({
      ...{ name, from: 'beginning', ...(types ? { types } : {}) },
      handle: async (_, events, on) => {
        for (const e of events)
          await on.query({
            text: 'insert into dealt_with values ($1, $2, 1)',
            values: [`${name} ${e.meta.eventId}`, e.position],
          })
        trouble()
      },
    })
    feeds.push(feed)
    feed.open()
    return feed
  }

  it('deals with each event once, on whichever node, though its connections are cut and its work fails', async () => {
    const nodes = [warehouse.node, await warehouse.addNode()]
    let failing = 0
    const work = nodes.map((node) =>
      reading('stubborn', node, undefined, () => {
        if (++failing % 3 === 0) throw new Error('not now')
      }),
    )
    for (let n = 0; n < 20; n++) {
      await otto.did(...Array.from({ length: 10 }, receive))
      if (n % 4 === 0)
        await warehouse.sql(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'restow' and state like 'idle in%'",
        )
    }
    const head = await expectWhole()
    await until(async () => (await dealt('stubborn')).length >= head)
    const rows = await dealt('stubborn')
    expect(rows.map((r) => r.position)).toEqual(rows.map((_, i) => i + 1))
    expect(work.every((feed) => feed.readers.length === 1)).toBe(true)
    const stretches = await warehouse.sql<{ after: number; reached: number }>(
      "select after::int, reached::int from feed_checkpoint where reader = 'stubborn' order by after",
    )
    for (const [i, { after }] of stretches.entries())
      expect(after).toBe(i === 0 ? -1 : stretches[i - 1]?.reached)
  }, 120_000)

  it('goes on where it stood when its process ends', async () => {
    const first = reading('steady', warehouse.node)
    const head = await expectWhole()
    await until(async () => (await dealt('steady')).length >= head)
    await first.close()
    await otto.did(receive())
    reading('steady', warehouse.node)
    await until(async () => (await dealt('steady')).length >= head + 1)
    expect((await dealt('steady')).map((r) => r.position)).toEqual(
      Array.from({ length: head + 1 }, (_, i) => i + 1),
    )
  })

  it('is told of the types that concern it', async () => {
    const parcel = receive()
    const lpns = [plate(1), plate(2)]
    await otto.did(
      parcel,
      ...lpns.map((lpn) =>
        command('RegisterUnit', { parcel: parcel.tracking, lpn, product: null, quantity: 1 }),
      ),
    )
    const feed = reading('units', warehouse.node, ['UnitRegistered'])
    await until(async () => (await dealt('units')).length >= 2)
    const head = await expectWhole()
    await until(() => (feed.readers[0]?.reached ?? 0) >= head)
    expect(await dealt('units')).toHaveLength(2)
  })

  it('asks for nothing where what it was told is of none of its types, and for its devices alone where it is of none of those', async () => {
    const { db } = warehouse.node
    const asked: string[] = []
    const counting: Queryable = {
      query: (config) => {
        asked.push(config.name ?? '')
        return db.often.query(config)
      },
    }
    const feed = openFeed({ ...db, often: counting as typeof db.often }, () => {})
    const reader = (name: string, types: FeedEvent['type'][], devices?: string[]) =>
      feed.reader({
        ...{ name, types, from: 'now' },
        ...(devices ? { devices: async () => devices } : {}),
        handle: () => Promise.reject(new Error('nothing is its own')),
      })
    reader('other-types', ['UnitClassified'])
    reader('other-devices', ['ParcelReceived'], ['handheld-9'])
    feeds.push(feed)
    feed.open()
    const reached = async () => {
      const head = await expectWhole()
      await until(() => feed.readers.every((one) => one.reached >= head))
      return head
    }
    await reached()
    await otto.did(receive())
    await reached()
    asked.length = 0
    await otto.did(receive())
    const head = await reached()
    expect(new Set(asked)).toEqual(new Set(['feed-pass']))
    const [row] = await warehouse.sql<{ reached: number }>(
      "select max(reached)::int as reached from feed_checkpoint where reader = 'other-devices'",
    )
    expect(row?.reached).toBe(head)
  })

  it('is told of what was done with its devices as they are then, and of no step before, and of what takes a step back', async () => {
    const told: string[] = []
    let own: string[] = []
    const opened = () => {
      const feed = openFeed(warehouse.node.db, () => {})
      feed.reader({
        ...{ name: 'of-devices', from: 'now', types: ['ParcelReceived', 'StepTakenBack'] },
        devices: async () => own,
        handle: async (_, events) => void told.push(...events.map((e) => e.type)),
      })
      feeds.push(feed)
      feed.open()
      return feed
    }
    const first = opened()
    await until(() => (first.readers[0]?.reached ?? -1) >= 0)
    await otto.did(receive())
    const head = await expectWhole()
    await until(() => (first.readers[0]?.reached ?? 0) >= head)
    await first.close()
    const parcel = receive()
    own = [parcel.deviceId]
    const again = opened()
    await until(() => (again.readers[0]?.reached ?? 0) >= head)
    await otto.did(parcel)
    await until(() => told.length > 0)
    own = []
    await otto.did(command('TakeBack', { parcel: parcel.tracking, eventId: eventIdOf(parcel) }))
    await until(() => told.length > 1)
    expect(told).toEqual(['ParcelReceived', 'StepTakenBack'])
  })

  it('that begins now leaves what was before to the past', async () => {
    const head = await expectWhole()
    const positions: number[] = []
    const feed = openFeed(warehouse.node.db, () => {})
    feed.reader({
      ...{ name: 'late', from: 'now' },
      handle: async (_, events) => void positions.push(...events.map((e) => e.position)),
    })
    feeds.push(feed)
    feed.open()
    await until(() => feed.readers[0]?.reached === head)
    await otto.did(receive())
    await until(() => positions.length > 0)
    expect(positions).toEqual([head + 1])
  })
})

describe('positions and checkpoints', () => {
  for (const table of ['ledger_position', 'feed_checkpoint'])
    for (const text of [
      `update ${table} set ${table === 'ledger_position' ? 'version' : 'reached'} = 9`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      it(`are not to be changed, by the app’s role or anybody: ${text}`, async () => {
        await expect(warehouse.node.db.staff.query(text)).rejects.toThrow('permission denied')
        await expect(warehouse.sql(text)).rejects.toThrow('append-only')
      })
})
