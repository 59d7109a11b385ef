import type { AddressInfo } from 'node:net'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { type AddedApiKey, LIVE_BOARDS } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LiveReader } from '../../../../../packages/testkit/src/live-socket.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../../packages/testkit/src/server.ts'
import { IMPATIENT } from '../../webhooks/receiver.fixture.ts'
import { type Belongings, furnish, KEPT_DAY, OURS, THEIRS, twoSellers } from './belongings.fixture.ts'
import { CALLS } from './calls.fixture.ts'
import { asPerson, callsOf, foundOf, saidBy } from './seen.fixture.ts'

/** One seller looks on while all that another has comes in, goes through the steps and is decided. */
let warehouse: Warehouse
let lotus: Person
let ours: Belongings
let theirs: Belongings
let before: Map<string, string>
let after: Map<string, string>
const lookers: LiveReader[] = []
const refused: LiveReader[] = []
const staff: LiveReader[] = []
const until = (what: () => boolean) => vi.waitUntil(what, { timeout: 20_000, interval: 10 })
/** A seller's own people do not see who works on what. */
const BOARDS = LIVE_BOARDS.filter((board) => board !== 'people')

beforeAll(async () => {
  const webhooks = { reach: { anywhere: true }, pace: IMPATIENT }
  warehouse = await openWarehouse({ world: twoSellers(), webhooks })
  await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })
  ours = await furnish(warehouse, OURS)
  lotus = await warehouse.node.as(OURS.email)
  const payload = { name: 'Wall', scopes: ['reports'] }
  const made = await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/api-keys', payload })
  const port = (warehouse.node.app.server.address() as AddressInfo).port
  const { secret } = made.json<AddedApiKey>()
  for (const who of [{ cookie: lotus.cookie }, { authorization: `Bearer ${secret}` }])
    for (const board of BOARDS) {
      lookers.push(await looking({ port, ...who }, { boards: [board], cursor: '0' }))
      refused.push(await looking({ port, ...who }, { boards: [board], seller: THEIRS.code }))
    }
  const sven = await warehouse.node.as('SV2001')
  staff.push(await looking({ port, cookie: sven.cookie }, { boards: [...BOARDS] }))
  before = await seen()
  theirs = await furnish(warehouse, THEIRS)
  after = await seen()
})
afterAll(async () => {
  for (const one of [...lookers, ...refused, ...staff]) one.ws.terminate()
  await warehouse?.close()
})

async function looking(
  opened: ConstructorParameters<typeof LiveReader>[0],
  subscribe: object,
): Promise<LiveReader> {
  const reader = await new LiveReader(opened).open()
  reader.say({ type: 'subscribe', ...subscribe })
  await until(() => reader.of('ready').length > 0 || reader.closedWith !== null)
  return reader
}

/** What goes on by itself, whatever anybody does. */
const CLOCKS =
  /"(cursor|asOf|at|until|[a-z]*(Seconds|Age|age|oldest)|mark|attempts|nextAt|lastError)":("[^"]*"|[\d.]+|null),?/g

/** Everything that a seller sees of its own, without what a clock counts. */
async function seen(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const route of Object.keys(CALLS).filter((one) => /^GET \/api/.test(one)))
    for (const { method, said } of callsOf(route, ours, ours)) {
      const answer = await asPerson(lotus)(method, said)
      if (answer.statusCode === 200 && /json/.test(String(answer.headers['content-type'])))
        all.set(said.url, answer.body.replaceAll(CLOCKS, ''))
    }
  return all
}

/** Where two texts part, with what stands around it. */
function differing(url: string, one: string, another: string): string[] {
  if (one === another) return []
  const at = [...one].findIndex((letter, i) => letter !== another[i])
  return [url, one, another].map((text) => (text === url ? url : text.slice(Math.max(0, at - 100), at + 100)))
}

describe('what another seller’s goods do', () => {
  it('changes nothing that one sees: no count, no bin, no list, no search', async () => {
    expect(before.size).toBeGreaterThan(60)
    const changed = [...before].flatMap(([url, body]) => differing(url, body, after.get(url) ?? ''))
    expect(changed).toEqual([])
  })

  it('is in nothing of one’s own, also not where a box of one’s own held some of it', () => {
    const wrong = [...after].map(([url, body]) => [url, ...foundOf(THEIRS, theirs, body)])
    expect(wrong.filter(([, ...found]) => found.length > 0)).toEqual([])
  })

  it('is told to staff as it happens, and to no other seller, whatever board it looks at', async () => {
    await until(() => foundOf(THEIRS, theirs, JSON.stringify(staff[0]?.heard)).length > 5)
    const last = await lotus.read<{ cursor: string }>('/api/boards/pipeline')
    expect(last).toBeDefined()
    // A ping says how far all has been told: by then whatever was to be told has been.
    const heads = lookers.map((one) => one.of('ping').length)
    await until(() => lookers.every((one, i) => one.of('ping').length > (heads[i] ?? 0) + 1))
    for (const one of lookers) {
      expect(one.of('snapshot')).toHaveLength(1)
      expect(foundOf(OURS, ours, JSON.stringify(one.heard)).length).toBeGreaterThan(0)
      expect(foundOf(THEIRS, theirs, JSON.stringify(one.heard))).toEqual([])
    }
  })

  it('is not shown to who asks for it by the other’s code: the line is closed as for a seller that is not there', () => {
    for (const one of refused) {
      expect([one.closedWith, one.of('closing')[0]?.why]).toEqual([4404, 'not_found'])
      expect(one.of('snapshot')).toEqual([])
    }
  })

  it('is in no report of one’s own, in none of its formats', async () => {
    const pdfium = await PDFiumLibrary.init()
    for (const { method, said } of callsOf('GET /api/reports/dispositions', ours, ours)) {
      const answer = await asPerson(lotus)(method, said)
      expect(answer.statusCode).toBe(200)
      const document = said.url.endsWith('=pdf') ? await pdfium.loadDocument(answer.rawPayload) : null
      const text = document ? [...document.pages()].map((page) => page.getText()).join('\n') : saidBy(answer)
      document?.destroy()
      if (said.url.includes(`date=${KEPT_DAY}`)) expect(foundOf(OURS, ours, text), said.url).toContain('zqxa')
      expect(foundOf(THEIRS, theirs, text), said.url).toEqual([])
    }
    pdfium.destroy()
  })
})
