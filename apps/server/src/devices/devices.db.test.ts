import type { DeviceItem, DeviceList, Enrolled, Enrolment } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, PIN, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let ada: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { node } = warehouse
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  ada = await node.as('AD3001')
})
afterAll(() => warehouse?.close())

const nobody = () => warehouse.node.with('')
const post = (who: Person, url: string, payload: object = {}, token?: string) =>
  who.ask({
    method: 'POST',
    url,
    payload,
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  })
const put = (who: Person, url: string, payload: object) => who.ask({ method: 'PUT', url, payload })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]
const codeFor = async (name: string) =>
  (await post(sven, '/api/devices/enrolments', { name })).json<Enrolment>()
const enrol = (code: string, deviceId: string) =>
  post(nobody(), '/api/devices/enrol', { code, deviceId, appVersion: '0.1.0' })
const enrolled = async (name: string, deviceId: string) =>
  (await enrol((await codeFor(name)).code, deviceId)).json<Enrolled>()
const beat = (deviceId: string, more: object = {}) => ({
  deviceId,
  appVersion: '0.1.0',
  unsent: 0,
  refused: 0,
  ...more,
})
const heartbeat = (who: Person, payload: object, token?: string) =>
  post(who, '/api/devices/heartbeat', payload, token)
const listedAs = async (deviceId: string) =>
  (await sven.read<DeviceList>('/api/devices?limit=200')).items.find((d) => d.deviceId === deviceId)
const signIn = (badge: string, deviceId?: string, deviceKey?: string) =>
  warehouse.node.signIn({
    badge,
    pin: PIN,
    ...(deviceId ? { deviceId } : {}),
    ...(deviceKey ? { deviceKey } : {}),
  })
const receive = (tracking: string, deviceId: string) => ({
  ...command('ReceiveParcel', { tracking, condition: 'intact' }),
  deviceId,
})

describe('a device', () => {
  it('is enrolled by a supervisor’s code, once, and is on the list under its name', async () => {
    const { code, id, expiresAt } = await codeFor('Dock 1')
    expect(code).toMatch(/^RSE:[\w-]{32}$/)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000)
    const state = () => sven.read(`/api/devices/enrolments/${id}`)
    expect(await state()).toMatchObject({ usedBy: null, expired: false })
    const answer = await enrol(code, 'reader-1')
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        device: { deviceId: 'reader-1', name: 'Dock 1', warehouse: 'LAX1' },
        deviceKey: expect.stringMatching(/^rdk_[\w-]{43}$/),
      },
    ])
    expect(await state()).toMatchObject({ usedBy: 'reader-1' })
    expect(await listedAs('reader-1')).toMatchObject({ name: 'Dock 1', enrolled: true, enrolledBy: 'SV2001' })
    expect(problem(await enrol(code, 'reader-2'))).toEqual([422, 'enrolment_unknown'])
    const kept = await warehouse.sql('select key_hash, token_hash from device, enrolment')
    expect(JSON.stringify(kept)).not.toContain(answer.json<Enrolled>().deviceKey)
  })

  it('is not enrolled by a code a quarter of an hour old, nor by a made-up one, and not by an operator’s', async () => {
    const { code } = await codeFor('Late')
    await warehouse.sql("update enrolment set expires_at = now() where name = 'Late'")
    expect(problem(await enrol(code, 'late'))).toEqual([422, 'enrolment_unknown'])
    expect(problem(await enrol(`RSE:${'A'.repeat(32)}`, 'late'))).toEqual([422, 'enrolment_unknown'])
    expect(problem(await post(otto, '/api/devices/enrolments', { name: 'X' }))).toEqual([
      403,
      'supervisor_only',
    ])
    expect(problem(await otto.get('/api/devices'))).toEqual([403, 'supervisor_only'])
    expect(problem(await post(nobody(), '/api/devices/enrolments', { name: 'X' }))).toEqual([
      401,
      'not_signed_in',
    ])
  })

  it('tells what it keeps, enrolled or not', async () => {
    const oldest = new Date(Date.now() - 20 * 60_000).toISOString()
    const answer = await heartbeat(
      otto,
      beat('reader-3', { battery: 7, charging: true, unsent: 4, oldestUnsentAt: oldest, refused: 2 }),
    )
    expect(answer.json()).toEqual({
      device: { name: null, enrolled: false, revoked: false, printer: null },
    })
    const item = await listedAs('reader-3')
    expect(item).toMatchObject({
      name: null,
      enrolled: false,
      lastBadge: 'OP1001',
      appVersion: '0.1.0',
      battery: 7,
      charging: true,
      unsent: 4,
      refused: 2,
      revokedAt: null,
    })
    expect(Date.parse(item?.oldestUnsentAt ?? '')).toBe(Date.parse(oldest))
    await heartbeat(otto, beat('reader-3', { oldestUnsentAt: oldest }))
    expect(await listedAs('reader-3')).toMatchObject({ battery: null, unsent: 0, oldestUnsentAt: null })
  })

  it('has kept nothing since tomorrow, whatever its clock says', async () => {
    await heartbeat(otto, beat('reader-4', { unsent: 1, oldestUnsentAt: '2126-01-01T00:00:00Z' }))
    expect(Date.parse((await listedAs('reader-4'))?.oldestUnsentAt ?? '')).toBeLessThanOrEqual(Date.now())
  })

  it('speaks for itself under a send token, and for no other', async () => {
    const { sendToken } = (await signIn('OP1002', 'reader-5')).json<{ sendToken: string }>()
    expect((await heartbeat(nobody(), beat('reader-5'), sendToken)).statusCode).toBe(200)
    expect(await listedAs('reader-5')).toMatchObject({ lastBadge: 'OP1002' })
    expect(problem(await heartbeat(nobody(), beat('reader-6'), sendToken))).toEqual([403, 'wrong_device'])
    expect(problem(await heartbeat(nobody(), beat('reader-5')))).toEqual([401, 'not_signed_in'])
  })

  it('is named by a supervisor', async () => {
    await heartbeat(otto, beat('reader-7'))
    const named = await put(sven, '/api/devices/reader-7', { name: ' Packing ' })
    expect(named.json<DeviceItem>()).toMatchObject({ name: 'Packing', enrolled: false })
    expect((await put(sven, '/api/devices/reader-7', { name: '  ' })).statusCode).toBe(400)
    expect(problem(await put(sven, '/api/devices/nowhere', { name: 'X' }))).toEqual([404, 'not_found'])
    expect(problem(await put(otto, '/api/devices/reader-7', { name: 'X' }))).toEqual([403, 'supervisor_only'])
  })

  it('is listed a page at a time, by name', async () => {
    const all: string[] = []
    for (let cursor = ''; ; ) {
      const url = `/api/devices?limit=2${cursor && `&cursor=${cursor}`}`
      const { items, nextCursor } = await sven.read<DeviceList>(url)
      all.push(...items.map((d) => d.name ?? d.deviceId))
      if (nextCursor === null) break
      cursor = nextCursor
    }
    expect(all.length).toBeGreaterThan(4)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a device that is taken out of use', () => {
  it('signs its person out and nobody in, keeps its work, and sends it once it is enrolled again', async () => {
    await enrolled('Dock 8', 'reader-8')
    const answer = await signIn('OP1002', 'reader-8')
    const { sendToken } = answer.json<{ sendToken: string }>()
    const olga = warehouse.node.with(`restow_session=${answer.cookies[0]?.value}`)
    expect(problem(await post(otto, '/api/devices/reader-8/revoke'))).toEqual([403, 'supervisor_only'])
    const revoked = await post(sven, '/api/devices/reader-8/revoke')
    expect(revoked.json<DeviceItem>()).toMatchObject({ deviceId: 'reader-8', revokedBy: 'SV2001' })
    await warehouse.sql("update device set revoked_at = '2026-11-02T17:14:00Z' where device_id = 'reader-8'")
    expect((await olga.get('/api/sessions/current')).statusCode).toBe(401)
    const sentence =
      'This device was taken out of use by SV2001 at 09:14 on 2026-11-02. Its unsent work is kept: bring it to a supervisor.'
    const send = () =>
      post(nobody(), '/api/commands', { commands: [receive('REV-1', 'reader-8')] }, sendToken)
    for (const refused of [await signIn('OP1001', 'reader-8'), await send()]) {
      expect(problem(refused)).toEqual([403, 'device_revoked'])
      expect(refused.json<{ detail: string }>().detail).toBe(sentence)
      expect(refused.cookies).toEqual([])
    }
    expect((await signIn('OP1001', 'reader-9')).statusCode).toBe(200)
    expect((await signIn('OP1001', 'reader-8')).statusCode).toBe(403)
    await enrolled('Dock 8b', 'reader-8')
    expect((await send()).json()).toMatchObject({ outcomes: [{ outcome: 'accepted' }] })
    expect((await signIn('OP1001', 'reader-8')).statusCode).toBe(200)
  })

  it('is told so by its heartbeat, stays who took it out first, and comes back by a supervisor', async () => {
    await heartbeat(otto, beat('reader-10'))
    await post(sven, '/api/devices/reader-10/revoke')
    await post(ada, '/api/devices/reader-10/revoke')
    expect(await listedAs('reader-10')).toMatchObject({ revokedBy: 'SV2001' })
    expect((await heartbeat(otto, beat('reader-10'))).json()).toMatchObject({ device: { revoked: true } })
    expect((await post(sven, '/api/devices/reader-10/restore')).json()).toMatchObject({ revokedAt: null })
    expect((await signIn('OP1001', 'reader-10')).statusCode).toBe(200)
    expect(problem(await post(sven, '/api/devices/nowhere/restore'))).toEqual([404, 'not_found'])
  })

  it('of another warehouse is none of ours', async () => {
    await warehouse.sql(
      "insert into warehouse (code, name, time_zone, currency) values ('BER1', 'Berlin', 'Europe/Berlin', 'EUR') on conflict do nothing",
    )
    await warehouse.sql(
      "insert into device (device_id, warehouse, key_hash) values ('berlin', 'BER1', '\\x00')",
    )
    expect(problem(await post(sven, '/api/devices/berlin/revoke'))).toEqual([404, 'not_found'])
    await heartbeat(otto, beat('berlin'))
    expect(await listedAs('berlin')).toBeUndefined()
  })
})

describe('a warehouse that demands enrolled devices', () => {
  it('is made so by an admin, and lets operators in with a device’s key only', async () => {
    const { deviceKey } = await enrolled('Dock 11', 'reader-11')
    await enrolled('Dock 12', 'reader-12')
    expect(await otto.read('/api/warehouse')).toMatchObject({ code: 'LAX1', demandsEnrolled: false })
    const demand = (who: Person, demandsEnrolled: boolean) => put(who, '/api/warehouse', { demandsEnrolled })
    expect(problem(await demand(sven, true))).toEqual([403, 'admin_only'])
    expect((await demand(ada, true)).json()).toMatchObject({ demandsEnrolled: true })
    expect((await signIn('OP1001', 'reader-11', deviceKey)).statusCode).toBe(200)
    for (const refused of [
      await signIn('OP1001', 'reader-11'),
      await signIn('OP1001', 'reader-12', deviceKey),
      await signIn('OP1001', 'reader-13', deviceKey),
      await signIn('OP1001'),
      await signIn('SV2001', 'reader-13'),
    ])
      expect(problem(refused)).toEqual([403, 'device_not_enrolled'])
    expect((await signIn('SV2001')).statusCode).toBe(200)
    await enrolled('Dock 11', 'reader-11')
    expect(problem(await signIn('OP1001', 'reader-11', deviceKey))).toEqual([403, 'device_not_enrolled'])
    await demand(ada, false)
    expect((await signIn('OP1001')).statusCode).toBe(200)
  })
})

it('twenty wrong enrolment codes from one place make it wait, also when all come at once', async () => {
  const { code } = await codeFor('Guessed')
  const guesses = Array.from({ length: 40 }, () => enrol('RSE:wrong', 'guesser'))
  const statuses = (await Promise.all(guesses)).map((a) => a.statusCode)
  expect(statuses.filter((s) => s === 429).length).toBeGreaterThanOrEqual(20)
  expect(problem(await enrol(code, 'guesser'))).toEqual([429, 'too_many_guesses'])
  await warehouse.sql("update sign_in_failure set last_at = now() - interval '16 minutes'")
  expect((await enrol(code, 'guesser')).statusCode).toBe(200)
})
