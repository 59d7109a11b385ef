import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskOf, SUPERVISOR } from './desk.ts'

/** A supervisor makes a handheld one of the house, sees what it keeps, and takes it out of use. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow devices '))
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
})

afterAll(async () => {
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What a handheld asks, with a session and a send token of its own. */
async function handheld(deviceId: string) {
  const { request } = await browser.newContext()
  const post = (path: string, data: object) => request.post(`${server.origin}/api/${path}`, { data })
  return {
    enrol: (code: string) => post('devices/enrol', { code, deviceId }),
    signIn: () => post('sessions', { badge: 'OP1001', pin: '135790', deviceId }),
    drop: (facts: object) => post('devices/dropped', { deviceId, dropped: [facts] }),
    tell: (more: object) => post('devices/heartbeat', { deviceId, appVersion: '0.1.0', refused: 0, ...more }),
  }
}

async function enrolOn(page: Page, name: string, enrol: (code: string) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: 'Enrol a device' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Show the code' }).click()
  await page.getByRole('img', { name: 'Enrolment code as a QR code' }).waitFor()
  await enrol((await page.getByText(/^RSE:/).textContent()) ?? '')
  await page.getByRole('status').getByText(`${name} is enrolled.`).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

describe('a handheld', () => {
  it('is enrolled off the screen, is seen with what it keeps, and signs nobody in once it is out of use', async () => {
    const { context, page } = await deskOf(browser, server.origin, SUPERVISOR)
    await page.goto(`${server.origin}/set-up/devices`)
    const dock = await handheld('handheld-1')
    await enrolOn(page, 'Dock 1', dock.enrol)
    await dock.signIn()
    const oldest = new Date(Date.now() - 40 * 60_000).toISOString()
    await dock.tell({ battery: 64, unsent: 12, oldestUnsentAt: oldest })
    await page.reload()
    const row = page.getByRole('row', { name: /Dock 1/ })
    for (const seen of ['12, oldest 40 min', 'waits long', 'in use', 'OP1001', '64 %'])
      await row.getByText(seen).waitFor()

    await row.getByRole('button', { name: 'Take out of use: Dock 1' }).click()
    const asked = page.getByRole('dialog', { name: 'Take Dock 1 out of use?' })
    await asked.getByText(/Its unsent work stays on it/).waitFor()
    await asked.getByRole('button', { name: 'Take out of use' }).click()
    await row.getByText('out of use', { exact: true }).waitFor()
    expect((await dock.signIn()).status()).toBe(403)
    await row.getByRole('button', { name: 'Take into use: Dock 1' }).click()
    await row.getByText('in use', { exact: true }).waitFor()
    expect((await dock.signIn()).status()).toBe(200)
    await context.close()
  })

  it('is seen with what was dropped on it: who, which command and why', async () => {
    const { page } = await deskOf(browser, server.origin, SUPERVISOR)
    const dock = await handheld('handheld-9')
    await dock.signIn()
    await dock.tell({ unsent: 0 })
    const kept = await dock.drop({
      ...{ commandId: randomUUID(), type: 'PutAwayUnit', about: 'RU0000000017', doneBy: 'OP1002' },
      ...{ code: 'bin_full', message: 'The bin is full.', reason: 'settled' },
      droppedAt: new Date().toISOString(),
    })
    expect(await kept.json()).toEqual({ kept: 1 })
    await page.goto(`${server.origin}/set-up/devices`)
    await page.getByRole('button', { name: 'Dropped on handheld-9' }).click()
    const row = page.getByRole('dialog').getByRole('row').filter({ hasText: 'Settled with a supervisor' })
    for (const words of ['OP1001', 'put away', 'RU0000000017', 'OP1002', 'The bin is full.'])
      await row.getByText(words).waitFor()
  })
})
