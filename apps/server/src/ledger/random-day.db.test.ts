import type { Outcome } from '@restow/contracts'
import { type Command, decide } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Announced, type World, world } from '../../../../packages/testkit/src/builders.ts'
import { MemoryLedger } from '../../../../packages/testkit/src/given.ts'
import { crampedWorld, Dice, morning, nextDeed } from '../../../../packages/testkit/src/random-walk.ts'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { openLedger } from '../open-ledger.ts'
import { type FeedEvent, readFeed } from './feed.ts'
import { openFeed } from './open-feed.ts'
import { verifyLedger } from './verify.ts'

/** A day of random work through the door, and the same day told to the ledger in memory, command by command. */

const uuid = (kind: number, n: number) =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
/** The ids of the ledger in memory, as PostgreSQL takes them. */
const asUuids = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value).replace(
      /"c(\d+)(:\d+)?"/g,
      (_, n, event = '') => `"${uuid(1, Number(n))}${event}"`,
    ),
  )

/** The cramped warehouse of the random walks, its bins and announcements named as tables name them. */
function crampedHouse(): World {
  const { bins, announced, ...rest } = crampedWorld()
  const withIds = announced.map((a, i): Announced => ({ ...a, id: uuid(2, i + 1) }))
  return world({ ...rest, announced: withIds, bins: bins.map((b) => ({ ...b, code: `LAX1-${b.code}` })) })
}

function bytes(seed: number, length: number): Uint8Array {
  let at = seed
  return Uint8Array.from({ length }, () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return at >>> 24
  })
}

/** Codes that are read otherwise in memory than by the scanner's rules are left out of the day. */
const readable = (command: Command): Command =>
  JSON.parse(JSON.stringify(command).replace(/"(tracking|parcel)":"\?"/g, '"$1":" "'))

interface Told {
  readonly command: Command
  readonly outcome: Outcome
  /** What the ledger in memory said: `accepted` or the code of the rejection. */
  readonly inMemory: string
}

/**
 * Works through a day in groups of one to 40 commands that arrive together.
 * @param seed the same seed, the same day
 */
async function workThrough(warehouse: Warehouse, seed: number, commands: number) {
  const memory = new MemoryLedger(crampedHouse())
  const dice = new Dice(bytes(seed, commands * 40))
  const times = new Map<string, Date>()
  const door = openLedger(warehouse.node.db, { clock: (id) => times.get(id) ?? new Date(0) })
  const told: Told[] = []
  const begin = morning(dice).map((command) => ({ command, manner: {} }))
  while (told.length < commands) {
    const group = Array.from({ length: 1 + dice.below(40) }, () => {
      const { command, manner } = begin.shift() ?? nextDeed(dice, memory)
      const act = memory.act(manner)
      const n = Number(act.commandId.slice(1))
      const commandId = uuid(1, n)
      times.set(commandId, new Date(act.recordedAt))
      const read = readable(command)
      const decision = decide(memory.situation(read), read, act)
      if ('events' in decision) for (const [i, e] of decision.events.entries()) memory.record(e, act, i + 1)
      const { actor, warehouse: code, deviceId, deviceSeq, scannedAt, performed } = act
      const sender = { ...actor, warehouse: code, timeZone: 'America/Los_Angeles' }
      const wire = { ...asUuids(read), commandId, deviceId, deviceSeq, scannedAt, performed }
      const answer = door.submit([wire], sender)
      return { command: read, inMemory: 'events' in decision ? 'accepted' : decision.rejected, answer }
    })
    for (const { answer, ...rest } of group) told.push({ ...rest, outcome: (await answer)[0] as Outcome })
  }
  return {
    told,
    parcels: asUuids([...memory.parcels.values()]),
    units: asUuids([...memory.units.values()]),
  }
}

const COMMANDS = 700
let warehouse: Warehouse
let day: Awaited<ReturnType<typeof workThrough>>
beforeAll(async () => {
  warehouse = await openWarehouse({ world: crampedHouse() })
  day = await workThrough(warehouse, 20_260_302, COMMANDS)
})
afterAll(() => warehouse?.close())

const stored = async (table: 'parcel' | 'return_unit') =>
  (await warehouse.sql<{ body: { id: string } }>(`select body from ${table} order by id`)).map((r) => r.body)
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

describe('a random day', () => {
  it('is a day in which much happens and much is refused', () => {
    const types = new Set(day.told.filter((t) => t.inMemory === 'accepted').map((t) => t.command.type))
    expect(day.told.length).toBeGreaterThanOrEqual(COMMANDS)
    expect(types.size).toBeGreaterThan(12)
    expect(new Set(day.told.map((t) => t.inMemory)).size).toBeGreaterThan(15)
  })

  it('goes through the door as the rules alone decide it, command by command, however they arrive together', () => {
    const differing = day.told.filter(
      ({ outcome, inMemory }) => (outcome.code ?? outcome.outcome) !== inMemory,
    )
    expect(differing).toEqual([])
  })

  it('leaves every parcel and every unit in the state that the rules lead to', async () => {
    expect(await stored('parcel')).toEqual([...day.parcels].sort(byId))
    expect(await stored('return_unit')).toEqual([...day.units].sort(byId))
  })

  it('leaves chains that are whole and replay to the states on record', async () => {
    const { broken, streams, events } = await verifyLedger(warehouse.node.db.staff)
    expect(broken).toEqual([])
    expect(streams).toBe(day.parcels.length + day.units.length)
    const accepted = day.told.flatMap((t) => t.outcome.events ?? [])
    expect(events).toBe(accepted.length)
  })

  it('is on the feed: every event once, no position left out, the versions of each stream in order', async () => {
    const feed = openFeed(warehouse.node.db, () => {})
    const told: FeedEvent[] = []
    feed.open()
    feed.follow(0, readFeed, (events) => void told.push(...events))
    const recorded = day.told.flatMap((t) => t.outcome.events ?? [])
    await vi.waitUntil(() => told.length >= recorded.length, 20_000)
    await feed.close()
    expect(told.map((e) => e.position)).toEqual(recorded.map((_, i) => i + 1))
    expect(new Set(told.map((e) => e.meta.eventId))).toEqual(new Set(recorded.map((e) => e.eventId)))
    const versions = new Map<string, number>()
    for (const { streamId, version } of told) {
      expect(version).toBe((versions.get(streamId) ?? 0) + 1)
      versions.set(streamId, version)
    }
  })

  it('leaves in every bin as many plates as units', async () => {
    const miscounted = await warehouse.sql(
      'select code, plates from bin b where plates <> (select count(*) from return_unit u where u.bin = b.code)',
    )
    expect(miscounted).toEqual([])
  })
})
