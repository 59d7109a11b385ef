import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FirstSetUp } from '@restow/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase } from '../../../../packages/testkit/src/database.ts'
import { Node } from '../../../../packages/testkit/src/server.ts'
import { buildApp } from '../app.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/pool.ts'
import { migrationsFolder } from '../places.ts'
import { firstSetUpCode } from './first-set-up.ts'
import type { SetUpCode } from './set-up-code.ts'

const HOUSE = { code: 'BER1', name: 'Berlin 1', timeZone: 'Europe/Berlin', currency: 'EUR' }
const ADMIN = { badge: 'AD0001', name: 'Ada Adler', pin: '602914' }

interface Started {
  readonly node: Node
  /** What it told on its console. */
  readonly code: SetUpCode | null
}

let database: Awaited<ReturnType<typeof createDatabase>>
let dataDir: string
const nodes: Node[] = []

/** A server as it starts on this database. */
async function start(): Promise<Started> {
  const db = openDatabase(database.appUrl, 5)
  const code = await firstSetUpCode(db.tx)
  const node = new Node(await buildApp({ db, dataDir, setUpCode: code, logLevel: 'trace' }), db)
  nodes.push(node)
  return { node, code }
}

const post = ({ node }: Started, payload: object) =>
  node.app.inject({ method: 'POST', url: '/api/first-set-up', payload })
const facts = (code: string, own: Partial<FirstSetUp> = {}): FirstSetUp => ({
  code,
  warehouse: HOUSE,
  admin: ADMIN,
  ...own,
})
const verdict = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code?: string }>().code,
]
const isNeeded = async ({ node }: Started) => (await node.app.inject('/api/first-set-up')).json()
const warehouses = async ({ node }: Started) =>
  (await node.db.staff.query('select code from warehouse order by code')).rows

beforeEach(async () => {
  database = await createDatabase({
    template: 'restow',
    migrate: ({ ownerUrl, appUrl }) =>
      migrate(migrationsFolder, ownerUrl, decodeURIComponent(new URL(appUrl).username)).then(() => {}),
  })
  dataDir = mkdtempSync(join(tmpdir(), 'restow-test-data-'))
})
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a server on an empty database', () => {
  it('says that it has to be set up; the code from its console makes the warehouse and an admin who can sign in', async () => {
    const server = await start()
    expect(await isNeeded(server)).toEqual({ needed: true })
    const answer = await post(server, facts(server.code?.text.toLowerCase() ?? ''))
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { warehouse: HOUSE, admin: { badge: 'AD0001', name: 'Ada Adler' } },
    ])
    expect(answer.cookies).toEqual([])
    expect(await isNeeded(server)).toEqual({ needed: false })
    const signedIn = await server.node.signIn({ badge: ADMIN.badge, pin: ADMIN.pin })
    expect(signedIn.json()).toEqual({
      user: {
        name: 'Ada Adler',
        role: 'admin',
        badge: 'AD0001',
        warehouse: 'BER1',
        timeZone: 'Europe/Berlin',
      },
    })
  })

  it('makes nothing for a wrong code, says nothing but that, and after ten of them nothing for the right one', async () => {
    const server = await start()
    const broken = { warehouse: { ...HOUSE, currency: 'XYZ' }, admin: { ...ADMIN, badge: 'x' } }
    const first = await post(server, facts('AAAA-AAAA'))
    expect(verdict(first)).toEqual([403, 'set_up_code_wrong'])
    for (let guess = 2; guess <= 10; guess += 1) {
      const answer = await post(server, facts(`AAAA-AA${guess}`, guess % 2 ? broken : {}))
      expect([answer.statusCode, answer.body]).toEqual([403, first.body])
    }
    const right = await post(server, facts(server.code?.text ?? ''))
    const wrong = await post(server, facts('AAAA-AAAA'))
    expect(verdict(right)).toEqual([429, 'set_up_code_used_up'])
    expect(wrong.body).toBe(right.body)
    expect(await warehouses(server)).toEqual([])
    const restarted = await start()
    expect((await post(restarted, facts(restarted.code?.text ?? ''))).statusCode).toBe(200)
  })

  it('says which thing does not fit, and lets it be corrected under the same code', async () => {
    const server = await start()
    const code = server.code?.text ?? ''
    const wrong = facts(code, { warehouse: { ...HOUSE, timeZone: 'Europe/Nowhere' } })
    expect(verdict(await post(server, wrong))).toEqual([422, 'time_zone_unknown'])
    for (const pin of ['123', '12a4', '1234567890123'])
      expect(verdict(await post(server, facts(code, { admin: { ...ADMIN, pin } })))).toEqual([
        400,
        'request_malformed',
      ])
    expect(await warehouses(server)).toEqual([])
    expect((await post(server, facts(code))).statusCode).toBe(200)
  })

  it('is set up once when several do so at one moment, on one node or on two', async () => {
    const [first, second] = [await start(), await start()]
    const asked = [first, second, first, second].map((server, i) =>
      post(server, facts(server.code?.text ?? '', { warehouse: { ...HOUSE, code: `BER${i + 1}` } })),
    )
    const verdicts = (await Promise.all(asked)).map(verdict)
    expect(verdicts.filter(([status]) => status === 200)).toHaveLength(1)
    expect(verdicts.filter(([status]) => status !== 200)).toEqual(Array(3).fill([409, 'already_set_up']))
    expect(await warehouses(first)).toHaveLength(1)
    expect((await first.node.db.staff.query('select badge from staff')).rows).toEqual([{ badge: 'AD0001' }])
  })

  it('takes nothing from a page of another origin, and logs neither code nor PIN', async () => {
    const server = await start()
    const code = server.code?.text ?? ''
    const headers = { origin: 'https://evil.example' }
    const foreign = { method: 'POST', url: '/api/first-set-up', payload: facts(code), headers } as const
    expect(verdict(await server.node.app.inject(foreign))).toEqual([403, 'origin_not_allowed'])
    await post(server, facts(code, { admin: { ...ADMIN, pin: 'x' } }))
    await post(server, facts(code))
    const lines = server.node.logged.join('')
    expect(lines).toContain('/api/first-set-up')
    for (const secret of [code, ADMIN.pin]) expect(lines).not.toContain(secret)
  })
})

describe('a server whose warehouse is set up', () => {
  it('tells no code at its next start, and answers whatever code with “already set up”', async () => {
    const before = await start()
    const code = before.code?.text ?? ''
    await post(before, facts(code))
    const after = await start()
    expect(after.code).toBeNull()
    expect(await isNeeded(after)).toEqual({ needed: false })
    for (const server of [before, after])
      for (const guess of [code, 'AAAA-AAAA'])
        expect(verdict(await post(server, facts(guess)))).toEqual([409, 'already_set_up'])
  })

  it('that was emptied while it ran tells to restart it', async () => {
    const before = await start()
    await post(before, facts(before.code?.text ?? ''))
    const after = await start()
    await after.node.db.staff.query('delete from staff')
    await after.node.db.staff.query('delete from warehouse')
    expect(verdict(await post(after, facts('AAAA-AAAA')))).toEqual([429, 'set_up_code_used_up'])
  })
})
