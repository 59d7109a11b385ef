import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { LiveReader, upgradeStatus } from '../../../../packages/testkit/src/live-socket.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { hangUp, hangUpLater, looking, portOf, until } from './live.fixture.ts'

/** The sockets that boards come over: who may open one, and when one ends. */

let warehouse: Warehouse
let otto: Person
const port = () => portOf(warehouse.node)
beforeAll(async () => {
  warehouse = await openWarehouse({ origins: ['https://desk.example'] })
  await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })
  otto = await warehouse.node.as('OP1001')
})
afterAll(() => warehouse?.close())
afterEach(hangUp)

describe('a connection', () => {
  it('is opened by whoever is signed in, from the house’s own pages and those on the list alone', async () => {
    const { cookie } = otto
    const from = (origin?: string, as: string | undefined = cookie) =>
      upgradeStatus({ port: port(), ...(as ? { cookie: as } : {}), ...(origin ? { origin } : {}) })
    expect(await from()).toBe(101)
    expect(await from(`http://127.0.0.1:${port()}`)).toBe(101)
    expect(await from('https://desk.example')).toBe(101)
    for (const foreign of [
      'https://evil.example',
      'https://desk.example.evil.example',
      'http://127.0.0.1:1',
      'null',
      'https://desk.example:444',
    ])
      expect(await from(foreign), foreign).toBe(403)
    expect(await upgradeStatus({ port: port() })).toBe(401)
    expect(await from(undefined, 'restow_session=nobody')).toBe(401)
    const plain = await otto.get('/api/live')
    expect([plain.statusCode, plain.json<{ code: string }>().code]).toEqual([426, 'upgrade_required'])
  })

  it('on which something is said that is not understood is closed with a reason', async () => {
    for (const said of [
      '',
      '{',
      '[]',
      '{"type":"subscribe"}',
      '{"type":"subscribe","boards":["everything"]}',
      '{"type":"subscribe","boards":["bins"],"cursor":"-1"}',
      '{"type":"subscribe","boards":["bins"],"more":1}',
    ]) {
      const reader = await new LiveReader({ port: port(), cookie: otto.cookie }).open()
      reader.say(said)
      await until(() => reader.closedWith !== null)
      expect([reader.closedWith, reader.of('closing')[0]?.why], said).toEqual([1008, 'message_malformed'])
    }
    const large = await new LiveReader({ port: port(), cookie: otto.cookie }).open()
    large.say(JSON.stringify({ type: 'subscribe', boards: ['bins'], cursor: '1'.repeat(5000) }))
    await until(() => large.closedWith !== null)
    expect([1006, 1009]).toContain(large.closedWith)
  })
})

/** The server's clockwork, turned by hand: what comes once in a while comes when a test says so. */
describe('as time goes on', () => {
  let house: Warehouse
  let worker: Person
  let at: number
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() })
    house = await openWarehouse()
    await house.node.app.listen({ port: 0, host: '127.0.0.1' })
    at = portOf(house.node)
    worker = await house.node.as('SV2001')
  })
  afterAll(async () => {
    vi.useRealTimers()
    await house?.close()
  })
  async function looks(who = worker): Promise<LiveReader> {
    const reader = await new LiveReader({ port: at, cookie: who.cookie }).open()
    hangUpLater(reader.ws)
    reader.ws.setMaxListeners(0)
    reader.say({ type: 'subscribe', boards: ['bins', 'pipeline'] })
    await until(() => reader.of('ready').length > 0)
    return reader
  }
  /** All that the server has said by now has arrived, and all that was said to it. */
  const settled = (reader: LiveReader) =>
    new Promise<void>((done) => {
      if (reader.ws.readyState !== reader.ws.OPEN) return done()
      reader.ws.once('pong', () => done())
      reader.ws.once('close', () => done())
      reader.ws.ping()
    })
  async function pass(seconds: number, ...readers: LiveReader[]): Promise<void> {
    for (let s = 0; s < seconds; s++) {
      vi.advanceTimersByTime(1000)
      for (const reader of readers) await settled(reader)
    }
  }
  const figure = async (name: string) => {
    const { body } = await house.node.app.inject({ url: '/metrics' })
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body.replaceAll(/\{([^}]*)\}/g, '{$1}'))?.[1])
  }

  it('a line that stands says so every three seconds, how far all has been told', async () => {
    const reader = await looks()
    await pass(10, reader)
    expect(reader.of('ping').length).toBeGreaterThanOrEqual(3)
    expect(new Set(reader.of('ping').map((m) => m.cursor))).toEqual(new Set([reader.of('ready')[0]?.cursor]))
  })

  it('a line of somebody who has signed out ends within half a minute, and says why', async () => {
    const otherOne = await house.node.as('OP1001')
    const [ended, stays] = [await looks(otherOne), await looks()]
    await otherOne.ask({ method: 'DELETE', url: '/api/sessions/current' })
    await pass(32, ended, stays)
    await until(() => ended.closedWith !== null)
    expect([ended.closedWith, ended.of('closing')[0]?.why]).toEqual([4401, 'session_ended'])
    expect(stays.closedWith).toBeNull()
  })

  it('so does one of somebody who was given other rights', async () => {
    const reader = await looks(await house.node.as('OP1002'))
    await house.sql("update staff set role = 'supervisor' where badge = 'OP1002'")
    await pass(32, reader)
    await until(() => reader.closedWith !== null)
    expect(reader.closedWith).toBe(4401)
  })

  it('who stops reading is dropped within half a minute; who reads stays', async () => {
    const [deaf, reader] = [await looks(), await looks()]
    deaf.ws.pause()
    const before = await figure('restow_live_sockets')
    await pass(22, reader)
    await until(async () => (await figure('restow_live_sockets')) === before - 1)
    expect(await figure('restow_live_dropped_total{why="silent"}')).toBe(1)
    expect(reader.closedWith).toBeNull()
  })
})

it('a node that stops tells everybody, and does not wait for who does not hear', async () => {
  const house = await openWarehouse()
  const leaving = await house.addNode()
  await leaving.app.listen({ port: 0, host: '127.0.0.1' })
  const who = await house.node.as('OP1001')
  const [reader, deaf] = [await looking(who, {}, leaving), await looking(who, {}, leaving)]
  deaf.ws.pause()
  await leaving.app.close()
  await until(() => reader.closedWith !== null)
  expect([reader.closedWith, reader.of('closing')[0]?.why]).toEqual([1001, 'stopping'])
  await house.close()
})
