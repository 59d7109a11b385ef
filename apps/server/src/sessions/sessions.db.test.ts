import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  PASSWORD,
  PIN,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let node: Node
let second: Node
beforeAll(async () => {
  warehouse = await openWarehouse({ logLevel: 'trace', origins: ['https://desk.example'] })
  second = await warehouse.addNode()
  node = warehouse.node
})
afterAll(() => warehouse?.close())

const WRONG = '246802'
const tryPin = (badge: string, pin: string, deviceId?: string, on = node) =>
  on.signIn({ badge, pin, ...(deviceId ? { deviceId } : {}) })
const statuses = async (answers: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(answers)).map((a) => a.statusCode).sort()
const unlock = async (who: 'OP1001' | 'SV2001' | 'AD3001', badge: string) =>
  (await node.as(who)).ask({ method: 'POST', url: `/api/staff/${badge}/unlock` })

describe('the language of a person', () => {
  const choose = (who: Awaited<ReturnType<Node['as']>>, language: string) =>
    who.ask({ method: 'PUT', url: '/api/sessions/current/language', payload: { language } })
  const user = (answer: { json<T>(): T }) => answer.json<{ user: { language?: string } }>().user

  it('goes with the badge, to every device and session of it', async () => {
    const otto = await node.as('OP1002')
    expect(user(await otto.ask({ method: 'GET', url: '/api/sessions/current' })).language).toBeUndefined()
    expect((await choose(otto, 'zh-CN')).statusCode).toBe(204)
    expect(user(await otto.ask({ method: 'GET', url: '/api/sessions/current' })).language).toBe('zh-CN')
    expect(user(await tryPin('OP1002', PIN, 'another', second)).language).toBe('zh-CN')
  })

  it('goes with a seller’s user as well', async () => {
    expect((await choose(await node.as('northstar@test.restow'), 'es')).statusCode).toBe(204)
    const again = await node.signIn({ email: 'northstar@test.restow', password: PASSWORD })
    expect(user(again).language).toBe('es')
  })

  it('is one that there is, and somebody’s who is signed in', async () => {
    expect((await choose(await node.as('OP1001'), 'tlh')).statusCode).toBe(400)
    const nobody = await node.app.inject({
      method: 'PUT',
      url: '/api/sessions/current/language',
      payload: { language: 'de' },
    })
    expect(nobody.statusCode).toBe(401)
  })
})

describe('signing in with badge and PIN', () => {
  it('says who it is, where, and gives a cookie that scripts cannot read', async () => {
    const answer = await tryPin('OP1001', PIN, 'reader-1')
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        user: {
          name: 'Otto',
          role: 'operator',
          badge: 'OP1001',
          warehouse: 'LAX1',
          timeZone: 'America/Los_Angeles',
        },
        sendToken: expect.stringMatching(/^rst_[\w-]{43}$/),
      },
    ])
    expect(answer.cookies).toMatchObject([
      { name: 'restow_session', httpOnly: true, sameSite: 'Strict', path: '/' },
    ])
    expect(answer.cookies[0]?.value).toMatch(/^[\w-]{43}$/)
    const kept = await warehouse.sql('select encode(token_hash, $1) as token from session', ['hex'])
    expect(JSON.stringify(kept)).not.toContain(answer.cookies[0]?.value)
  })

  it('refuses a wrong PIN and an unknown badge with the same words', async () => {
    const [wrong, unknown] = [await tryPin('OP1001', WRONG, 'r-2'), await tryPin('OP9999', PIN, 'r-2')]
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(unknown.json()).toEqual(wrong.json())
    expect(wrong.json()).toMatchObject({ code: 'wrong_pin' })
    expect(wrong.cookies).toEqual([])
  })

  it('refuses a badge that is no longer active, and ends its session at once', async () => {
    const olga = await node.as('OP1002')
    await warehouse.sql("update staff set active = false where badge = 'OP1002'")
    expect((await olga.get('/api/sessions/current')).statusCode).toBe(401)
    expect((await tryPin('OP1002', PIN)).statusCode).toBe(401)
    await warehouse.sql("update staff set active = true where badge = 'OP1002'")
  })

  it('takes nothing but a badge and digits', async () => {
    const bodies = [
      {},
      { badge: 'OP1001' },
      { badge: 'OP1001', pin: 135_790 },
      { badge: 'OP1001', pin: '13579x' },
      { badge: ['OP1001'], pin: PIN },
      { badge: 'OP1001', pin: PIN, role: 'admin' },
      { badge: 'OP1001\0', pin: PIN },
      { badge: 'OP1001', pin: PIN, email: 'lotus@test.restow', password: PASSWORD },
    ]
    for (const body of bodies) expect((await node.signIn(body)).statusCode, JSON.stringify(body)).toBe(400)
  })
})

describe('five wrong PINs', () => {
  it('lock the badge on that device, on every server, and on no other device', async () => {
    for (let i = 0; i < 5; i++)
      expect((await tryPin('OP1001', WRONG, 'locked-1', i % 2 ? second : node)).statusCode).toBe(401)
    const right = await tryPin('OP1001', PIN, 'locked-1', second)
    expect([right.statusCode, right.json()]).toEqual([
      423,
      expect.objectContaining({
        code: 'locked',
        detail: 'OP1001 is locked on this device after five wrong PINs. Ask a supervisor to unlock it.',
      }),
    ])
    expect((await tryPin('OP1001', PIN, 'locked-2')).statusCode).toBe(200)
    expect((await tryPin('SV2001', PIN, 'locked-1')).statusCode).toBe(200)
  })

  it('are counted when they come all at once', async () => {
    const guesses = Array.from({ length: 20 }, (_, i) =>
      tryPin('AD3001', WRONG, 'locked-3', i % 2 ? second : node),
    )
    expect(await statuses(guesses)).toEqual([...Array(5).fill(401), ...Array(15).fill(423)])
    expect((await unlock('SV2001', 'AD3001')).statusCode).toBe(204)
  })

  it('are unlocked by a supervisor, and not by an operator or by nobody', async () => {
    for (let i = 0; i < 6; i++) await tryPin('OP1002', WRONG, 'locked-4')
    const refused = await unlock('OP1001', 'OP1002')
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'supervisor_only' }])
    const nobody = await node.app.inject({ method: 'POST', url: '/api/staff/OP1002/unlock' })
    expect(nobody.statusCode).toBe(401)
    expect((await tryPin('OP1002', PIN, 'locked-4')).statusCode).toBe(423)
    expect((await unlock('SV2001', 'OP1002')).statusCode).toBe(204)
    expect((await tryPin('OP1002', PIN, 'locked-4')).statusCode).toBe(200)
    expect((await unlock('SV2001', 'OP9999')).statusCode).toBe(404)
  })

  it('are forgotten after a right one: four wrong, one right, four wrong is no lock', async () => {
    const four = async () => {
      for (let i = 0; i < 4; i++) await tryPin('OP1002', WRONG, 'locked-5')
    }
    await four()
    expect((await tryPin('OP1002', PIN, 'locked-5')).statusCode).toBe(200)
    await four()
    expect((await tryPin('OP1002', PIN, 'locked-5')).statusCode).toBe(200)
  })

  it('are not got round by inventing devices, also not with all guesses at once', async () => {
    const guesses = Array.from({ length: 80 }, (_, i) => tryPin('OP1002', WRONG, `invented-${i}`))
    const answers = await statuses(guesses)
    expect(answers.filter((s) => s === 401).length).toBeLessThanOrEqual(40)
    expect(answers.filter((s) => s === 429).length).toBeGreaterThanOrEqual(40)
    expect((await tryPin('OP1002', PIN, 'another')).statusCode).toBe(429)
    expect((await unlock('SV2001', 'OP1002')).statusCode).toBe(204)
    expect((await tryPin('OP1002', PIN, 'another')).statusCode).toBe(200)
  })
})

describe('behind a proxy that speaks HTTPS', () => {
  const secure = async (on: typeof node) => {
    const answer = await on.signIn({ badge: 'OP1001', pin: PIN }, { 'x-forwarded-proto': 'https' })
    return answer.cookies[0]?.secure ?? false
  }

  it('the cookie is for HTTPS only, where the server was told of the proxy, and nowhere else', async () => {
    expect(await secure(node)).toBe(false)
    expect(await secure(await warehouse.addNode({ proxies: 1 }))).toBe(true)
  })
})

describe('a seller’s user', () => {
  it('signs in by e-mail address, in any case, and is told whose user it is', async () => {
    const answer = await node.signIn({ email: ' Lotus@TEST.restow', password: PASSWORD })
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { user: { name: 'LOTUS', role: 'seller', seller: 'LOTUS' } },
    ])
  })

  it('is let in neither with a wrong password nor with somebody’s who is not there, in the same words', async () => {
    const wrong = await node.signIn({ email: 'lotus@test.restow', password: 'x' })
    const unknown = await node.signIn({ email: 'nobody@test.restow', password: PASSWORD })
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
  })

  it('has to wait after five wrong passwords, also when all come at once, and is let in a quarter of an hour later', async () => {
    const guess = (password: string) => node.signIn({ email: 'northstar@test.restow', password })
    const answers = await statuses(Array.from({ length: 20 }, () => guess('wrong')))
    expect(answers).toEqual([...Array(5).fill(401), ...Array(15).fill(429)])
    expect((await guess(PASSWORD)).statusCode).toBe(429)
    const later = "update sign_in_failure set last_at = now() - interval '16 minutes'"
    await warehouse.sql(`${later} where who = 'northstar@test.restow'`)
    const again = await statuses(Array.from({ length: 20 }, () => guess('wrong')))
    expect(again.filter((s) => s === 401).length).toBeLessThanOrEqual(5)
    await warehouse.sql(`${later} where who = 'northstar@test.restow'`)
    expect((await guess(PASSWORD)).statusCode).toBe(200)
  })

  it('gives no commands, prints no plates, uploads no photos, unlocks nobody', async () => {
    const lotus = await node.as('lotus@test.restow')
    const refusals = [
      await lotus.post([command('ReceiveParcel', { tracking: 'SELLER-1', condition: 'intact' })]),
      await lotus.ask({ method: 'POST', url: '/api/plates', payload: { count: 1 } }),
      await lotus.ask({
        method: 'PUT',
        url: `/api/photos/${'a'.repeat(64)}`,
        payload: Buffer.from('x'),
        headers: { 'content-type': 'image/jpeg' },
      }),
      await lotus.ask({ method: 'POST', url: '/api/staff/OP1001/unlock' }),
    ]
    for (const refusal of refusals)
      expect([refusal.statusCode, refusal.json()]).toMatchObject([403, { code: 'staff_only' }])
    expect(await warehouse.sql("select 1 from parcel where tracking_number = 'SELLER-1'")).toEqual([])
  })

  it('sees its own unit, and of another seller’s not even that it is there', async () => {
    const otto = await node.as('OP1001')
    await otto.did(
      command('ReceiveParcel', { tracking: 'T6000', condition: 'intact' }),
      command('RegisterUnit', { parcel: 'T6000', lpn: plate(1), product: { sku: 'MUG' }, quantity: 1 }),
    )
    const [lotus, northstar] = [await node.as('lotus@test.restow'), await node.as('northstar@test.restow')]
    for (const url of [`/api/units/${plate(1)}`, `/api/units/${plate(1)}/timeline`, '/api/parcels/T6000']) {
      expect((await lotus.get(url)).statusCode, url).toBe(200)
      const other = await northstar.get(url)
      expect([other.statusCode, other.json()], url).toMatchObject([404, { code: 'not_found' }])
    }
    expect(await northstar.read(`/api/scan?code=${plate(1)}`)).toMatchObject({ kind: 'unknown' })
    expect(await lotus.read(`/api/scan?code=${plate(1)}`)).toMatchObject({ kind: 'unit' })
    expect((await northstar.get('/api/units/RU0000000000')).json()).toEqual(
      (await northstar.get(`/api/units/${plate(1)}`)).json(),
    )
  })
})

describe('a session', () => {
  it('ends at once on every server when it is signed out of', async () => {
    const otto = await node.as('OP1001')
    const there = second.with(otto.cookie)
    expect((await there.get('/api/sessions/current')).statusCode).toBe(200)
    const out = await otto.ask({ method: 'DELETE', url: '/api/sessions/current' })
    expect([out.statusCode, out.cookies[0]?.value]).toEqual([204, ''])
    for (const person of [otto, there]) {
      expect((await person.get('/api/sessions/current')).statusCode).toBe(401)
      const answer = await person.post([command('ReceiveParcel', { tracking: 'X', condition: 'intact' })])
      expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: 'not_signed_in' }])
    }
  })

  it('ends by itself after a shift', async () => {
    const otto = await node.as('OP1001')
    await warehouse.sql("update session set expires_at = now() - interval '1 second' where badge = 'OP1001'")
    expect((await otto.get('/api/sessions/current')).statusCode).toBe(401)
  })

  it('is not opened by a made-up cookie, nor is anything asked without one', async () => {
    for (const cookie of ['restow_session=', `restow_session=${'A'.repeat(43)}`, 'restow_session=%00', 'x=y'])
      expect((await node.with(cookie).get('/api/sessions/current')).statusCode, cookie).toBe(401)
    for (const url of [
      '/api/scan?code=X',
      '/api/parcels/X',
      '/api/units/X',
      `/api/photos/${'a'.repeat(64)}`,
      '/api/imports/00000000-0000-7000-8000-000000000000',
    ])
      expect((await node.app.inject({ method: 'GET', url })).statusCode, url).toBe(401)
  })
})

describe('a page of another origin', () => {
  const from = async (origin: string, host = 'returns.example') => {
    const answer = await node.signIn({ badge: 'OP1001', pin: PIN }, { origin, host })
    return answer.statusCode
  }

  it('changes nothing here; the server’s own and the listed ones may', async () => {
    expect(await from('https://returns.example')).toBe(200)
    expect(await from('https://desk.example')).toBe(200)
    for (const foreign of [
      'https://evil.example',
      'https://desk.example.evil.example',
      'https://returns.example:8443',
      'https://returns.example@evil.example',
      'null',
      '',
    ])
      expect(await from(foreign), foreign).toBe(403)
  })

  it('may not send commands with somebody’s cookie either', async () => {
    const otto = await node.as('OP1001')
    const answer = await otto.ask({
      method: 'POST',
      url: '/api/commands',
      payload: { commands: [command('ReceiveParcel', { tracking: 'FOREIGN', condition: 'intact' })] },
      headers: { origin: 'https://evil.example' },
    })
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'origin_not_allowed' }])
    expect(await warehouse.sql("select 1 from parcel where tracking_number = 'FOREIGN'")).toEqual([])
  })
})

it('nothing of PINs, passwords and cookies is ever logged', async () => {
  const otto = await node.as('OP1001')
  await otto.get('/api/sessions/current')
  const lines = node.logged.join('')
  expect(lines).toContain('/api/sessions')
  for (const secret of [PIN, WRONG, PASSWORD, otto.cookie.split('=')[1] ?? '', 'northstar@test.restow'])
    expect(lines).not.toContain(secret)
})
