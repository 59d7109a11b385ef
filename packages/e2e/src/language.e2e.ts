import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'

/** The language goes with the badge: from one handheld to the next, to the desk, and through a hall without Wi-Fi. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow language '))
let server: ServerProcess
let first: Floor
let second: Floor

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  first = await Floor.open(server.origin)
  second = await Floor.open(server.origin)
})

afterAll(async () => {
  await first?.close()
  await second?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function signIn(floor: Floor, submit: string, badge: string, ready: string): Promise<void> {
  await floor.heading(submit).waitFor()
  await floor.scan(badge)
  await floor.page.getByLabel('PIN').fill('135790')
  await floor.button(submit).click()
  await floor.heading(ready).waitFor()
}

/** What can be pressed and begins or ends beside the screen. */
const OUT_OF_REACH = `[...document.querySelectorAll('button, a, input, select')]
  .map((one) => ({ said: one.ariaLabel ?? one.textContent, at: one.getBoundingClientRect() }))
  .filter(({ at }) => at.width > 0 && (at.left < 0 || at.right > innerWidth))
  .map(({ said }) => said)`

const storedWith = async (floor: Floor) => {
  const answer = await floor.context.request.get(`${server.origin}/api/sessions/current`)
  return ((await answer.json()) as { user: { language?: string } }).user.language
}

describe('the language of a worker', () => {
  it('is stored with the badge when it is chosen', async () => {
    await signIn(first, 'Sign in', 'OP1001', 'Ready')
    await first.scan('.R.MENU')
    await first.button('Deutsch').click()
    await first.heading('Menü').waitFor()
    await expect.poll(() => storedWith(first)).toBe('de')
  })

  it('is there on another handheld as soon as they sign in', async () => {
    await signIn(second, 'Sign in', 'OP1001', 'Bereit')
    await second.scan('.R.MENU')
    await second.scan('.R.SIGN-OUT')
    await second.heading('Anmelden').waitFor()
  })

  it('is the next one’s own for the next one', async () => {
    await second.button('简体中文').click()
    await second.heading('登录').waitFor()
    // Whoever signs in comes back to the screen that was left.
    await signIn(second, '登录', 'OP1002', '菜单')
    await expect.poll(() => storedWith(second)).toBe('zh-CN')
    expect(await storedWith(first)).toBe('de')
  })

  it('stays on the handheld while there is no network, and is stored when there is', async () => {
    await first.page.route('**/api/sessions/current/language', (route) => route.abort())
    await first.button('Español').click()
    await first.heading('Menú').waitFor()
    await first.page.reload()
    await first.heading('Menú').waitFor()
    expect(await storedWith(first)).toBe('de')
    await first.page.unroute('**/api/sessions/current/language')
    await first.context.setOffline(true)
    await first.context.setOffline(false)
    await expect.poll(() => storedWith(first), { timeout: 20_000 }).toBe('es')
  })

  it('is the same person’s at the desk', async () => {
    const desk = await first.context.newPage()
    await desk.goto(`${server.origin}/`)
    await expect.poll(() => desk.evaluate('document.documentElement.lang')).toBe('es')
  })

  it('has room on a phone: whatever a seller can press at the desk is in reach', async () => {
    const { request } = second.context
    const headers = { origin: server.origin }
    const data = { email: 'lotus@demo.restow', password: 'restow-demo' }
    await request.post(`${server.origin}/api/sessions`, { headers, data })
    const key = {
      name: 'Rückgabebearbeitung Zentrallager Hamburg-Billbrook',
      scopes: ['reports', 'decisions'],
    }
    await request.post(`${server.origin}/api/sellers/LOTUS/api-keys`, { headers, data: key })
    const desk = await second.context.newPage()
    await desk.addInitScript(`localStorage.setItem('restow.language', 'de')`)
    for (const [path, act] of [
      ['keys', /^Widerrufen/],
      ['reports', 'Mehrere Tage'],
    ] as const) {
      await desk.goto(`${server.origin}/${path}`)
      await desk.getByRole('button', { name: act }).waitFor()
      expect(await desk.evaluate(OUT_OF_REACH), path).toEqual([])
    }
  })
})
