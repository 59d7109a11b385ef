import type { AddedWebhook, UnitView, WebhookItem, WebhookMessage, WebhookTried } from '@restow/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { type Fault, IMPATIENT, openReceiver, type Receiver } from './receiver.fixture.ts'

let warehouse: Warehouse
let node: Node
let lotus: Person
let otto: Person
let receiver: Receiver
/** How the receiver behaves just now, and by which secrets it checks. */
let fault: Fault = 'none'
let secrets: string[] = []
const anywhere = { reach: { anywhere: true } }

beforeAll(async () => {
  warehouse = await openWarehouse({ webhooks: { ...anywhere, pace: IMPATIENT } })
  node = warehouse.node
  lotus = await node.as('lotus@test.restow')
  otto = await node.as('OP1001')
  receiver = await openReceiver(
    () => secrets,
    () => fault,
  )
  await did(receive('T6000'))
})
afterAll(async () => {
  await receiver?.close()
  await warehouse?.close()
})
afterEach(async () => {
  fault = 'none'
  for (const { id } of await list()) await lotus.ask({ method: 'DELETE', url: `${HOOKS}/${id}` })
})

const HOOKS = '/api/sellers/LOTUS/webhooks'
const ALL = ['unit.classified', 'decision.needed', 'parcel.unclaimed', 'day.closed']
const did = (...commands: { type: string }[]) =>
  otto.did(...commands.map(({ type, ...facts }) => command(type as 'HoldUnit', facts as never)))
const list = async () =>
  (await lotus.ask({ method: 'GET', url: HOOKS })).json<{ items: WebhookItem[] }>().items
/** What happened before has been read: it is not told to whom comes later. */
const allRead = () =>
  expect
    .poll(async () => {
      const [row] = await warehouse.sql<{ left: number }>(
        `select count(*)::int as left from ledger_event e left join ledger_position p using (stream_id, version)
          where e.type in ('UnitClassified', 'UnitHeld', 'ParcelDescribed')
            and (p.position is null or p.position > (select max(reached) from feed_checkpoint where reader = 'webhooks'))`,
      )
      return row?.left
    })
    .toBe(0)
async function add(types: readonly string[] = ALL, url = receiver.url): Promise<AddedWebhook> {
  await allRead()
  const answer = await lotus.ask({ method: 'POST', url: HOOKS, payload: { url, types } })
  expect(answer.statusCode, answer.body).toBe(200)
  const added = answer.json<AddedWebhook>()
  secrets = [added.secret]
  return added
}
const act = async (id: string, way: string, payload?: object) =>
  lotus.ask({ method: 'POST', url: `${HOOKS}/${id}/${way}`, ...(payload ? { payload } : {}) })
const messages = async (id: string, state = ''): Promise<WebhookMessage[]> =>
  (await lotus.ask({ method: 'GET', url: `${HOOKS}/${id}/messages${state && `?state=${state}`}` })).json<{
    items: WebhookMessage[]
  }>().items
let plates = 0
/** A unit that is decided: one message. */
async function decide(): Promise<string> {
  plates += 1
  const lpn = plate(plates)
  await did(register('T6000', lpn, 'MUG'), inspect(lpn), classify(lpn, 'restock', 'other'))
  return lpn
}
const came = (lpn: string) => receiver.taken.filter(({ data }) => data.lpn === lpn)
const arrives = (lpn: string, times = 1) => expect.poll(() => came(lpn).length).toBe(times)

describe('a webhook', () => {
  it('is told of a decision, signed, with what it takes to find the unit', async () => {
    await add()
    const lpn = await decide()
    await arrives(lpn)
    const [{ type, data, id } = { type: '', data: {}, id: '' }] = came(lpn)
    expect(type).toBe('unit.classified')
    expect(id).toMatch(/^msg_[0-9a-f]{32}$/)
    expect(data).toMatchObject({
      ...{ seller: 'LOTUS', warehouse: 'LAX1', lpn, sku: 'MUG', quantity: 1, grade: 'like_new' },
      ...{ disposition: 'resell', route: 'restock', unit: `/api/units/${lpn}` },
    })
    expect(receiver.forged).toBe(0)
  })

  it('is told of a question to the seller, and not of one to a supervisor', async () => {
    await add(['decision.needed'])
    const [asked, own] = [await decide(), await decide()]
    await did(hold(own, 'supervisor'), hold(asked, 'seller'))
    await arrives(asked)
    expect(came(asked)[0]).toMatchObject({
      type: 'decision.needed',
      data: { question: 'What becomes of it?' },
    })
    expect(came(own)).toEqual([])
  })

  it('is told of scrap that its seller may object to, until when, and where it is answered', async () => {
    await add(['decision.needed'])
    await warehouse.sql(
      `update seller set policy = policy || '{"scrapLimitMinor": 100, "scrapVetoHours": 24}' where code = 'LOTUS'`,
    )
    plates += 1
    const lpn = plate(plates)
    await did(register('T6000', lpn, 'MUG'), inspect(lpn), classify(lpn, 'recycle', 'other'))
    await arrives(lpn)
    const { decision } = await (await node.as('OP1001')).read<UnitView>(`/api/units/${lpn}`)
    expect(came(lpn)[0]).toMatchObject({
      type: 'decision.needed',
      data: {
        asks: 'scrap',
        route: 'recycle',
        until: decision?.veto?.until,
        answer: `/api/units/${lpn}/scrap-answer`,
      },
    })
    await warehouse.sql("update seller set policy = policy - 'scrapVetoHours' where code = 'LOTUS'")
  })

  it('is told of a box that nobody announced and that has one of its seller’s numbers on it', async () => {
    await add(['parcel.unclaimed'])
    const [known] = await warehouse.sql<{ rma: string }>(
      "select rma_number as rma from expected_return where seller = 'LOTUS' limit 1",
    )
    await did(receive('NOBODYS-BOX-1'), receive('NOBODYS-BOX-2'))
    await did({ type: 'DescribeParcel', parcel: 'NOBODYS-BOX-2', printed: { rma: 'NOT-OURS' } } as never)
    await did({ type: 'DescribeParcel', parcel: 'NOBODYS-BOX-1', printed: { rma: known?.rma } } as never)
    const boxes = () => receiver.taken.filter(({ type }) => type === 'parcel.unclaimed')
    await expect.poll(() => boxes().length).toBe(1)
    expect(boxes()[0]?.data).toMatchObject({ trackingNumber: 'NOBODYS-BOX-1', number: known?.rma })
  })

  it('is told of a day that has closed since, once, with what it comes to', async () => {
    const close = (day: string, when: string) =>
      warehouse.sql(
        `with kept as (insert into report_day (warehouse, seller, day, counts, totals, rows, digest) values ('LAX1', 'LOTUS', $1, '{"received": 3}', '{}', 2, 'x'))
         insert into day_closing (warehouse, day, begins, ends, position, closed_at) values ('LAX1', $1, now(), now(), 1, ${when})`,
        [day],
      )
    await close('2026-10-01', "now() - interval '1 hour'")
    await add(['day.closed'])
    await close('2026-10-02', 'now()')
    const days = () => receiver.taken.filter(({ type }) => type === 'day.closed').map(({ data }) => data)
    await expect.poll(() => days().length).toBe(1)
    expect(days()[0]).toMatchObject({
      ...{ seller: 'LOTUS', warehouse: 'LAX1', day: '2026-10-02', rows: 2, counts: { received: 3 } },
      report: '/api/reports/dispositions?seller=LOTUS&warehouse=LAX1&date=2026-10-02',
    })
  })

  it('is told nothing of another seller’s, and its seller sees no webhook of another', async () => {
    const northstar = await node.as('northstar@test.restow')
    const url = '/api/sellers/NORTHSTAR/webhooks'
    const payload = { url: receiver.url, types: ALL }
    const { id } = (await northstar.ask({ method: 'POST', url, payload })).json<AddedWebhook>()
    await add()
    const lpn = await decide()
    await arrives(lpn)
    expect((await lotus.ask({ method: 'GET', url })).statusCode).toBe(404)
    expect((await lotus.ask({ method: 'POST', url: `${HOOKS}/${id}/test` })).statusCode).toBe(404)
    const seen = await node.db.asSeller('LOTUS', async (_, client) => {
      const of = (table: string) => client.query({ text: `select distinct seller from ${table}` })
      return [(await of('webhook')).rows, (await of('webhook_message')).rows]
    })
    expect(seen).toEqual([[{ seller: 'LOTUS' }], [{ seller: 'LOTUS' }]])
    const others = (await northstar.ask({ method: 'GET', url: `${url}/${id}/messages` })).json<object>()
    expect(others).toMatchObject({ items: [] })
    await northstar.ask({ method: 'DELETE', url: `${url}/${id}` })
  })

  it('is told by its new secret and, for a day, by the one before it', async () => {
    const added = await add()
    const renewed = (await act(added.id, 'secret')).json<AddedWebhook>()
    expect(renewed.secret).not.toBe(added.secret)
    for (const secret of [renewed.secret, added.secret]) {
      secrets = [secret]
      await arrives(await decide())
    }
    await warehouse.sql("update webhook set former_until = now() - interval '1 second'")
    const lpn = await decide()
    await expect.poll(async () => (await messages(added.id))[0]?.lastError).toMatch(/401/)
    secrets = [renewed.secret]
    await arrives(lpn)
  })
})

describe('what goes wrong', () => {
  it('is said of a test: what was answered, or that nothing was', async () => {
    const { id } = await add()
    const tried = async () => (await act(id, 'test')).json<WebhookTried>()
    expect(await tried()).toMatchObject({ delivered: true, status: 200, error: null })
    fault = 'refuses'
    expect(await tried()).toMatchObject({ status: 400, error: 'It answered 400: I do not like it.' })
    fault = 'redirects'
    expect(await tried()).toMatchObject({ delivered: false, status: 302 })
    fault = 'hangs'
    expect(await tried()).toMatchObject({ status: null, error: 'It did not answer in time.' })
    fault = 'never ends'
    const before = process.memoryUsage().rss
    expect(await tried()).toMatchObject({ delivered: true, status: 200 })
    // What is poured out goes nowhere: a few buffers on the way, not a gigabyte.
    expect(receiver.poured).toBeLessThan(100_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  it('holds up the messages of that unit alone, where one is refused', async () => {
    const { id } = await add()
    fault = 'refuses'
    const lpn = await decide()
    await expect.poll(async () => (await messages(id))[0]?.attempts ?? 0).toBeGreaterThan(1)
    expect((await list())[0]?.failingSince).toBeNull()
    fault = 'none'
    await arrives(lpn)
  })

  it('passes: all that happened while a receiver was gone comes once it is back', async () => {
    const { id } = await add()
    fault = 'cuts'
    const gone = [await decide(), await decide(), await decide()]
    await expect.poll(async () => (await list())[0]?.failingSince).not.toBeNull()
    await expect.poll(async () => (await list())[0]).toMatchObject({ waiting: 3, lastError: 'It hung up.' })
    fault = 'none'
    for (const lpn of gone) await arrives(lpn)
    await expect.poll(async () => (await list())[0]?.failingSince).toBeNull()
    expect((await messages(id, 'delivered')).length).toBe(3)
  })

  it('is for good where a receiver says that it is gone: it is told nothing more until somebody sets it going again', async () => {
    const { id } = await add()
    fault = 'is gone'
    const lpn = await decide()
    await expect.poll(async () => (await list())[0]?.active).toBe(false)
    expect((await list())[0]).toMatchObject({ waiting: 1, lastError: 'It answered 410.' })
    const asked = receiver.faults['is gone']
    fault = 'none'
    const later = await decide()
    // The node has looked several times by then for what is to be sent.
    await add(['unit.classified'])
    const third = await decide()
    await arrives(third)
    expect(receiver.faults['is gone']).toBe(asked)
    expect([came(lpn), came(later)]).toEqual([[], []])
    expect((await messages(id))[0]).toMatchObject({ state: 'waiting', attempts: 1 })
    await lotus.ask({ method: 'PATCH', url: `${HOOKS}/${id}`, payload: { active: true } })
    secrets.push((await act(id, 'secret')).json<AddedWebhook>().secret)
    await arrives(lpn)
  })

  it('ends after three days: the message is given up, listed, and sent once more when somebody says so', async () => {
    const { id } = await add()
    fault = 'breaks'
    const lpn = await decide()
    await expect.poll(async () => (await messages(id))[0]?.attempts ?? 0).toBeGreaterThan(0)
    await warehouse.sql(
      "update webhook_message set first_tried_at = now() - interval '3 days' where webhook = $1",
      [id],
    )
    await expect.poll(async () => (await messages(id, 'dead')).length).toBe(1)
    expect((await list())[0]).toMatchObject({ dead: 1, waiting: 0 })
    fault = 'none'
    const [dead] = await messages(id, 'dead')
    const again = await act(id, `messages/${dead?.id}/again`)
    expect(again.statusCode).toBe(204)
    await arrives(lpn)
    expect((await act(id, `messages/${dead?.id}/again`)).statusCode).toBe(404)
  })
})

describe('a replay', () => {
  it('tells once more what happened since a day, under the same names, also what was before the webhook', async () => {
    const [before, after] = [await decide(), await decide()]
    const { id } = await add(['unit.classified'])
    const own = await decide()
    await arrives(own)
    const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const begun = await act(id, 'replay', { from })
    expect(begun.json<WebhookItem>()).toMatchObject({ replayFrom: from })
    for (const lpn of [before, after]) await arrives(lpn)
    await arrives(own, 2)
    expect(new Set(came(own).map((one) => one.id)).size).toBe(1)
    await expect.poll(async () => (await list())[0]?.replayFrom).toBeNull()
  })

  it('is of a day that there is, and of days to come tells nothing', async () => {
    const { id } = await add()
    expect((await act(id, 'replay', { from: '2026-02-30' })).statusCode).toBe(400)
    const future = await act(id, 'replay', { from: '2126-01-01' })
    expect(future.json<WebhookItem>()).toMatchObject({ replayFrom: null })
  })
})

describe('where a webhook may lead', () => {
  it('is not into a private network, where nobody has allowed that', async () => {
    const strict = await warehouse.addNode()
    const person = await strict.as('lotus@test.restow')
    for (const url of ['http://8.8.8.8/', 'https://127.0.0.1/', 'https://10.0.0.8/x', 'https://localhost/']) {
      const answer = await person.ask({ method: 'POST', url: HOOKS, payload: { url, types: ALL } })
      expect([answer.statusCode, answer.json<{ code: string }>().code], url).toEqual([
        422,
        'webhook_out_of_reach',
      ])
    }
  })

  it('is to ten places at most', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 11; n++) {
      const payload = { url: receiver.url, types: ALL }
      statuses.push((await lotus.ask({ method: 'POST', url: HOOKS, payload })).statusCode)
    }
    expect(statuses.slice(-2)).toEqual([200, 409])
  })
})
