import type { AddedApiKey, ApiKeyItem } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Email,
  type Node,
  openWarehouse,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { SCOPED } from './scopes.ts'

let warehouse: Warehouse
let node: Node
let second: Node
beforeAll(async () => {
  warehouse = await openWarehouse()
  second = await warehouse.addNode()
  node = warehouse.node
})
afterAll(() => warehouse?.close())

const LOTUS: Email = 'lotus@test.restow'
const keysOf = (seller: string) => `/api/sellers/${seller}/api-keys`
const withKey = (secret: string, url: string, on = node, method: 'GET' | 'POST' | 'DELETE' = 'GET') =>
  on.app.inject({ method, url, headers: { authorization: `Bearer ${secret}` } })

async function make(scopes: readonly string[], who: Email = LOTUS, name = 'Our ERP'): Promise<AddedApiKey> {
  const person = await node.as(who)
  const seller = who.startsWith('lotus') ? 'LOTUS' : 'NORTHSTAR'
  const answer = await person.ask({ method: 'POST', url: keysOf(seller), payload: { name, scopes } })
  expect(answer.statusCode).toBe(200)
  return answer.json<AddedApiKey>()
}
const list = async (): Promise<ApiKeyItem[]> =>
  (await (await node.as(LOTUS)).ask({ method: 'GET', url: keysOf('LOTUS') })).json<{ items: ApiKeyItem[] }>()
    .items
const change = async (way: 'replace' | 'revoke', key: string, who: Email | 'SV2001' = LOTUS) => {
  const url = `${keysOf('LOTUS')}/${key}`
  const person = await node.as(who)
  return way === 'replace'
    ? person.ask({ method: 'POST', url: `${url}/replace` })
    : person.ask({ method: 'DELETE', url })
}
const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code

describe('a seller’s API key', () => {
  it('opens its seller’s report, and says who it is', async () => {
    const { secret, key } = await make(['reports'])
    expect(secret).toMatch(/^rk_[A-Za-z0-9]{8}_[\w-]{43}$/)
    expect(secret.startsWith(`${key}_`)).toBe(true)
    const report = await withKey(secret, '/api/reports/dispositions?seller=LOTUS&date=2026-11-02&format=json')
    expect(report.statusCode).toBe(200)
    const { user } = (await withKey(secret, '/api/sessions/current')).json<{ user: { seller: string } }>()
    expect(user).toMatchObject({ seller: 'LOTUS', role: 'seller', name: `Our ERP (${key})` })
  })

  it('finds nothing of another seller, as if it were not there', async () => {
    const { secret } = await make(['reports'])
    const other = '/api/reports/dispositions?seller=NORTHSTAR&date=2026-11-02&format=json'
    expect((await withKey(secret, other)).statusCode).toBe(404)
    const { items } = (await withKey(secret, '/api/products')).json<{ items: { seller: string }[] }>()
    expect(new Set(items.map(({ seller }) => seller))).toEqual(new Set(['LOTUS']))
  })

  it('opens what it is for, and says which key would open the rest', async () => {
    const { secret } = await make(['announcements'])
    expect((await withKey(secret, '/api/expected-returns')).statusCode).toBe(200)
    const report = await withKey(secret, '/api/reports/dispositions?seller=LOTUS&date=2026-11-02&format=json')
    expect([report.statusCode, codeOf(report)]).toEqual([403, 'scope_missing'])
    const keys = await withKey(secret, keysOf('LOTUS'))
    expect([keys.statusCode, codeOf(keys)]).toEqual([403, 'key_not_for_this'])
    const revoke = await withKey(secret, `${keysOf('LOTUS')}/${secret.slice(0, 11)}`, node, 'DELETE')
    expect(codeOf(revoke)).toBe('key_not_for_this')
    expect((await withKey(secret, '/api/nowhere')).statusCode).toBe(404)
  })

  it('goes before a cookie: a script that has both is the key', async () => {
    const { secret } = await make(['announcements'])
    const operator = await node.as('OP1001')
    const both = {
      method: 'GET',
      url: '/api/devices',
      headers: { authorization: `Bearer ${secret}` },
    } as const
    expect(codeOf(await operator.ask(both))).toBe('key_not_for_this')
  })

  it('is of no use once it is revoked, at once and on every node', async () => {
    const { secret, key } = await make(['announcements'])
    const ask = (on: Node) => withKey(secret, '/api/expected-returns', on)
    expect((await ask(second)).statusCode).toBe(200)
    expect((await change('revoke', key)).statusCode).toBe(200)
    for (const on of [node, second]) {
      const answer = await ask(on)
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'api_key_revoked'])
    }
  })

  it('says when it was used last', async () => {
    const { secret, key } = await make(['announcements'])
    const lastUsed = async () => (await list()).find((one) => one.key === key)?.lastUsedAt
    expect(await lastUsed()).toBeNull()
    await withKey(secret, '/api/expected-returns')
    await expect.poll(lastUsed).not.toBeNull()
  })

  it('is kept as a hash alone', async () => {
    const { secret } = await make(['reports'])
    const rows = await warehouse.sql<{ row: string }>('select k::text as row from api_key k')
    expect(rows.map(({ row }) => row).join()).not.toContain(secret.slice(12))
  })
})

describe('exchanging a key', () => {
  it('leaves the old one open beside the new, and makes no third', async () => {
    const first = await make(['announcements'])
    const next = (await change('replace', first.key)).json<AddedApiKey>()
    expect(next).toMatchObject({ name: first.name, scopes: first.scopes, replaces: first.key })
    for (const { secret } of [first, next])
      expect((await withKey(secret, '/api/expected-returns')).statusCode).toBe(200)
    for (const { key } of [first, next]) {
      const third = await change('replace', key)
      expect([third.statusCode, codeOf(third)]).toEqual([409, 'key_replaced'])
    }
    await change('revoke', first.key)
    expect((await change('replace', next.key)).statusCode).toBe(200)
    expect((await change('replace', first.key)).statusCode).toBe(404)
  })

  it('makes one key of two that are asked for at once', async () => {
    const { key } = await make(['reports'])
    const both = await Promise.all([change('replace', key), change('replace', key)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('whose keys they are', () => {
  it('is the seller’s people’s and the supervisors’ to say, and nobody else’s', async () => {
    const { key } = await make(['reports'])
    const other = await node.as('northstar@test.restow')
    expect((await other.ask({ method: 'GET', url: keysOf('LOTUS') })).statusCode).toBe(404)
    expect((await change('revoke', key, 'northstar@test.restow')).statusCode).toBe(404)
    const operator = await node.as('OP1001')
    expect((await operator.ask({ method: 'GET', url: keysOf('LOTUS') })).statusCode).toBe(403)
    const supervisor = await node.as('SV2001')
    expect((await supervisor.ask({ method: 'GET', url: keysOf('NOBODY') })).statusCode).toBe(404)
    expect((await change('revoke', key, 'SV2001')).json<ApiKeyItem>().revokedBy).toBe('SV2001')
  })

  it('is kept apart by the database: one seller’s connection sees no key of another', async () => {
    await make(['reports'], 'northstar@test.restow')
    const all = 'select distinct seller from api_key'
    const seen = await node.db.asSeller(
      'LOTUS',
      async (_, client) => (await client.query({ text: all })).rows,
    )
    expect(seen).toEqual([{ seller: 'LOTUS' }])
  })

  it('ends at twenty open ones', async () => {
    const who = 'northstar@test.restow'
    const person = await node.as(who)
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) {
      const payload = { name: `Script ${n}`, scopes: ['reports'] }
      statuses.push((await person.ask({ method: 'POST', url: keysOf('NORTHSTAR'), payload })).statusCode)
    }
    expect(statuses.at(-1)).toBe(409)
    expect(statuses[0]).toBe(200)
  })
})

describe('what is no key', () => {
  it('is told so, also half of one and one with something behind it', async () => {
    const { secret } = await make(['reports'])
    for (const wrong of [secret.slice(0, -1), `${secret}x`, 'rk_', secret.toUpperCase()]) {
      const answer = await withKey(wrong, '/api/products')
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'api_key_unknown'])
    }
  })

  it('is not guessed at without end from one address, while right keys go on from there', async () => {
    const { secret } = await make(['reports'])
    const guess = () => withKey(`rk_Guessed0_${'x'.repeat(43)}`, '/api/products')
    let last = await guess()
    for (let n = 0; n < 31; n++) last = await guess()
    expect([last.statusCode, codeOf(last)]).toEqual([429, 'too_many_guesses'])
    expect((await withKey(secret, '/api/products')).statusCode).toBe(200)
  })
})

describe('what keys open', () => {
  it('are routes that there are', async () => {
    const routes = Object.values(SCOPED).flat()
    for (const route of routes) {
      const [method = '', url = ''] = route.split(' ')
      expect(node.app.hasRoute({ method: method as 'GET', url }), route).toBe(true)
    }
  })
})
