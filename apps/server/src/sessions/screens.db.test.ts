import { createHash } from 'node:crypto'
import type { ScreenItem } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { LOOKS } from './screen.ts'

/** Screens that are left on walls. */

let warehouse: Warehouse
let other: Node
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  other = await warehouse.addNode()
  sven = await warehouse.node.as('SV2001')
})
afterAll(() => warehouse?.close())

const hang = (who: Person, name: string) =>
  who.ask({ method: 'POST', url: '/api/screens', payload: { name } })
/** Hung in a browser of its own, by a supervisor who has signed in there. */
async function hung(name: string): Promise<{ screen: Person; cookie: string; hungBy: Person }> {
  const hungBy = await warehouse.node.as('SV2001')
  const answer = await hang(hungBy, name)
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { user: { name, role: 'screen', warehouse: 'LAX1' } },
  ])
  const [carried] = answer.cookies
  const cookie = `${carried?.name}=${carried?.value}`
  return { screen: warehouse.node.with(cookie), cookie, hungBy }
}
const statusOf = async (who: Person, url: string, method: 'GET' | 'DELETE' = 'GET') =>
  (await who.ask({ method, url })).statusCode
const hanging = async (who = sven) => (await who.read<{ items: ScreenItem[] }>('/api/screens')).items

describe('a screen on a wall', () => {
  it('shows boards, the people’s too, long after whoever hung it was signed out there', async () => {
    const { screen, hungBy } = await hung('Dock')
    expect(await statusOf(hungBy, '/api/sessions/current')).toBe(401)
    await warehouse.sql("update session set expires_at = now() - interval '1 hour' where badge = 'SV2001'")
    await warehouse.sql("update staff set active = false where badge = 'SV2001'")
    for (const board of ['pipeline', 'bins', 'dispositions', 'people'])
      expect(await statusOf(screen, `/api/boards/${board}`)).toBe(200)
    await warehouse.sql("update staff set active = true where badge = 'SV2001'")
    sven = await warehouse.node.as('SV2001')
  })

  it('opens nothing else, whatever there is', async () => {
    const { screen } = await hung('Hall')
    for (const url of [
      '/api/units',
      '/api/waiting',
      '/api/boards/waiting',
      '/api/screens',
      '/api/search?search=x',
      '/api/staff',
    ]) {
      const answer = await screen.ask({ method: 'GET', url })
      expect([answer.statusCode, answer.json()], url).toMatchObject([403, { code: 'screen_only_looks' }])
    }
    const receive = command('ReceiveParcel', { tracking: 'BY-SCREEN', condition: 'intact' })
    const sent = await screen.ask({ method: 'POST', url: '/api/commands', payload: { commands: [receive] } })
    expect([sent.statusCode, sent.json()]).toMatchObject([403, { code: 'screen_only_looks' }])
    expect((await hang(screen, 'Another')).statusCode).toBe(403)
    expect([...LOOKS].filter((route) => !/^(GET|DELETE \/api\/sessions\/current$)/.test(route))).toEqual([])
  })

  it('is hung by supervisors alone', async () => {
    for (const who of ['OP1001', 'lotus@test.restow'] as const)
      expect((await hang(await warehouse.node.as(who), 'Mine')).statusCode).toBe(403)
    expect((await hang(sven, ' ')).statusCode).toBe(400)
    expect((await hanging()).map(({ name }) => name)).toEqual(['Dock', 'Hall'])
  })

  it('is carried for as long as a browser keeps anything, and only its hash is kept here', async () => {
    const { screen, cookie } = await hung('Kept')
    const { cookies } = await screen.ask({ method: 'GET', url: '/api/sessions/current' })
    expect(cookies).toMatchObject([{ maxAge: 400 * 24 * 3600, httpOnly: true, sameSite: 'Strict' }])
    const token = cookie.split('=')[1] ?? ''
    expect(token).toMatch(/^rsw_[\w-]{43}$/)
    const kept = await warehouse.sql<{ hash: string }>(
      "select encode(token_hash, 'hex') as hash from screen where name = 'Kept'",
    )
    expect(kept).toEqual([{ hash: createHash('sha256').update(token).digest('hex') }])
  })

  it('is seen while it hangs, and is signed out at once on every node when it is taken down', async () => {
    const { cookie } = await hung('Down')
    const there = other.with(cookie)
    await warehouse.sql("update screen set last_seen = now() - interval '1 hour' where name = 'Down'")
    await there.read('/api/boards/pipeline')
    const [one] = (await hanging()).filter(({ name }) => name === 'Down')
    expect(one).toMatchObject({ hungBy: 'SV2001' })
    const [seen] = await warehouse.sql(
      "select last_seen > now() - interval '30 minutes' as lately from screen where name = 'Down'",
    )
    expect(seen).toEqual({ lately: true })
    expect(await statusOf(sven, `/api/screens/${one?.id}`, 'DELETE')).toBe(204)
    expect(await statusOf(there, '/api/boards/pipeline')).toBe(401)
    expect(await statusOf(sven, `/api/screens/${one?.id}`, 'DELETE')).toBe(404)
    const [row] = await warehouse.sql("select taken_down_by as by from screen where name = 'Down'")
    expect(row).toEqual({ by: 'SV2001' })
  })

  it('is taken down at the screen itself as well', async () => {
    const { screen } = await hung('Gone')
    expect(await statusOf(screen, '/api/sessions/current', 'DELETE')).toBe(204)
    expect(await statusOf(screen, '/api/sessions/current')).toBe(401)
    expect((await hanging()).map(({ name }) => name)).not.toContain('Gone')
  })

  it('is of one warehouse: another one’s supervisor neither sees it nor takes it down', async () => {
    await warehouse.sql(
      "insert into warehouse (code, name, time_zone, currency) values ('FRA1', 'Frankfurt 1', 'Europe/Berlin', 'EUR')",
    )
    await warehouse.sql(
      "insert into screen (token_hash, warehouse, name, hung_by) values ('x', 'FRA1', 'Elsewhere', 'SV9001')",
    )
    const [row] = await warehouse.sql<{ id: string }>("select id from screen where name = 'Elsewhere'")
    expect((await hanging()).map(({ name }) => name)).not.toContain('Elsewhere')
    expect(await statusOf(sven, `/api/screens/${row?.id}`, 'DELETE')).toBe(404)
  })

  it('is one of at most fifty', async () => {
    await warehouse.sql(
      "insert into screen (token_hash, warehouse, name, hung_by) select ('n' || n)::bytea, 'LAX1', 'Many', 'SV2001' from generate_series(1, 50) n",
    )
    const answer = await hang(sven, 'One more')
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'too_many_screens' }])
    expect(await statusOf(sven, '/api/sessions/current')).toBe(200)
  })
})
