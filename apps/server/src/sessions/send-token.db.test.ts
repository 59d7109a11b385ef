import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, PIN, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse({ logLevel: 'trace' })
})
afterAll(() => warehouse?.close())

/** Somebody signed in on a device, with what that gives. */
async function signIn(badge: string, deviceId?: string): Promise<{ person: Person; token: string }> {
  const answer = await warehouse.node.signIn({ badge, pin: PIN, ...(deviceId ? { deviceId } : {}) })
  const [cookie] = answer.cookies
  const { sendToken = '' } = answer.json<{ sendToken?: string }>()
  return { person: warehouse.node.with(`${cookie?.name}=${cookie?.value}`), token: sendToken }
}
const nobody = () => warehouse.node.with('')
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const receive = (tracking: string, deviceId: string) => ({
  ...command('ReceiveParcel', { tracking, condition: 'intact' }),
  deviceId,
})
const send = (token: string, commands: object[], who: Person = nobody()) =>
  who.ask({ method: 'POST', url: '/api/commands', payload: { commands }, headers: bearer(token) })
const signOut = (who: Person) => who.ask({ method: 'DELETE', url: '/api/sessions/current' })
const whoReceived = async (tracking: string) => {
  const text = `select meta->'actor'->>'user' as by from ledger_event where type = 'ParcelReceived' and stream_id in (select id from parcel where tracking_number = $1)`
  return (await warehouse.sql<{ by: string }>(text, [tracking])).map((row) => row.by)
}
const daysLeft = async (token: string) => {
  const text =
    'select extract(epoch from expires_at - now()) / 86400 as days from send_token where token_hash = $1'
  const [row] = await warehouse.sql<{ days: string }>(text, [createHash('sha256').update(token).digest()])
  return Number(row?.days)
}

describe('a send token', () => {
  it('comes with a sign-in on a named device, each time another, and only its hash is kept', async () => {
    const [first, second] = [await signIn('OP1001', 'reader-1'), await signIn('OP1001', 'reader-1')]
    expect(first.token).toMatch(/^rst_[\w-]{43}$/)
    expect(second.token).not.toBe(first.token)
    expect((await signIn('OP1001')).token).toBe('')
    const kept = await warehouse.sql("select encode(token_hash, 'escape') as hash, * from send_token")
    expect(JSON.stringify(kept)).not.toContain(first.token)
    for (const { token } of [first, second]) expect((await send(token, [{}])).statusCode).toBe(200)
  })

  it('sends work as the person who did it, after sign-out and while somebody else is signed in', async () => {
    const otto = await signIn('OP1001', 'reader-2')
    await signOut(otto.person)
    const olga = await signIn('OP1002', 'reader-2')
    const sent = await send(otto.token, [receive('SEND-1', 'reader-2')], olga.person)
    expect([sent.statusCode, sent.json()]).toMatchObject([200, { outcomes: [{ outcome: 'accepted' }] }])
    await olga.person.did(receive('SEND-2', 'reader-2'))
    expect([await whoReceived('SEND-1'), await whoReceived('SEND-2')]).toEqual([['OP1001'], ['OP1002']])
  })

  it('sends photos as well', async () => {
    const otto = await signIn('OP1001', 'reader-3')
    const pixels = { width: 8, height: 8, channels: 3, background: '#3a3' } as const
    const bytes = await sharp({ create: pixels }).jpeg().toBuffer()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const headers = { 'content-type': 'image/jpeg', ...bearer(otto.token) }
    const kept = await nobody().ask({
      method: 'PUT',
      url: `/api/photos/${sha256}`,
      payload: bytes,
      headers,
    })
    expect(kept.statusCode).toBe(201)
  })

  it('opens nothing else, whoever is signed in beside it', async () => {
    const { token, person } = await signIn('AD3001', 'reader-4')
    const others = [
      ['GET', '/api/sessions/current'],
      ['GET', '/api/units'],
      ['GET', '/api/scan?code=X'],
      ['POST', '/api/plates'],
      ['PUT', '/api/staff/OP1009'],
      ['GET', `/api/photos/${'a'.repeat(64)}`],
      ['GET', `/api/photos/${'a'.repeat(64)}/original`],
      ['DELETE', '/api/sessions/current'],
      ['POST', '/api/sessions'],
      ['GET', '/api/nothing'],
    ] as const
    for (const [method, url] of others)
      for (const who of [nobody(), person]) {
        const answer = await who.ask({ method, url, headers: bearer(token) })
        expect([answer.statusCode, answer.json()], url).toMatchObject([
          401,
          { code: 'send_token_only_sends' },
        ])
      }
  })

  it('sends what was done on its own device; what another did is rejected by itself', async () => {
    const { token } = await signIn('OP1001', 'reader-5')
    const sent = await send(token, [
      receive('SEND-5A', 'reader-5'),
      receive('SEND-5B', 'reader-6'),
      receive('SEND-5C', 'reader-5'),
    ])
    expect(sent.json<{ outcomes: object[] }>().outcomes).toMatchObject([
      { outcome: 'accepted' },
      {
        outcome: 'rejected',
        code: 'wrong_device',
        message:
          'This was done on the device reader-6 and is sent under a sign-in of reader-5. Bring the device to a supervisor.',
      },
      { outcome: 'accepted' },
    ])
    expect(await whoReceived('SEND-5B')).toEqual([])
  })
})

describe('what a device keeps may be sent', () => {
  it('for 14 days after the shift, from sign-out on where that comes first, and no longer by signing out again', async () => {
    const { token, person } = await signIn('OP1001', 'reader-7')
    expect(await daysLeft(token)).toBeCloseTo(14 + 14 / 24, 1)
    await signOut(person)
    expect(await daysLeft(token)).toBeCloseTo(14, 2)
    await warehouse.sql(
      "update send_token set expires_at = now() + interval '1 day' where device_id = 'reader-7'",
    )
    await signOut(person)
    expect(await daysLeft(token)).toBeCloseTo(1, 2)
  })

  it('under an older sign-in of the same person on the same device too', async () => {
    const before = await signIn('OP1001', 'reader-8')
    const after = await signIn('OP1001', 'reader-8')
    await signOut(after.person)
    expect(await daysLeft(before.token)).toBeGreaterThan(14.4)
    expect((await send(before.token, [receive('SEND-8', 'reader-8')])).statusCode).toBe(200)
  })
})

describe('what cannot be sent stays on the device, and somebody is named to see', () => {
  const refusal = async (token: string) => {
    const answer = await send(token, [receive('SEND-9', 'reader-9')])
    const { code, detail } = answer.json<{ code: string; detail: string }>()
    return [answer.statusCode, code, detail]
  }

  it('where its token is none that was given out', async () => {
    expect(await refusal(`rst_${'A'.repeat(43)}`)).toEqual([
      401,
      'send_token_unknown',
      'The sign-in that this work was done under is not known here. It stays on the device: bring it to a supervisor.',
    ])
  })

  it('where it is past its time', async () => {
    const { token } = await signIn('OP1001', 'reader-9')
    await warehouse.sql("update send_token set expires_at = now() where device_id = 'reader-9'")
    expect(await refusal(token)).toEqual([
      401,
      'send_token_expired',
      'The sign-in of OP1001 on this device ended more than 14 days ago. Its unsent work is kept: OP1001 signs in on it again, or bring it to a supervisor.',
    ])
  })

  it('where it was withdrawn', async () => {
    const { token } = await signIn('OP1001', 'reader-10')
    const text = "update send_token set revoked_at = '2026-11-02T17:14:00Z' where device_id = 'reader-10'"
    await warehouse.sql(text)
    expect(await refusal(token)).toEqual([
      403,
      'device_revoked',
      'This sign-in of OP1001 was withdrawn at 09:14 on 2026-11-02. Its unsent work is kept: bring the device to a supervisor.',
    ])
  })

  it('where its person works here no more, until a supervisor has decided', async () => {
    const { token } = await signIn('OP1002', 'reader-9')
    await warehouse.sql("update staff set active = false where badge = 'OP1002'")
    expect(await refusal(token)).toEqual([
      403,
      'staff_inactive',
      'Olga (OP1002) does not work here any more, so this work waits. It is kept on the device: bring it to a supervisor, who decides.',
    ])
    await warehouse.sql("update staff set active = true where badge = 'OP1002'")
    expect((await send(token, [receive('SEND-9', 'reader-9')])).statusCode).toBe(200)
  })
})

it('no send token is ever logged', async () => {
  const { token } = await signIn('OP1001', 'reader-11')
  await send(token, [receive('SEND-11', 'reader-11')])
  expect(warehouse.node.logged.join('')).toContain('/api/commands')
  expect(warehouse.node.logged.join('')).not.toContain(token)
})
