import type { Outcome } from '@restow/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, Handheld, type WireCommand } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { verifyLedger } from './verify.ts'

/** Several servers on one database, and everybody wants the same thing at the same moment. */
let warehouse: Warehouse
let people: Person[]
beforeAll(async () => {
  warehouse = await openWarehouse()
  const nodes = [warehouse.node, await warehouse.addNode(), await warehouse.addNode()]
  const [otto, olga, sven] = await Promise.all(
    (['OP1001', 'OP1002', 'SV2001'] as const).map((badge) => warehouse.node.as(badge)),
  )
  people = nodes.flatMap((node) => [otto, olga, sven].map((p) => node.with(p?.cookie ?? '')))
})
afterAll(() => warehouse?.close())

const device = new Handheld()
const receive = (tracking: string) => device.command('ReceiveParcel', { tracking, condition: 'intact' })
const register = (parcel: string, lpn: string) =>
  device.command('RegisterUnit', { parcel, lpn, product: null, quantity: 1 })

/** Everybody sends his commands at once, each on one of the servers. */
async function atOnce(commands: readonly WireCommand[]): Promise<Outcome[]> {
  const sent = commands.map((c, i) => people[i % people.length]?.give(c))
  return (await Promise.all(sent)).map((outcomes) => outcomes?.[0] as Outcome)
}
const accepted = (outcomes: readonly Outcome[]) => outcomes.filter((o) => o.outcome === 'accepted')
const codes = (outcomes: readonly Outcome[]) => [...new Set(outcomes.flatMap((o) => o.code ?? []))]
const versionsOf = async (stream: string) =>
  (
    await warehouse.sql<{ version: number }>(
      'select version from ledger_event where stream_id = $1 order by version',
      [stream],
    )
  ).map((r) => r.version)

it('one label scanned 60 times at once is one parcel', async () => {
  const outcomes = await atOnce(Array.from({ length: 60 }, () => receive('HOT-1')))
  expect(accepted(outcomes)).toHaveLength(1)
  expect(codes(outcomes)).toEqual(['already_received'])
  expect(await warehouse.sql("select version from parcel where tracking_number = 'HOT-1'")).toEqual([
    { version: 1 },
  ])
})

it('one parcel out of which everybody takes units holds them all, its versions without a gap', async () => {
  const [first] = accepted(await atOnce([receive('HOT-2')]))
  const stream = first?.events?.[0]?.stream.id ?? ''
  const outcomes = await atOnce(Array.from({ length: 90 }, (_, i) => register('HOT-2', plate(1000 + i))))
  expect(codes(outcomes)).toEqual([])
  expect(await versionsOf(stream)).toEqual(Array.from({ length: 91 }, (_, i) => i + 1))
  const parcel = await people[0]?.read<{ version: number; contents: unknown[] }>('/api/parcels/HOT-2')
  expect([parcel?.version, parcel?.contents.length]).toEqual([91, 90])
})

it('one plate stuck on 30 things at once is on one of them', async () => {
  await atOnce([receive('HOT-3')])
  const outcomes = await atOnce(Array.from({ length: 30 }, () => register('HOT-3', plate(1500))))
  expect(accepted(outcomes)).toHaveLength(1)
  expect(codes(outcomes)).toEqual(['plate_taken'])
})

it('one free place in a bin is taken by one of 12 units', async () => {
  const lpns = Array.from({ length: 12 }, (_, i) => plate(1600 + i))
  await people[0]?.did(receive('HOT-4'), ...lpns.map((lpn) => register('HOT-4', lpn)))
  // Only what is found is laid anywhere at all, whatever the bin is for.
  await people[0]?.did(
    ...lpns.map((lpn) => command('HoldUnit', { lpn, waitsFor: 'supervisor', question: '?' })),
  )
  await warehouse.sql('update bin set capacity = 1 where code = $1', [BINS.hold])
  const outcomes = await atOnce(lpns.map((lpn) => command('PutAwayUnit', { lpn, bin: BINS.hold })))
  expect(accepted(outcomes)).toHaveLength(1)
  expect(codes(outcomes)).toEqual(['bin_full'])
  const there = `select b.plates, (select count(*)::int from return_unit u where u.bin = b.code) as units from bin b where b.code = $1`
  expect(await warehouse.sql(there, [BINS.hold])).toEqual([{ plates: 1, units: 1 }])
})

it('one unit that everybody moves is in one bin, and every bin’s count is right', async () => {
  const lpn = plate(1700)
  await people[0]?.did(receive('HOT-5'), register('HOT-5', lpn))
  const bins = [BINS.dock, BINS.inspection]
  const moves = Array.from({ length: 90 }, (_, i) => command('MoveUnit', { lpn, bin: bins[i % 2] ?? '' }))
  const outcomes = await atOnce(moves)
  // Who comes second to the same place is told so; those who take turns all move it.
  expect(['already_there']).toEqual(expect.arrayContaining(codes(outcomes)))
  const unit = await people[0]?.read<{ id: string; version: number }>(`/api/units/${lpn}`)
  const done = accepted(outcomes).length
  expect(done).toBeGreaterThan(1)
  expect(await versionsOf(unit?.id ?? '')).toEqual(Array.from({ length: done + 1 }, (_, i) => i + 1))
  const miscounted = await warehouse.sql(
    'select code from bin b where plates <> (select count(*) from return_unit u where u.bin = b.code)',
  )
  expect(miscounted).toEqual([])
})

it('and every chain of the ledger is whole afterwards', async () => {
  const { broken, events } = await verifyLedger(warehouse.node.db.staff)
  expect(broken).toEqual([])
  expect(events).toBeGreaterThan(200)
})

it('pieces of one line that two parcels bring are counted once, in one batch as in two', async () => {
  // LOTUS announced three tees under T1000; the second parcel comes under another number of the same return.
  await warehouse.sql(
    `insert into expected_tracking (tracking_number, expected_return, seller)
     select 'T1000B', expected_return, seller from expected_tracking where tracking_number = 'T1000'`,
  )
  const tees = (parcel: string, lpn: string, quantity: number) =>
    command('RegisterUnit', { parcel, lpn, product: { sku: 'TEE' }, quantity })
  await people[0]?.did(receive('T1000'), receive('T1000B'))
  const outcomes = await people[0]?.did(tees('T1000', plate(1801), 3), tees('T1000B', plate(1802), 1))
  expect(outcomes?.map((o) => o.exceptions?.map((e) => e.code))).toEqual([[], ['more_than_announced']])
})
