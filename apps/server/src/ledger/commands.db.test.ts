import type { Outcome } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7, type WireCommand } from '../../../../packages/testkit/src/commands.ts'
import {
  BINS,
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let second: Node
let otto: Person
let elsewhere: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  second = await warehouse.addNode()
  otto = await warehouse.node.as('OP1001')
  elsewhere = second.with(otto.cookie)
})
afterAll(() => warehouse?.close())

const receive = (tracking: string, envelope: Parameters<typeof command>[2] = {}) =>
  command('ReceiveParcel', { tracking, condition: 'intact' }, envelope)
const register = (parcel: string, lpn: string, sku: string | null = null) =>
  command('RegisterUnit', { parcel, lpn, product: sku === null ? null : { sku }, quantity: 1 })

/** How much is on record: events, outcomes, parcels and units. */
const onRecord = async () =>
  (
    await warehouse.sql(`select (select count(*)::int from ledger_event) as events,
      (select count(*)::int from command_outcome) as outcomes, (select count(*)::int from parcel) as parcels,
      (select count(*)::int from return_unit) as units`)
  )[0]

describe('the answer to a command', () => {
  it('names the events of an accepted one, each with its stream and its version there', async () => {
    const received = receive('SHAPE-1')
    const registered = register('SHAPE-1', plate(101))
    const { commandId: parcelId } = received
    const { commandId: unitId } = registered
    expect(await otto.give(received, registered)).toEqual([
      {
        commandId: parcelId,
        outcome: 'accepted',
        events: [
          {
            eventId: `${parcelId}:1`,
            type: 'ParcelReceived',
            stream: { kind: 'parcel', id: parcelId, key: 'SHAPE-1' },
            version: 1,
          },
        ],
        exceptions: [],
      },
      {
        commandId: unitId,
        outcome: 'accepted',
        events: [
          {
            eventId: `${unitId}:1`,
            type: 'UnitRegistered',
            stream: { kind: 'unit', id: unitId, key: plate(101) },
            version: 1,
          },
          {
            eventId: `${unitId}:2`,
            type: 'UnitAdded',
            stream: { kind: 'parcel', id: parcelId, key: 'SHAPE-1' },
            version: 2,
          },
        ],
        exceptions: [],
      },
    ])
  })

  it('says what is on record although it should not be', async () => {
    const [outcome] = await otto.give(command('ReceiveParcel', { tracking: 'SHAPE-2', condition: 'damaged' }))
    expect(outcome).toMatchObject({
      outcome: 'accepted',
      exceptions: [{ code: 'parcel_damaged', facts: { tracking: 'SHAPE-2', condition: 'damaged' } }],
    })
  })

  it('says why not, in a sentence with who and when in the warehouse’s time, and records nothing else', async () => {
    await otto.did(receive('SHAPE-3'))
    const before = await onRecord()
    const again = receive('SHAPE-3')
    const [outcome] = await otto.give(again)
    expect(outcome).toEqual({
      commandId: again.commandId,
      outcome: 'rejected',
      code: 'already_received',
      message: expect.stringMatching(
        /^Parcel SHAPE-3 was already received at \d\d:\d\d by OP1001\. Scan a product to register it\.$/,
      ),
      facts: expect.objectContaining({ tracking: 'SHAPE-3', by: 'OP1001' }),
    })
    expect(await onRecord()).toEqual({ ...before, outcomes: Number(before?.outcomes) + 1 })
  })

  it('refuses to inspect a unit that was never registered', async () => {
    const [outcome] = await otto.give(
      command('InspectUnit', {
        lpn: plate(999),
        identity: 'as_announced',
        answers: [],
        findings: [],
        grade: 'good',
      }),
    )
    expect(outcome).toMatchObject({ code: 'unit_unknown', facts: { lpn: plate(999) } })
    expect(outcome?.message).toBe(`There is no unit ${plate(999)} here. Register it out of its parcel first.`)
  })

  it('refuses a plate whose check digit is wrong', async () => {
    await otto.give(receive('SHAPE-4'))
    const [outcome] = await otto.give(register('SHAPE-4', 'RU0000000018'))
    expect(outcome).toMatchObject({ outcome: 'rejected', code: 'plate_check_digit' })
  })

  it('finds a bin under its short name too', async () => {
    const [first, second_] = [register('SHAPE-5', plate(102)), register('SHAPE-5', plate(103))]
    await otto.did(receive('SHAPE-5'), first, second_)
    await otto.did(
      command('MoveUnit', { lpn: plate(102), bin: 'I-01-01' }),
      command('MoveUnit', { lpn: plate(103), bin: BINS.inspection.toLowerCase() }),
    )
    expect(await otto.read(`/api/units/${plate(103)}`)).toMatchObject({ bin: BINS.inspection })
  })
})

describe('a batch', () => {
  it('of 500 with 50 malformed, 50 illegal and 50 repeated ones leaves the other 350 untouched and in order', async () => {
    const earlier = Array.from({ length: 50 }, (_, i) => receive(`EARLIER-${i}`))
    const first = await otto.did(...earlier)
    const batch = Array.from({ length: 500 }, (_, i): unknown => {
      if (i % 10 === 3) return { ...receive(`BAD-${i}`), condition: 'sparkling' }
      if (i % 10 === 5) return register(`NEVER-RECEIVED-${i}`, plate(2000 + i))
      if (i % 10 === 7) return earlier[(i - 7) / 10]
      return receive(`BATCH-${i}`)
    })
    const outcomes = await otto.give(...batch)
    expect(outcomes).toHaveLength(500)
    for (const [i, outcome] of outcomes.entries()) {
      const sent = batch[i] as WireCommand
      expect(outcome.commandId).toBe(sent.commandId)
      if (i % 10 === 3) expect(outcome).toMatchObject({ outcome: 'rejected', code: 'malformed' })
      else if (i % 10 === 5) expect(outcome).toMatchObject({ outcome: 'rejected', code: 'parcel_unknown' })
      else if (i % 10 === 7) expect(outcome).toEqual(first[(i - 7) / 10])
      else expect(outcome.events?.[0]?.stream.key).toBe(`BATCH-${i}`)
    }
    const [row] = await warehouse.sql(
      "select count(*)::int as parcels from parcel where tracking_number like 'BATCH-%'",
    )
    expect(row).toEqual({ parcels: 350 })
  })

  it('lets each command see what those before it did, a whole journey in one request', async () => {
    const lpn = plate(110)
    const inspected = {
      lpn,
      identity: 'as_announced',
      answers: [{ check: 'intact', answer: 'yes' }],
      findings: [],
      grade: 'like_new',
    } as const
    await otto.did(
      receive('T6000'),
      register('T6000', lpn, 'MUG'),
      command('CloseParcel', { parcel: 'T6000' }),
      command('InspectUnit', { ...inspected, answers: [...inspected.answers], findings: [] }),
      command('ClassifyUnit', { lpn, disposition: 'resell', route: 'restock' }),
      command('PutAwayUnit', { lpn, bin: BINS.resell }),
      command('DispatchUnit', { lpn, reason: 'sold', reference: 'S-1' }),
    )
    expect(await otto.read(`/api/units/${lpn}`)).toMatchObject({ state: 'dispatched', version: 5, bin: null })
    expect(await warehouse.sql('select plates from bin where code = $1', [BINS.resell])).toEqual([
      { plates: 0 },
    ])
  })

  it('has to be a list of 1 to 500 commands and nothing else', async () => {
    const one = receive('BODY-1')
    const bodies: [unknown, string][] = [
      [{}, 'request_malformed'],
      [{ commands: [] }, 'request_malformed'],
      [{ commands: one }, 'request_malformed'],
      [{ commands: [one], more: 1 }, 'request_malformed'],
      [[one], 'request_malformed'],
      [null, 'request_malformed'],
      [{ commands: Array.from({ length: 501 }, () => one) }, 'request_malformed'],
    ]
    for (const [body, code] of bodies) {
      const answer = await otto.ask({
        method: 'POST',
        url: '/api/commands',
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      expect([answer.statusCode, answer.json()], JSON.stringify(body).slice(0, 60)).toEqual([
        400,
        expect.objectContaining({ status: 400, code }),
      ])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
    const raw = (payload: string, type = 'application/json') =>
      otto.ask({ method: 'POST', url: '/api/commands', payload, headers: { 'content-type': type } })
    expect((await raw('{"commands":[')).json()).toMatchObject({ status: 400, code: 'body_malformed' })
    expect((await raw('')).json()).toMatchObject({ status: 400, code: 'body_malformed' })
    expect((await raw('commands', 'text/csv')).json()).toMatchObject({ status: 415 })
    expect(await warehouse.sql("select 1 from parcel where tracking_number = 'BODY-1'")).toEqual([])
  })
})

describe('a command sent again', () => {
  const twice = async (sent: WireCommand, first: Promise<Outcome[]>, again: Promise<Outcome[]>) => {
    const [a, b] = await Promise.all([first, again])
    expect(a[0]).toEqual(b[0])
    expect(a[0]).toMatchObject({ commandId: sent.commandId, outcome: 'accepted' })
  }

  it('gets the first answer again: at once, on the other server, with its fields in another order', async () => {
    const sent = receive('AGAIN-1')
    const [first] = await otto.did(sent)
    const reordered = Object.fromEntries(Object.entries(sent).reverse())
    const again = [await otto.give(sent), await elsewhere.give(sent), await otto.give(reordered)]
    expect(again).toEqual([[first], [first], [first]])
  })

  it('is done once when two requests bring it at the same moment, also to two servers', async () => {
    for (let i = 0; i < 20; i++) {
      const sent = receive(`AGAIN-2-${i}`)
      await twice(sent, otto.give(sent), (i % 2 ? elsewhere : otto).give(sent))
    }
    const [row] = await warehouse.sql(
      "select count(*)::int as n, max(version) as version from parcel where tracking_number like 'AGAIN-2-%'",
    )
    expect(row).toEqual({ n: 20, version: 1 })
  })

  it('is done once when one batch brings it twice', async () => {
    const sent = receive('AGAIN-3')
    const [first, again] = await otto.give(sent, sent)
    expect(first).toMatchObject({ outcome: 'accepted' })
    expect(again).toEqual(first)
  })

  it('with other content is rejected, and the first answer stands', async () => {
    const sent = receive('AGAIN-4')
    const [first] = await otto.did(sent)
    const other = { ...sent, tracking: 'AGAIN-4-OTHER' }
    for (const changed of [other, { ...sent, deviceSeq: sent.deviceSeq + 1 }, { ...sent, performed: 'now' }])
      expect(await otto.give(changed)).toMatchObject([
        { commandId: sent.commandId, outcome: 'rejected', code: 'command_id_reused' },
      ])
    expect(await otto.give(sent)).toEqual([first])
    expect((await otto.give(receive('AGAIN-4B'), other, sent))[2]).toEqual(first)
  })

  it('stays rejected for good, even when it would be accepted by now', async () => {
    const early = register('AGAIN-5', plate(120))
    const [refused] = await otto.give(early)
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'parcel_unknown' })
    await otto.did(receive('AGAIN-5'))
    expect(await otto.give(early)).toEqual([refused])
    expect(await elsewhere.give(early)).toEqual([refused])
    await otto.did({ ...early, commandId: uuidv7() })
  })
})

describe('the version that a command was prepared on', () => {
  it('stands, or the command is rejected with what has happened since', async () => {
    const lpn = plate(130)
    await otto.did(receive('VERSION-1', { expectedVersion: 0 }), register('VERSION-1', lpn))
    const move = (bin: string, expectedVersion: number) =>
      command('MoveUnit', { lpn, bin }, { expectedVersion })
    await otto.did(move(BINS.inspection, 1))
    const [stale] = await otto.give(move(BINS.dock, 1))
    expect(stale).toMatchObject({
      code: 'version_conflict',
      facts: { key: lpn, lastType: 'UnitMoved', lastBy: 'OP1001' },
    })
    expect(stale?.message).toMatch(
      new RegExp(`^${lpn} has changed since this was prepared: UnitMoved by OP1001 at \\d\\d:\\d\\d\\.`),
    )
    await otto.did(move(BINS.dock, 2))
    expect(await otto.give(receive('VERSION-2', { expectedVersion: 3 }))).toMatchObject([
      { code: 'nothing_there' },
    ])
  })
})
