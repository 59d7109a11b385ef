import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { LOCKS } from '../db/locks.ts'
import { openLedger } from '../open-ledger.ts'
import { closeFeeds, closeLater, expectWhole, receive, until } from './feed.fixture.ts'
import { type FeedEvent, readFeed } from './feed.ts'
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

afterEach(closeFeeds)
function opened(node: Node = warehouse.node): Feed {
  const feed = closeLater(openFeed(node.db, () => {}))
  feed.open()
  return feed
}

const EVENT_COLUMNS = 'stream_id, version, stream_kind, type, data, meta, recorded_at, prev_hash, hash, tx'

/** Everything from the beginning, as a reader gets it. */
function follow(feed: Feed) {
  const events: FeedEvent[] = []
  const follower = feed.follow(0, readFeed, (batch) => void events.push(...batch))
  return { events, follower, has: (ids: readonly string[]) => ids.every((id) => commandsIn(events).has(id)) }
}
const commandsIn = (events: readonly FeedEvent[]) => new Set(events.map((e) => e.meta.commandId))

const killed = (name: string) =>
  warehouse.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
    [name],
  )

describe('the feed', () => {
  it('tells what was recorded, each event once, from any position on', async () => {
    const commands = Array.from({ length: 30 }, receive)
    await otto.did(...commands)
    await expectWhole(warehouse)
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
    await expectWhole(warehouse)
  })

  it('leaves out what was rolled back', async () => {
    const before = await expectWhole(warehouse)
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
    expect(await expectWhole(warehouse)).toBe(before + 1)
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
    await expectWhole(warehouse)
  }, 120_000)

  it('gives a batch again that its reader failed on, and goes on from there', async () => {
    let failures = 3
    const positions: number[] = []
    const follower = opened().follow(0, readFeed, (batch) => {
      if (failures-- > 0) throw new Error('not now')
      positions.push(...batch.map((e) => e.position))
    })
    const head = await expectWhole(warehouse)
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
    await expectWhole(warehouse)
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
      const before = await expectWhole(warehouse)
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
