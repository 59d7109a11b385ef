import type { BinsBoard, LiveEvent, LiveMessage, PipelineBoard, WaitingBoard } from '@restow/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LiveOptions, openLive } from '../../../../packages/client/src/live.ts'
import { hold, plate, putAway, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { LiveReader, socketTo } from '../../../../packages/testkit/src/live-socket.ts'
import {
  BINS,
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { hangUp, hangUpLater, looking as lookingOn, portOf, until } from './live.fixture.ts'

/** Boards over real sockets. */

let warehouse: Warehouse
let otto: Person
let lotus: Person
let northstar: Person
let nodes: Node[]
const port = () => portOf(warehouse.node)
beforeAll(async () => {
  warehouse = await openWarehouse()
  nodes = [warehouse.node, await warehouse.addNode()]
  for (const node of nodes) await node.app.listen({ port: 0, host: '127.0.0.1' })
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
})
afterAll(() => warehouse?.close())
afterEach(hangUp)
const looking = (who: Person, subscribe: object = {}, node = warehouse.node) =>
  lookingOn(who, subscribe, node)
const eventsOf = (reader: LiveReader): LiveEvent[] => reader.of('events').flatMap((m) => m.events)
const keysOf = (events: readonly LiveEvent[]) => events.map((e) => `${e.type} ${e.key}`)
type Told = Extract<LiveMessage, { type: 'snapshot' | 'change' }>
const boards = (reader: LiveReader) =>
  reader.heard.filter((m): m is Told => m.type === 'snapshot' || m.type === 'change')
const lastBoard = <T>(reader: LiveReader, name: string) =>
  boards(reader).findLast((m) => m.board === name)?.data as T

let parcels = 0
const arrive = () => wire(receive(`LIVE-${++parcels}`))

describe('whoever looks at boards', () => {
  it('gets each as it is, and from then on each change with what happened', async () => {
    const reader = await looking(otto, { boards: ['pipeline', 'bins', 'waiting'] })
    expect(reader.heard.slice(0, 1)).toEqual([{ type: 'hello', heartbeatSeconds: 3 }])
    expect(reader.of('snapshot').map((m) => m.board)).toEqual(['bins', 'pipeline', 'waiting'])
    const before = lastBoard<PipelineBoard>(reader, 'pipeline')
    expect(before).toMatchObject(
      await otto
        .read<PipelineBoard>('/api/boards/pipeline')
        .then(({ parcels, units }) => ({ parcels, units })),
    )

    const deeds = [receive('T6000'), register('T6000', plate(1), 'MUG'), hold(plate(1), 'seller')].map(wire)
    await otto.did(...deeds, wire(putAway(plate(1), BINS.hold)))
    await until(
      () =>
        keysOf(eventsOf(reader)).includes(`UnitMoved ${plate(1)}`) ||
        keysOf(eventsOf(reader)).includes(`UnitPutAway ${plate(1)}`),
    )
    expect(keysOf(eventsOf(reader)).slice(0, 3).sort()).toEqual(
      [`ParcelReceived T6000`, 'UnitAdded T6000', `UnitRegistered ${plate(1)}`].sort(),
    )
    expect(eventsOf(reader).at(-1)).toMatchObject({
      by: 'OP1001',
      bin: BINS.hold,
      seller: 'LOTUS',
      kind: 'unit',
    })
    const inHold = (board: BinsBoard) =>
      board.zones.flatMap((z) => z.bins).find((b) => b.code === BINS.hold)?.plates
    await until(() => inHold(lastBoard<BinsBoard>(reader, 'bins')) === 1)
    await until(
      () =>
        lastBoard<WaitingBoard>(reader, 'waiting').kinds.find((k) => k.kind === 'hold_seller')?.count === 1,
    )
    await until(
      () => lastBoard<PipelineBoard>(reader, 'pipeline').today.registered === before.today.registered + 1,
    )
  })

  it('on another node sees the same, each event once and in the same order', async () => {
    const readers = [await looking(otto), await looking(otto, {}, nodes[1])]
    const sent = Array.from({ length: 40 }, arrive)
    await Promise.all(sent.map((c, i) => nodes[i % 2]?.with(otto.cookie).did(c)))
    await until(() => readers.every((r) => eventsOf(r).length >= 40))
    const [one, other] = readers.map(eventsOf)
    expect(one).toEqual(other)
    expect(new Set(one?.map((e) => e.key)).size).toBe(40)
    await until(() => readers.every((r) => boards(r).some((m) => m.type === 'change')))
    await until(() => {
      const [a, b] = readers.map((r) => lastBoard<PipelineBoard>(r, 'pipeline'))
      return a?.today.arrived === b?.today.arrived && (a?.today.arrived ?? 0) >= 41
    })
  })

  it('sees as a seller its own and nothing else, neither boards nor events', async () => {
    const [own, other, staff] = [await looking(lotus), await looking(northstar), await looking(otto)]
    await otto.did(...[receive('T1000'), register('T1000', plate(2), 'TEE'), receive('T9000')].map(wire))
    await otto.did(...[receive('T2000'), register('T2000', plate(3), 'KETTLE')].map(wire))
    await until(() => eventsOf(staff).length >= 7)
    await until(() => keysOf(eventsOf(own)).includes(`UnitRegistered ${plate(2)}`))
    await until(() => keysOf(eventsOf(other)).includes(`UnitRegistered ${plate(3)}`))
    expect(new Set(eventsOf(own).map((e) => e.seller))).toEqual(new Set(['LOTUS']))
    expect(new Set(eventsOf(other).map((e) => e.seller))).toEqual(new Set(['NORTHSTAR']))
    await until(() => lastBoard<PipelineBoard>(other, 'pipeline').today.registered === 1)
    expect(JSON.stringify(other.heard)).not.toContain('LOTUS')
    const refused = await new LiveReader({ port: port(), cookie: lotus.cookie }).open()
    refused.say({ type: 'subscribe', boards: ['bins'], seller: 'NORTHSTAR' })
    await until(() => refused.closedWith !== null)
    expect([refused.closedWith, refused.of('closing')[0]?.why]).toEqual([4404, 'not_found'])
  })

  it('may look at one seller as staff, and changes its mind on the same line', async () => {
    const [reader, other] = [await looking(otto, { seller: 'NORTHSTAR' }), await looking(otto)]
    await otto.did(arrive())
    await until(() => eventsOf(other).length > 0)
    reader.say({ type: 'subscribe', boards: ['dispositions'] })
    await until(() => reader.of('ready').length === 2)
    await otto.did(arrive())
    await until(() => eventsOf(reader).length > 0)
    expect(keysOf(eventsOf(reader))).toEqual([`ParcelReceived LIVE-${parcels}`])
    expect(boards(reader).at(-1)?.board).toBe('dispositions')
  })

  it('may want the boards alone', async () => {
    const [reader, other] = [await looking(otto, { events: false }), await looking(otto)]
    await otto.did(arrive())
    await until(() => eventsOf(other).length === 1)
    const { today } = await otto.read<PipelineBoard>('/api/boards/pipeline')
    await until(() => lastBoard<PipelineBoard>(reader, 'pipeline').today.arrived === today.arrived)
    expect(eventsOf(reader)).toEqual([])
  })

  it('is told of all that happens from where it began, though until then nobody here wanted to know', async () => {
    const screen = await looking(otto, { events: false })
    for (let came = 0; came < 16; came++) {
      const sent = Array.from({ length: 24 }, arrive)
      const halfway = otto.did(...sent.slice(0, 4))
      const all = sent.slice(4).map((one) => otto.did(one))
      await halfway
      const reader = await looking(otto)
      await Promise.all(all)
      const last = arrive()
      await otto.did(last)
      await until(() => keysOf(eventsOf(reader)).includes(`ParcelReceived LIVE-${parcels}`))
      const heard = eventsOf(reader).map(({ cursor }) => Number(cursor))
      const began = Number(reader.of('ready')[0]?.cursor)
      expect(heard).toEqual(heard.map((_, n) => began + n + 1))
      let after = String(began)
      for (const message of reader.of('events')) {
        expect(message.after).toBe(after)
        after = message.cursor
      }
      reader.ws.terminate()
    }
    expect(eventsOf(screen)).toEqual([])
  })

  it('comes back with its cursor and misses nothing that happened meanwhile, on whichever node', async () => {
    const first = await looking(otto)
    const keyOf = (nth: number) => `ParcelReceived LIVE-${nth}`
    await otto.did(arrive())
    const before = parcels
    // What came in together before it may get its positions after it.
    await until(() => keysOf(eventsOf(first)).includes(keyOf(before)))
    const cursor = first.of('events').at(-1)?.cursor
    first.ws.terminate()
    const missed = Array.from({ length: 700 }, arrive)
    const keys = new Set(missed.map((_, n) => keyOf(before + 1 + n)))
    await otto.did(...missed.slice(0, 400))
    await otto.did(...missed.slice(400))
    const again = await looking(otto, { cursor }, nodes[1])
    expect(again.of('ready')[0]?.missedNone).toBe(true)
    const heard = () => keysOf(eventsOf(again)).filter((key) => keys.has(key))
    await until(() => heard().length >= keys.size)
    expect(heard().sort()).toEqual([...keys].sort())
    let after = cursor
    for (const message of again.of('events')) {
      expect(message.after).toBe(after)
      after = message.cursor
    }
  })

  it('begins anew, and is told so, where the cursor is of another world', async () => {
    const reader = await looking(otto, { cursor: '900000000000' })
    expect(reader.of('ready')[0]?.missedNone).toBe(false)
    expect(reader.of('snapshot')).toHaveLength(1)
  })

  it('begins anew, and is told so, where more has happened than is told again', async () => {
    const forgetful = await warehouse.addNode({ live: { mostMissed: 3 } })
    await forgetful.app.listen({ port: 0, host: '127.0.0.1' })
    const first = await looking(otto, {}, forgetful)
    const stood = Number(first.of('ready')[0]?.cursor)
    const sent = Array.from({ length: 5 }, arrive)
    await otto.did(...sent)
    await until(() => eventsOf(first).length >= sent.length)
    const now = Number(first.of('events').at(-1)?.cursor)
    expect(now - stood).toBeGreaterThan(3)
    const backFrom = async (position: number) => {
      const reader = await looking(otto, { cursor: String(position) }, forgetful)
      return { missedNone: reader.of('ready')[0]?.missedNone, events: eventsOf(reader).length }
    }
    expect(await backFrom(now - 4)).toEqual({ missedNone: false, events: 0 })
    expect(await backFrom(now - 3)).toEqual({ missedNone: true, events: 3 })
    await forgetful.app.close()
  })
})

describe('the typed line', () => {
  interface Seen {
    readonly events: LiveEvent[]
    readonly states: string[]
    board: PipelineBoard | null
    ended: string | null
  }
  function line(who: Person, how: { port(): number } & Partial<LiveOptions<'pipeline'>>) {
    const seen: Seen = { events: [], states: [], board: null, ended: null }
    let ws: ReturnType<typeof socketTo> | null = null
    const live = openLive<'pipeline'>({
      boards: ['pipeline'],
      onBoard: (_, board) => {
        seen.board = board as PipelineBoard
      },
      onEvents: (events) => void seen.events.push(...events),
      onState: (state) => void seen.states.push(state),
      onEnd: (why) => {
        seen.ended = why
      },
      address: '',
      open: () => {
        ws = socketTo({ port: how.port(), cookie: who.cookie })
        return ws as never
      },
      ...how,
    })
    hangUpLater({ terminate: () => live.close() })
    return { seen, live, cut: () => ws?.terminate() }
  }

  it('opens itself again when it is cut, says so, and is complete', async () => {
    let at = port()
    const { seen, live, cut } = line(otto, { port: () => at })
    await until(() => live.state === 'live')
    await otto.did(arrive())
    await until(() => seen.events.length === 1)
    // The node is gone for a while: nobody listens there.
    at = 1
    cut()
    await until(() => live.state === 'reconnecting')
    await otto.did(...Array.from({ length: 20 }, arrive))
    at = portOf(nodes[1] as Node)
    await until(() => seen.events.length === 21)
    expect(seen.states).toEqual(['live', 'reconnecting', 'live'])
    const cursors = seen.events.map((e) => Number(e.cursor))
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => a - b))
    const { today } = await otto.read<PipelineBoard>('/api/boards/pipeline')
    await until(() => seen.board?.today.arrived === today.arrived)
  })
})
