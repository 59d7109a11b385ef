import { type EventMeta, evolveParcel, evolveUnit, type Parcel, type Unit } from '@restow/domain'
import type { Pool } from 'pg'
import { ask, type Queryable } from '../db/pool.ts'
import { type ChainedEvent, canonical, chainHash, GENESIS } from './chain.ts'

/** Checks every hash chain of the ledger, and that state and history agree. */

export interface BrokenLink {
  readonly streamId: string
  readonly version: number
  readonly problem: string
}
export interface Verified {
  readonly streams: number
  readonly events: number
  /** The first broken link of each broken stream, in the order of the streams. */
  readonly broken: readonly BrokenLink[]
}

interface EventRow {
  readonly streamId: string
  readonly version: number
  readonly streamKind: 'parcel' | 'unit'
  readonly type: ChainedEvent['type']
  readonly data: unknown
  readonly meta: EventMeta
  readonly recordedAt: string
  readonly prevHash: string
  readonly hash: string
}
interface HeadRow {
  readonly id: string
  readonly kind: 'parcel' | 'unit'
  readonly version: number
  readonly hash: string
  readonly body: unknown
}

const PAGE = 2000
const EVENTS = `
  select stream_id as "streamId", version, stream_kind as "streamKind", type, data, meta,
    to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as "recordedAt",
    encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
  from ledger_event where (stream_id, version) > ($1::uuid, $2::int) order by stream_id, version limit ${PAGE}`
const HEADS = `
  select id, 'parcel' as kind, version, encode(hash, 'hex') as hash, body from parcel where id = any($1::uuid[])
  union all
  select id, 'unit', version, encode(hash, 'hex'), body from return_unit where id = any($1::uuid[])`
const HEADLESS = `
  select h.id from (select id from parcel union all select id from return_unit) h
  where not exists (select 1 from ledger_event e where e.stream_id = h.id and e.version = 1) limit 100`

/** One stream as far as it has been read. */
interface Reading {
  readonly id: string
  readonly kind: 'parcel' | 'unit'
  version: number
  hash: Buffer
  state: Parcel | Unit | null
  broken: BrokenLink | null
}

function linkProblem(row: EventRow, reading: Reading): string | null {
  if (row.version !== reading.version + 1) return `follows version ${reading.version}: events are missing`
  if (row.streamKind !== reading.kind) return 'belongs to a stream of another kind'
  if (row.prevHash !== reading.hash.toString('hex')) return 'does not follow the event before it'
  if (`${row.meta.recordedAt.slice(0, -1)}000` !== row.recordedAt)
    return 'was recorded at another time than it says'
  const { streamKind, streamId, version, type, data, meta } = row
  const hash = chainHash(reading.hash, { streamKind, streamId, version, type, data, meta })
  return hash.toString('hex') === row.hash ? null : 'was changed after it was recorded'
}

function replay(row: EventRow, reading: Reading): void {
  const event = { type: row.type, data: row.data, meta: row.meta } as never
  reading.state =
    reading.kind === 'unit'
      ? evolveUnit(reading.state as Unit | null, event, row.streamId)
      : evolveParcel(reading.state as Parcel | null, event, row.streamId)
}

function check(row: EventRow, reading: Reading): void {
  if (reading.broken) return
  const { streamId, version } = row
  let problem: string | null
  try {
    problem = linkProblem(row, reading)
    if (problem === null) replay(row, reading)
  } catch {
    // A row that was tampered with may no longer be readable at all.
    problem = 'cannot be read'
  }
  if (problem !== null) reading.broken = { streamId, version, problem }
  reading.version = version
  reading.hash = Buffer.from(row.hash, 'hex')
}

function headProblem(reading: Reading, head: HeadRow | undefined): string | null {
  if (!head) return 'has a history and no state'
  if (head.version !== reading.version)
    return `has ${reading.version} events where its state counts ${head.version}`
  if (head.hash !== reading.hash.toString('hex')) return 'has a state that follows another event'
  return canonical(head.body) === canonical(reading.state)
    ? null
    : 'has a state that its history does not lead to'
}

async function checkHeads(on: Queryable, readings: readonly Reading[], broken: BrokenLink[]): Promise<void> {
  const rows = await ask<HeadRow>(on, 'verify-heads', HEADS, [readings.map((r) => r.id)])
  const heads = new Map(rows.map((row) => [row.id, row]))
  for (const reading of readings) {
    if (reading.broken) broken.push(reading.broken)
    else {
      const problem = headProblem(reading, heads.get(reading.id))
      if (problem) broken.push({ streamId: reading.id, version: reading.version, problem })
    }
  }
}

/**
 * Reads the whole ledger once, a page at a time, as it stood at one moment: what is recorded meanwhile is none
 * of its business, so it may run beside the server.
 * @param pool of staff's scope
 */
export async function verifyLedger(pool: Pool): Promise<Verified> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const verified = await verifyWithin(client)
    await client.query('COMMIT')
    return verified
  } finally {
    // A connection whose transaction broke off is not used again.
    client.release(true)
  }
}

/** The same within a transaction that whoever asks has begun. */
export async function verifyWithin(on: Queryable): Promise<Verified> {
  const broken: BrokenLink[] = []
  let streams = 0
  let events = 0
  let open = null as Reading | null
  let after = { id: '00000000-0000-0000-0000-000000000000', version: 0 }
  for (;;) {
    const rows: EventRow[] = await ask<EventRow>(on, 'verify-events', EVENTS, [after.id, after.version])
    const whole: Reading[] = []
    for (const row of rows) {
      if (open?.id !== row.streamId) {
        if (open) whole.push(open)
        open = {
          id: row.streamId,
          kind: row.streamKind,
          version: 0,
          hash: GENESIS,
          state: null,
          broken: null,
        }
        streams++
      }
      check(row, open)
      events++
    }
    const last = rows.at(-1)
    if (!last && open) whole.push(open)
    if (whole.length > 0) await checkHeads(on, whole, broken)
    if (!last) break
    after = { id: last.streamId, version: last.version }
  }
  for (const { id } of await ask<{ id: string }>(on, 'verify-headless', HEADLESS, []))
    broken.push({ streamId: id, version: 0, problem: 'has a state and no history' })
  return { streams, events, broken }
}
