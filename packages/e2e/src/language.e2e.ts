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
})
