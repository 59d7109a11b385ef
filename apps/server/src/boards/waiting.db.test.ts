import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type {
  Acknowledged,
  Outcome,
  PipelineBoard,
  UnitView,
  WaitingBoard,
  WaitingItem,
  WaitingList,
} from '@restow/contracts'
import type { WaitingKind, Zone } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  bin,
  classify,
  demoPolicy,
  hold,
  inspect,
  plate,
  putAway,
  receive,
  register,
  seller,
  takeBack,
  world,
} from '../../../../packages/testkit/src/builders.ts'
import { command, wire } from '../../../../packages/testkit/src/commands.ts'
import { LiveReader } from '../../../../packages/testkit/src/live-socket.ts'
import {
  BINS,
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

/** Scrap over 10.00 waits for a second person. */
const STRICT = demoPolicy({ scrapLimitMinor: 1000 })
const [MUG, TEE, LAMP, CUP, MAT] = [plate(1), plate(2), plate(3), plate(4), plate(5)] as const
const DROPPED = randomUUID()

let warehouse: Warehouse
let other: Node
let otto: Person
let sven: Person
let ada: Person
let lotus: Person
beforeAll(async () => {
  const bins = Object.entries(BINS).map(([name, code]) =>
    name === 'small' ? bin(code, 'resell', 1) : bin(code, name as Zone, 50),
  )
  const sellers = { LOTUS: seller('LOTUS', { policy: STRICT }), NORTHSTAR: seller('NORTHSTAR') }
  warehouse = await openWarehouse({ world: world({ bins, sellers: { ...world().sellers, ...sellers } }) })
  other = await warehouse.addNode()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  ada = await warehouse.node.as('AD3001')
  lotus = await warehouse.node.as('lotus@test.restow')
  await otto.did(
    ...[
      receive('T6000'),
      register('T6000', MUG, 'MUG'),
      inspect(MUG),
      classify(MUG, 'recycle', 'cosmetic'),
    ].map((deed) => wire(deed)),
    // Laid among what is sold, while the handheld was offline.
    wire({ ...putAway(MUG, BINS.resell), ...{ performed: 'earlier' } }),
    ...[receive('T1000'), register('T1000', TEE, 'TEE'), hold(TEE, 'supervisor')].map((deed) => wire(deed)),
    ...[register('T1000', LAMP, 'LAMP'), { type: 'LoseUnit', lpn: LAMP } as const].map((deed) => wire(deed)),
    ...[register('T1000', CUP, 'TEE'), hold(CUP, 'seller')].map((deed) => wire(deed)),
    wire(receive('T9000', 'damaged')),
  )
  await warehouse.sql(
    `update parcel set body = jsonb_set(body, '{receivedAt}', '"2026-01-05T10:00:00.000Z"') where tracking_number = 'T9000'`,
  )
  const dropped = {
    ...{ commandId: DROPPED, type: 'PutAwayUnit', about: MUG, doneBy: 'OP1002', code: 'bin_full' },
    ...{ message: 'The bin is full.', reason: 'settled', droppedAt: '2026-11-21T17:12:40.125Z' },
  }
  await tell('reader-1', dropped)
  await beat({ deviceId: 'reader-2', unsent: 3, oldestUnsentAt: '2026-11-21T08:00:00.000Z', refused: 0 })
})
afterAll(() => warehouse?.close())

const tell = (deviceId: string, ...dropped: object[]) =>
  otto.ask({ method: 'POST', url: '/api/devices/dropped', payload: { deviceId, dropped } })
const beat = (payload: object) =>
  otto.ask({ method: 'POST', url: '/api/devices/heartbeat', payload: { appVersion: '1', ...payload } })
const board = (who = sven, query = '') => who.read<WaitingBoard>(`/api/boards/waiting${query}`)
const listed = (query = '', who = sven) => who.read<WaitingList>(`/api/waiting${query}`)
const counts = async (who = sven, query = ''): Promise<Partial<Record<WaitingKind, number>>> =>
  Object.fromEntries(
    (await board(who, query)).kinds.flatMap(({ kind, count }) => (count > 0 ? [[kind, count]] : [])),
  )
const only = async (kind: WaitingKind): Promise<WaitingItem> => {
  const { items } = await listed(`?kind=${kind}`)
  if (!items[0]) throw new Error(`nothing of ${kind} waits`)
  return items[0]
}
const settle = ({ lpn, trackingNumber, exception }: WaitingItem, note?: string) => {
  const { eventId = '', code = 'bin_full' } = exception ?? {}
  const facts = { eventId, code, ...(note ? { note } : {}) }
  return lpn === null
    ? command('SettleException', { ...facts, parcel: trackingNumber ?? '' })
    : command('SettleException', { ...facts, lpn })
}
const said = (outcomes: readonly Outcome[]) => outcomes.map((o) => o.code ?? o.outcome)

describe('what waits', () => {
  it('is counted by kind, and the pipeline board says the same', async () => {
    const all = {
      ...{ approval: 1, hold: 1, exception: 2, missing: 1, unclaimed: 1, dropped: 1, device: 1 },
      hold_seller: 1,
    }
    expect(await counts()).toEqual(all)
    expect((await board()).count).toBe(8)
    const { waiting } = await sven.read<PipelineBoard>('/api/boards/pipeline')
    expect(waiting).toMatchObject({
      ...{ forApproval: { units: 1 }, forSupervisor: { units: 1 }, forSeller: { units: 1 } },
      ...{ missing: { units: 1 }, unclaimedPast: { parcels: 1 }, exceptions: 2 },
    })
    const at = (kind: WaitingKind, { kinds }: WaitingBoard) =>
      kinds.find((k) => k.kind === kind)?.oldestSeconds
    expect(at('unclaimed', await board())).toBeGreaterThan(86_400)
  })

  it('is listed as it is counted, the longest first, a page after the other', async () => {
    const seen: WaitingItem[] = []
    let cursor = ''
    do {
      const page = await listed(`?limit=3${cursor}`)
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items)
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    expect(seen.map(({ since }) => since)).toEqual(seen.map(({ since }) => since).sort())
    expect(new Set(seen.map(({ id }) => id)).size).toBe((await board()).count)
    for (const { kind, count } of (await board()).kinds)
      expect((await listed(`?kind=${kind}`)).items, kind).toHaveLength(count)
  })

  it('says why, who asked and what it is about', async () => {
    expect(await only('approval')).toMatchObject({
      ...{ lpn: MUG, seller: 'LOTUS', by: 'OP1001', value: { minor: 4000, currency: 'USD' } },
    })
    expect(await only('hold')).toMatchObject({ lpn: TEE, question: 'What becomes of it?', by: 'OP1001' })
    const { items } = await listed('?kind=exception')
    expect(items).toMatchObject([
      {
        lpn: MUG,
        exception: { code: 'wrong_zone', notes: [{ bin: BINS.resell, zone: 'resell', wanted: 'scrap' }] },
      },
      { lpn: null, trackingNumber: 'T9000', exception: { code: 'parcel_damaged' } },
    ])
    expect(await only('dropped')).toMatchObject({ dropped: { commandId: DROPPED, deviceId: 'reader-1' } })
    expect(await only('device')).toMatchObject({ device: { deviceId: 'reader-2', unsent: 3 } })
  })

  it('is of one seller where staff ask for one', async () => {
    expect(await counts(sven, '?seller=NORTHSTAR')).toEqual({})
    expect(await counts(sven, '?seller=LOTUS')).toEqual({
      ...{ approval: 1, hold: 1, exception: 1, missing: 1, hold_seller: 1 },
    })
  })

  it('shows a seller what waits for it, without who of the staff asked, and nothing else', async () => {
    const own = await board(lotus)
    expect(own).toMatchObject({
      count: 1,
      kinds: [
        { kind: 'hold_seller', count: 1 },
        { kind: 'veto', count: 0 },
      ],
    })
    expect((await listed('', lotus)).items).toMatchObject([{ kind: 'hold_seller', lpn: CUP, by: null }])
    for (const kind of ['approval', 'exception', 'device', 'dropped'])
      expect((await listed(`?kind=${kind}`, lotus)).items, kind).toEqual([])
    expect((await lotus.get('/api/waiting?seller=NORTHSTAR')).statusCode).toBe(404)
    const northstar = await warehouse.node.as('northstar@test.restow')
    expect((await listed('', northstar)).items).toEqual([])
  })

  it('is no operator’s to read, nor anybody’s who is not signed in', async () => {
    expect((await otto.get('/api/waiting')).statusCode).toBe(403)
    expect((await warehouse.node.with('').get('/api/waiting')).statusCode).toBe(401)
    expect((await sven.get('/api/waiting?cursor=nonsense')).statusCode).toBe(400)
  })
})

describe('whoever looks at what waits', () => {
  it('is told within a heartbeat of what was dropped at a device, which is no part of the feed', async () => {
    await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = warehouse.node.app.server.address() as AddressInfo
    const reader = await new LiveReader({ port, cookie: sven.cookie }).open()
    reader.say({ type: 'subscribe', boards: ['waiting'] })
    const droppedNow = () => {
      const last = reader.heard.findLast((m) => m.type === 'snapshot' || m.type === 'change')
      return (last?.data as WaitingBoard | undefined)?.kinds.find((k) => k.kind === 'dropped')?.count
    }
    await vi.waitUntil(() => droppedNow() === 1, { timeout: 20_000, interval: 10 })
    const second = randomUUID()
    await tell('reader-1', {
      ...{ commandId: second, type: 'MoveUnit', about: TEE, doneBy: 'OP1001', code: 'held' },
      ...{ message: 'It is on hold.', reason: 'mistake', droppedAt: '2026-11-21T17:12:41.125Z' },
    })
    await vi.waitUntil(() => droppedNow() === 2, { timeout: 20_000, interval: 10 })
    reader.ws.terminate()
    const url = '/api/devices/dropped/acknowledged'
    const acknowledge = (who: Person, ...commandIds: string[]) =>
      who.ask({ method: 'POST', url, payload: { commandIds } })
    expect((await acknowledge(otto, second)).statusCode).toBe(403)
    expect((await acknowledge(lotus, second)).statusCode).toBe(403)
    const nowhere = randomUUID()
    expect((await acknowledge(sven, second)).json<Acknowledged>().outcomes).toMatchObject([
      { commandId: second, outcome: 'acknowledged', by: 'SV2001' },
    ])
    expect((await acknowledge(ada, nowhere, second, DROPPED)).json<Acknowledged>().outcomes).toMatchObject([
      { commandId: nowhere, outcome: 'unknown', by: null },
      { commandId: second, outcome: 'already', by: 'SV2001', at: expect.any(String) },
      { commandId: DROPPED, outcome: 'acknowledged', by: 'AD3001' },
    ])
    expect(await counts()).not.toHaveProperty('dropped')
  })

  it('sees a device leave once its work has come, and come back with what was refused to it', async () => {
    await beat({ deviceId: 'reader-2', unsent: 0, refused: 0 })
    expect(await counts()).not.toHaveProperty('device')
    await beat({ deviceId: 'reader-2', unsent: 0, refused: 2 })
    const { since } = await only('device')
    await beat({ deviceId: 'reader-2', unsent: 0, refused: 1 })
    expect(await only('device')).toMatchObject({ since, device: { refused: 1 } })
    await beat({ deviceId: 'reader-2', unsent: 1, refused: 0, oldestUnsentAt: new Date().toISOString() })
    expect(await counts()).not.toHaveProperty('device')
  })
})

describe('several that are decided together', () => {
  it('have each an outcome of their own: what cannot be done stays, with its reason', async () => {
    const [wrongZone, damaged] = (await listed('?kind=exception')).items
    if (!wrongZone || !damaged) throw new Error('both are on record')
    const never: WaitingItem = {
      ...wrongZone,
      exception: { eventId: 'none:1', code: 'bin_full', notes: [{}] },
    }
    const approve = command('ApproveScrap', { lpn: MUG, approved: true })
    expect(said(await otto.give(settle(wrongZone), approve))).toEqual(['forbidden', 'same_person'])
    const outcomes = await sven.give(settle(wrongZone, 'Carried over'), settle(never), settle(damaged))
    expect(said(outcomes)).toEqual(['accepted', 'not_on_record', 'accepted'])
    expect(await counts()).not.toHaveProperty('exception')
    const undo = takeBack(MUG, outcomes[0]?.events?.at(-1)?.eventId ?? '')
    await sven.did(wire(undo))
    expect((await listed('?kind=exception')).items).toMatchObject([{ lpn: MUG, since: wrongZone.since }])
  })

  it('are decided once where two supervisors decide at once on two nodes, and the second hears of the first', async () => {
    const onOther = other.with(ada.cookie)
    const open = await only('exception')
    const [first, second] = await Promise.all([sven.give(settle(open)), onOther.give(settle(open))])
    expect(said([...first, ...second]).sort()).toEqual(['accepted', 'already_settled'])
    const late = [...first, ...second].find((o) => o.outcome === 'rejected')
    expect(late?.facts).toMatchObject({ by: expect.stringMatching(/^(SV2001|AD3001)$/) })

    const approve = (approved: boolean) => command('ApproveScrap', { lpn: MUG, approved })
    const both = await Promise.all([sven.give(approve(true)), onOther.give(approve(true))])
    expect(said(both.flat()).sort()).toEqual(['accepted', 'no_approval_needed'])
    expect(await counts()).not.toHaveProperty('approval')
  })

  it('are no seller’s to decide', async () => {
    const answer = await lotus.post([command('ReleaseUnit', { lpn: CUP, answer: 'Sell it' })])
    expect(answer.statusCode).toBe(403)
    expect((await counts()).hold_seller).toBe(1)
  })
})

describe('what is held and what is missing', () => {
  it('waits once: what is on hold and missing is found first', async () => {
    await otto.did(command('LoseUnit', { lpn: TEE }))
    expect(await counts()).toMatchObject({ missing: 2 })
    expect(await counts()).not.toHaveProperty('hold')
    await sven.did(command('FindUnit', { lpn: TEE }), command('ReleaseUnit', { lpn: TEE, answer: 'Go on' }))
    expect(await counts()).toEqual({ missing: 1, unclaimed: 1, hold_seller: 1 })
  })

  it('leaves the boards once it is written off, and comes back once it is found', async () => {
    const units = async () => {
      const { units } = await sven.read<PipelineBoard>('/api/boards/pipeline')
      return units.reduce((all, step) => all + step.units, 0)
    }
    const before = await units()
    expect(said(await otto.give(command('WriteOffUnit', { lpn: LAMP })))).toEqual(['forbidden'])
    await sven.did(command('WriteOffUnit', { lpn: LAMP, note: 'Looked for two days' }))
    expect(await counts()).not.toHaveProperty('missing')
    expect(await units()).toBe(before - 1)
    await otto.did(command('FindUnit', { lpn: LAMP }))
    expect(await counts()).not.toHaveProperty('missing')
    expect(await units()).toBe(before)
  })

  it('is not an exception as well while it is missing since a count', async () => {
    await otto.did(command('CountBin', { bin: BINS.resell, lpns: [] }))
    expect(await counts()).toMatchObject({ missing: 1 })
    expect(await counts()).not.toHaveProperty('exception')
    await otto.did(command('FindUnit', { lpn: MUG, bin: BINS.scrap }))
    expect(await counts()).toMatchObject({ exception: 1 })
  })

  it('says by which rule it is held, and the release is told with it', async () => {
    const because = { code: 'suspicion', findings: ['hygiene'] }
    await otto.did(
      ...[receive('T6100'), register('T6100', MAT, 'MUG')].map((deed) => wire(deed)),
      wire(inspect(MAT, 'unsellable', { findings: ['hygiene'] })),
    )
    expect(await only('hold')).toMatchObject({ lpn: MAT, question: 'hygiene: what becomes of it?', because })
    await sven.did(command('ReleaseUnit', { lpn: MAT, answer: 'It is clean' }))
    const { story } = await sven.read<UnitView>(`/api/units/${MAT}`)
    expect(story.at(-1)).toMatchObject({ type: 'UnitReleased', data: { because, answer: 'It is clean' } })
  })
})
