import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../outbox/api.ts'
import { lastSignedIn } from '../outbox/people.ts'
import { changeHands, keepSessionFresh, signIn, takeUpSession, useSession } from './session.store.ts'

/** What the server is asked, to be answered when and how a test says. */
interface Asked {
  readonly what: string
  readonly body: string
  readonly answer: (status: number, body?: object) => Promise<void>
  readonly break: () => Promise<void>
}
let asked: Asked[] = []
/** Until all that follows from an answer is done: what is kept on the way is on a disk. */
const settled = async () => {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setTimeout(resolve, 0))
}
/** Takes the next request of this kind, which may still have to come. */
const took = (what: string) =>
  vi.waitFor(() => {
    const at = asked.findIndex((one) => one.what === what)
    if (at < 0) throw new Error(`nobody asked ${what}, but ${asked.map((one) => one.what).join(', ')}`)
    return asked.splice(at, 1)[0] as Asked
  })

beforeEach(() => {
  asked = []
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
    return new Promise((resolve, reject) => {
      asked.push({
        ...{ what: `${method} ${path}`, body: body ?? '' },
        answer: (status, json = {}) => {
          resolve(new Response(status === 204 ? null : JSON.stringify(json), { status }))
          return settled()
        },
        break: () => {
          reject(new TypeError('no network'))
          return settled()
        },
      })
    })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const SIGN_IN = 'POST /api/sessions'
const begun = (badge: string) => ({
  user: { badge, name: badge, role: 'operator', warehouse: 'LAX1', timeZone: 'UTC' },
  sendToken: `rst_${badge}`,
})
async function signedIn(badge: string): Promise<void> {
  const signingIn = signIn(badge, '135790')
  await (await took(SIGN_IN)).answer(200, begun(badge))
  expect(await signingIn).toBe(null)
}
async function leftBehind(): Promise<void> {
  const leaving = changeHands()
  await (await took('DELETE /api/sessions/current')).answer(204)
  await leaving
}
const atTheDevice = () => useSession.getState().person?.badge ?? null
const asking = (lpn: string) => void api.unit(lpn).catch(() => {})

describe('a session on the floor', () => {
  it('is over when the server no longer knows it, and the badge waits to sign in again', async () => {
    await signedIn('OP1001')
    asking('RU1')
    await (await took('GET /api/units/RU1')).answer(401)
    expect(useSession.getState()).toEqual({ person: null, badge: 'OP1001', expired: true })
    await vi.waitFor(async () => expect(await lastSignedIn()).toBe(undefined))
  })

  it('does not hear an answer to what was asked in one before it', async () => {
    await signedIn('OP1001')
    asking('RU1')
    const late = await took('GET /api/units/RU1')
    await leftBehind()
    await signedIn('OP1002')
    await late.answer(401)
    expect(useSession.getState()).toMatchObject({ person: { badge: 'OP1002' }, expired: false })
    expect((await lastSignedIn())?.badge).toBe('OP1002')
    asking('RU2')
    await (await took('GET /api/units/RU2')).answer(401)
    expect(atTheDevice()).toBe(null)
  })

  it('does not hear an answer to what was asked while somebody signed in', async () => {
    const signingIn = signIn('OP1001', '135790')
    const arrived = await took(SIGN_IN)
    asking('RU1')
    await arrived.answer(200, begun('OP1001'))
    await signingIn
    await (await took('GET /api/units/RU1')).answer(401)
    expect(atTheDevice()).toBe('OP1001')
  })

  it.each([
    ['nobody', 401, {}],
    ['somebody else', 200, { user: begun('OP1003').user }],
  ] as const)('is not corrected by who was there when the app began: %s', async (_, status, body) => {
    await signedIn('OP1001')
    const takingUp = takeUpSession()
    const late = await took('GET /api/sessions/current')
    await leftBehind()
    await signedIn('OP1002')
    await late.answer(status, body)
    await takingUp
    expect(atTheDevice()).toBe('OP1002')
  })

  it.each([
    ['refused', 401, null],
    ['taken', 200, 'DELETE /api/sessions/current'],
  ] as const)('is not ended by one that began offline, was left and is %s later', async (_, status, then) => {
    await signedIn('OP1001')
    await leftBehind()
    const offline = signIn('OP1001', '135790')
    await (await took(SIGN_IN)).break()
    expect(await offline).toBe(null)
    const stop = keepSessionFresh()
    try {
      window.dispatchEvent(new Event('online'))
      const late = await took(SIGN_IN)
      expect(late.body).toContain('OP1001')
      await leftBehind()
      await signedIn('OP1002')
      await late.answer(status, status === 200 ? begun('OP1001') : {})
      if (then) await (await took(then)).answer(204)
      expect(atTheDevice()).toBe('OP1002')
    } finally {
      stop()
    }
  })
})
