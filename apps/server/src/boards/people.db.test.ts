import type { AddressInfo } from 'node:net'
import type { PeopleBoard } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  classify,
  inspect,
  plate,
  putAway,
  receive,
  register,
  takeBack,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf, wire } from '../../../../packages/testkit/src/commands.ts'
import { LiveReader } from '../../../../packages/testkit/src/live-socket.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let olga: Person
let sven: Person
let lotus: Person
const decided = command('ClassifyUnit', { lpn: plate(1), disposition: 'resell', route: 'restock' })
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  olga = await warehouse.node.as('OP1002')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  await otto.did(...[receive('T6000'), register('T6000', plate(1), 'MUG')].map(wire))
  await olga.did(wire(inspect(plate(1))), decided)
})
afterAll(() => warehouse?.close())

const people = (of = '') => sven.read<PeopleBoard>(`/api/boards/people${of}`)
const done = ({ people }: PeopleBoard, badge: string) =>
  Object.fromEntries(
    (people.find((one) => one.badge === badge)?.steps ?? [])
      .filter(({ today }) => today > 0)
      .map(({ step, lastHour, today }) => [step, [lastHour, today]]),
  )

describe('the board of people', () => {
  it('counts what each has done in the last hour and today, by name, and says what each did last', async () => {
    const board = await people()
    expect(board.people.map(({ name }) => name)).toEqual(['Olga', 'Otto'])
    expect(done(board, 'OP1001')).toEqual({ received: [1, 1], registered: [1, 1] })
    expect(done(board, 'OP1002')).toEqual({ inspected: [1, 1], decided: [1, 1] })
    const [, last] = board.people
    expect(last?.last).toMatchObject({ event: 'UnitRegistered', kind: 'unit', key: plate(1), device: null })
  })

  it('calls a device by its name', async () => {
    const { deviceId } = (await people()).people[0]?.last ?? { deviceId: '' }
    await warehouse.sql(
      `insert into device (device_id, warehouse, name) values ($1, 'LAX1', 'Bench 2') on conflict (device_id) do update set name = 'Bench 2'`,
      [deviceId],
    )
    // Names are no part of the ledger: the next thing that happens, or half a minute, brings them.
    await otto.did(wire(receive('T9000')))
    expect((await people()).people[0]?.last.device).toBe('Bench 2')
  })

  it('does not count what was taken back, and says that it was', async () => {
    await olga.did(wire(takeBack(plate(1), eventIdOf(decided))))
    const board = await people()
    expect(done(board, 'OP1002')).toEqual({ inspected: [1, 1] })
    expect(board.people[0]?.last.event).toBe('StepTakenBack')
    await olga.did(wire(classify(plate(1), 'restock')), wire(putAway(plate(1), BINS.small)))
    expect(done(await people(), 'OP1002')).toMatchObject({ decided: [1, 1], put_away: [1, 1] })
  })

  it('counts one seller’s goods alone where that is asked for', async () => {
    expect(done(await people('?seller=LOTUS'), 'OP1001')).toEqual({ received: [1, 1], registered: [1, 1] })
    expect((await people('?seller=NORTHSTAR')).people).toEqual([])
  })

  it('leaves out what was done on a day before', async () => {
    await warehouse.sql('alter table ledger_event disable trigger all')
    await warehouse.sql(
      "update ledger_event set recorded_at = recorded_at - interval '2 days' where type = 'ParcelReceived'",
    )
    await warehouse.sql('alter table ledger_event enable trigger all')
    await otto.did(wire(receive('T5000')))
    expect(done(await people(), 'OP1001')).toEqual({ received: [1, 1], registered: [1, 1] })
  })

  it('is for supervisors: neither operators nor sellers see it', async () => {
    expect((await otto.get('/api/boards/people')).statusCode).toBe(403)
    expect((await lotus.get('/api/boards/people')).statusCode).toBe(403)
    expect((await warehouse.node.app.inject('/api/boards/people')).statusCode).toBe(401)
  })
})

describe('the board of people over the line', () => {
  const looking = async (who: Person, boards: readonly string[]) => {
    const { port } = warehouse.node.app.server.address() as AddressInfo
    const reader = await new LiveReader({ port, cookie: who.cookie }).open()
    reader.say({ type: 'subscribe', boards })
    return reader
  }
  const until = (what: () => boolean) => vi.waitUntil(what, { timeout: 20_000, interval: 10 })
  const latest = (reader: LiveReader) =>
    [...reader.of('snapshot'), ...reader.of('change')].at(-1)?.data as PeopleBoard | undefined
  beforeAll(() => warehouse.node.app.listen({ port: 0, host: '127.0.0.1' }))

  it('is the same as when it is asked for, and changes by itself', async () => {
    const reader = await looking(sven, ['people'])
    await until(() => latest(reader) !== undefined)
    const { people: asked, totals } = await people()
    expect(latest(reader)).toMatchObject({ people: asked, totals })
    await otto.did(wire(receive('T2000')))
    await until(() => done(latest(reader) as PeopleBoard, 'OP1001').received?.[1] === 2)
    reader.ws.terminate()
  })

  it('is told to nobody else, not even beside a board that is theirs', async () => {
    for (const who of [otto, lotus]) {
      const reader = await looking(who, ['pipeline', 'people'])
      await until(() => reader.closedWith !== null)
      expect(reader.closedWith).toBe(4404)
      expect(reader.heard.map(({ type }) => type)).toEqual(['hello', 'closing'])
    }
  })
})
