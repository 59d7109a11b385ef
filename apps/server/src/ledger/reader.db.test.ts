import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import type { Queryable } from '../db/pool.ts'
import { closeFeeds, closeLater, expectWhole, receive, until } from './feed.fixture.ts'
import type { FeedEvent } from './feed.ts'
import { openFeed } from './open-feed.ts'

/** Readers whose place in the feed is on record, on a real PostgreSQL. */
let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
})
afterAll(() => warehouse?.close())
afterEach(closeFeeds)

describe('a reader that remembers', () => {
  beforeAll(async () => {
    await warehouse.sql(
      'create table dealt_with (event text not null, position bigint not null, node int not null)',
    )
    await warehouse.sql('grant insert, select on dealt_with to restow_app')
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
    closeLater(feed).open()
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
    const head = await expectWhole(warehouse)
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
    const head = await expectWhole(warehouse)
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
    const head = await expectWhole(warehouse)
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
    closeLater(feed).open()
    const reached = async () => {
      const head = await expectWhole(warehouse)
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
      closeLater(feed).open()
      return feed
    }
    const first = opened()
    await until(() => (first.readers[0]?.reached ?? -1) >= 0)
    await otto.did(receive())
    const head = await expectWhole(warehouse)
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
    const head = await expectWhole(warehouse)
    const positions: number[] = []
    const feed = openFeed(warehouse.node.db, () => {})
    feed.reader({
      ...{ name: 'late', from: 'now' },
      handle: async (_, events) => void positions.push(...events.map((e) => e.position)),
    })
    closeLater(feed).open()
    await until(() => feed.readers[0]?.reached === head)
    await otto.did(receive())
    await until(() => positions.length > 0)
    expect(positions).toEqual([head + 1])
  })
})
