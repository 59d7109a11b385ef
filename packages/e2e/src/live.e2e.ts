import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { Handheld } from '@restow/testkit/commands'
import { type FaultyNetwork, openFaultyNetwork } from '@restow/testkit/faulty-network'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskOf, SUPERVISOR } from './desk.ts'
import { record, signIn } from './requests.ts'

/** A board on a wall, while the floor works and the line does what lines do. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow live '))
let server: ServerProcess
let network: FaultyNetwork
let browser: Browser
let floor: APIRequestContext
let context: BrowserContext
let page: Page
const hand = new Handheld('live-1')

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  network = await openFaultyNetwork(server.port)
  browser = await shareBrowser()
  const worker = await browser.newContext()
  floor = worker.request
  await signIn(floor, server.origin, { badge: 'OP1001', pin: '135790' })
  ;({ context, page } = await deskOf(browser, network.origin, SUPERVISOR))
  await page.goto(`${network.origin}/pipeline`)
  await page.getByText('Live', { exact: true }).waitFor()
})
afterAll(async () => {
  await leaveBrowser()
  await network?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

let parcels = 0
async function receive(count = 1): Promise<void> {
  const commands = Array.from({ length: count }, () =>
    hand.command('ReceiveParcel', { tracking: `WALL-${++parcels}`, condition: 'intact' }),
  )
  await record(floor, server.origin, commands)
}

const received = () =>
  page
    .getByRole('table', { name: 'Parcels by step' })
    .getByRole('row', { name: /^received/i })
    .getByRole('cell')
    .nth(1)
const shown = async (): Promise<number> =>
  Number(((await received().textContent()) ?? '').replaceAll(/\D/g, ''))
const atDock = async (): Promise<number> => {
  const answer = await floor.get(`${server.origin}/api/boards/pipeline`)
  const board = (await answer.json()) as { parcels: { state: string; parcels: number }[] }
  return board.parcels.find((p) => p.state === 'received')?.parcels ?? 0
}

interface Cell {
  readonly textContent: string | null
}
/** Runs in the page: when the cell counts so many, by the computer's clock. */
function seesAtLeast(cell: Cell, wanted: number): Promise<number> {
  const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame(next: () => void): void }
  return new Promise((sees) => {
    const look = () => {
      if (Number(cell.textContent?.replaceAll(/\D/g, '')) >= wanted) sees(Date.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

describe('a board on a wall', () => {
  it('shows each scan as it is recorded, over the line and without being asked', async () => {
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('/api/boards/pipeline')) asked += 1
    })
    const began = await shown()
    expect(began).toBe(await atDock())
    const took: number[] = []
    for (let scan = 1; scan <= 20; scan++) {
      // Watched within the page: asking it from here would take longer than the scan does.
      const seen = received().evaluate(seesAtLeast, began + scan)
      const sent = Date.now()
      await receive()
      took.push((await seen) - sent)
    }
    took.sort((a, b) => a - b)
    console.log(`from a scan to the board: p50 ${took[9]} ms, p95 ${took[18]} ms`)
    expect(await shown()).toBe(began + 20)
    // The menu's count still asks, once in ten seconds.
    expect(asked).toBeLessThan(took.length)
  })

  it.each(['down', 'black hole'] as const)(
    'says that it reconnects while its line is cut (%s), and is complete afterwards without a reload',
    async (kind) => {
      const loaded = await page.evaluate(() => performance.timeOrigin)
      network.set({ kind })
      await page.getByText(/^Line is down · reconnecting/).waitFor()
      await receive(7)
      const wanted = await atDock()
      expect(await shown()).toBe(wanted - 7)
      network.set({ kind: 'none' })
      await page.getByText('Live', { exact: true }).waitFor()
      await expect.poll(shown).toBe(wanted)
      expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)
    },
  )

  it('needs no hand on a wall: it turns by itself, and waits for its session instead of asking for it', async () => {
    await page.goto(`${network.origin}/tv?boards=pipeline,people&seconds=5`)
    const shown = (name: string) => page.getByRole('heading', { level: 1, name })
    await shown('Pipeline').waitFor()
    await shown('People').waitFor()
    const { width, height } = await page.evaluate<{ width: number; height: number }>(
      '({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })',
    )
    expect([width, height]).toEqual([1440, 900])

    const loaded = await page.evaluate(() => performance.timeOrigin)
    network.set({ kind: 'down' })
    await page.getByText('Reconnecting').first().waitFor()
    await floor.delete(`${server.origin}/api/sessions/current`, {
      headers: { cookie: (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') },
    })
    network.set({ kind: 'none' })
    await page.waitForResponse(
      (answer) => answer.url().endsWith('/api/sessions/current') && answer.status() === 401,
    )
    await page.getByText('Reconnecting').first().waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await signIn(context.request, network.origin, SUPERVISOR)
    await page.getByText('Live', { exact: true }).first().waitFor()
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)
  })

  it('is left there as a screen that opens nothing but boards, until a supervisor takes it down', async () => {
    const wall = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-US' })
    const refused: string[] = []
    wall.on('response', (answer) => {
      if ([401, 403].includes(answer.status())) refused.push(answer.url())
    })
    await signIn(wall.request, server.origin, SUPERVISOR)
    const screen = await wall.newPage()
    await screen.goto(`${server.origin}/people`)
    await screen.getByRole('button', { name: 'TV' }).click()
    await screen.getByText('Leave it here on the wall').click()
    await screen.getByLabel('Name of the screen').fill('Dock, north wall')
    await screen.getByRole('button', { name: 'Start' }).click()
    const people = screen.getByRole('heading', { level: 1, name: 'People' })
    await people.waitFor()
    await screen.getByText('Live', { exact: true }).first().waitFor()
    // A browser that was switched off begins anywhere.
    await screen.goto(`${server.origin}/units`)
    await people.waitFor()
    await screen.getByText('Live', { exact: true }).first().waitFor()
    expect(new URL(screen.url()).pathname).toBe('/tv')
    expect(refused).toEqual([])

    await page.goto(`${network.origin}/set-up/devices`)
    await page.getByRole('button', { name: 'Take down: Dock, north wall' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take down' }).click()
    await page.getByRole('button', { name: 'Take down: Dock, north wall' }).waitFor({ state: 'detached' })
    await screen.reload()
    await screen.getByText('Reconnecting').first().waitFor()
    expect(await screen.getByRole('textbox').count()).toBe(0)
    expect(refused.length).toBeGreaterThan(0)
    await wall.close()
  })

  it('asks for its board where no socket comes through', async () => {
    const { context: blocked, page: other } = await deskOf(browser, server.origin, SUPERVISOR)
    await other.routeWebSocket('**/api/live', (socket) => void socket.close())
    await other.goto(`${server.origin}/pipeline`)
    await other.getByText(/^Live · .* s behind/).waitFor()
    await blocked.close()
  })
})
