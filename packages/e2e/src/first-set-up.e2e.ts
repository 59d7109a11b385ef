import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { QUIET, Served } from './operations.process.ts'
import { dataFolder } from './operations.scenes.ts'

/** A server without demo data, from its first start to the first bin: what whoever installs it goes through. */

const folder = dataFolder()
const environment = { ...QUIET, RESTOW_DATA_DIR: folder.path, RESTOW_DEMO: '0' }
let server: Served
let origin: string
let browser: Browser
let context: BrowserContext
let page: Page

const CODE = /Set-up code: (\S+)/

beforeAll(async () => {
  server = new Served(environment)
  origin = await server.ready()
  browser = await shareBrowser()
  context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
})

afterAll(async () => {
  await leaveBrowser()
  await server?.signal('SIGTERM')
  await folder.remove()
})

/** What axe finds, and whether the page is wider than the screen. */
async function flaws(): Promise<string[]> {
  const serious = await seriousOn(page)
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  return over > 0 ? [...serious, `${over} px too wide`] : serious
}

const field = (label: string) => page.getByLabel(label, { exact: true })
async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(label).fill(value)
}
const submit = () => page.getByRole('button', { name: 'Set up the warehouse' }).click()

describe('a server that was installed just now', () => {
  it('leads from the sign-in to its set-up, and tells each field that is missing or wrong', async () => {
    await page.goto(origin)
    await page.getByRole('heading', { name: 'First set-up' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/first-set-up')
    expect(await field('Time zone').inputValue()).toBe('Europe/Berlin')
    expect(await field('Currency').inputValue()).toBe('EUR')
    expect(await flaws()).toEqual([])
    await submit()
    await page.getByText('Enter a name for the warehouse.').waitFor()
    await field('Set-up code').and(page.locator(':focus')).waitFor()
    expect(await flaws()).toEqual([])
    const house = { 'Warehouse code': 'ber1', 'Warehouse name': 'Berlin 1' }
    const admin = { 'Your name': 'Ada Adler', Badge: 'ad0001', PIN: '602914', 'PIN once more': '602915' }
    await fill({ 'Set-up code': 'AAAA-AAAA', ...house, ...admin })
    await page.getByText('Its bins will read like BER1-S-02-01.').waitFor()
    await submit()
    await page.getByText('The two PINs differ. Enter the same one again.').waitFor()
    await fill({ 'PIN once more': '602914' })
    await submit()
    await page.getByText('That is not the set-up code. Read it off the console again.').waitFor()
    expect(await field('Set-up code').getAttribute('aria-invalid')).toBe('true')
  })

  it('is set up with the code from its console, and lets its admin in to make a bin', async () => {
    // What it says comes line by line.
    await expect.poll(() => server.said.out).toMatch(CODE)
    const code = CODE.exec(server.said.out)?.[1] ?? ''
    await fill({ 'Set-up code': code.toLowerCase() })
    await submit()
    await page.getByRole('heading', { name: 'BER1 is set up' }).waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('link', { name: /^Bins and zones/ }).click()
    await field('Badge').fill('AD0001')
    await field('PIN').fill('602914')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bins and zones' }).waitFor()
    await page.getByRole('button', { name: 'New bin' }).first().click()
    await field('Code').fill('BER1-S-01-01')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Edit BER1-S-01-01' }).waitFor()
  })

  it('is not set up again: a later visitor signs in, and a restart tells no code', async () => {
    await context.clearCookies()
    await page.goto(`${origin}/first-set-up`)
    await page.getByText('A warehouse is set up here already').waitFor()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await field('Badge').waitFor()
    await server.signal('SIGTERM')
    server = new Served(environment)
    origin = await server.ready()
    expect(await (await fetch(`${origin}/api/first-set-up`)).json()).toEqual({ needed: false })
    await server.signal('SIGTERM')
    expect(server.said.out).not.toMatch(CODE)
  })
})
