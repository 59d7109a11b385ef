import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PRODUCTS } from '@restow/server'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { deskOf, SELLER, SUPERVISOR } from './desk.ts'

/** A seller says what stands on its labels, and the next label of its goods has it. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow label template '))
const OTHER = { email: 'northstar@demo.restow', password: 'restow-demo' }
const answers = new WeakMap<Page, string>()
let server: ServerProcess
let browser: Browser
let seller: Page
let staff: Page

async function pageOf(who: object): Promise<Page> {
  const { page } = await deskOf(browser, server.origin, who)
  await page.route('**/label-template/preview', async (route) => {
    const answer = await route.fetch().catch(() => null)
    if (!answer) return
    if (answer.ok()) answers.set(page, await answer.text())
    await route.fulfill({ response: answer }).catch(() => {})
  })
  return page
}

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
  seller = await pageOf(SELLER)
  staff = await pageOf(SUPERVISOR)
})

afterAll(async () => {
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const templateOf = async (page: Page, code: string) => {
  const answer = await page.request.get(`${server.origin}/api/sellers/${code}/label-template`)
  return { status: answer.status(), template: (await answer.json()) as { code?: string; language?: string } }
}

/** A unit of the seller's that somebody has identified, and its product. */
async function someUnit() {
  const answer = await staff.request.get(`${server.origin}/api/units?seller=LOTUS&limit=200`)
  const { items } = (await answer.json()) as { items: { lpn: string; sku: string | null }[] }
  for (const { lpn, sku } of items) {
    const product = DEMO_PRODUCTS.find((one) => one.seller === 'LOTUS' && one.sku === sku)
    if (product) return { lpn, product }
  }
  throw new Error('LOTUS has no unit to label')
}

async function relabel(lpn: string): Promise<string> {
  const answer = await staff.request.post(`${server.origin}/api/labels?format=zpl`, {
    data: { labels: [{ kind: 'relabel', lpn }], media: { size: '100x50' } },
  })
  expect(answer.status()).toBe(200)
  return answer.text()
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })
/** The last label that the server drew for a page. */
const drawn = (page: Page): string => answers.get(page) ?? ''
/** The page shows a picture, a real one, and it says this. */
async function shows(page: Page, words: string): Promise<void> {
  await expect.poll(() => drawn(page), { timeout: 10_000 }).toContain(words)
  const picture = preview(page).getByRole('img')
  await picture.waitFor()
  expect(await picture.getAttribute('src')).toMatch(/^blob:/)
  await expect
    .poll(() => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(100)
}

describe('a seller’s label', () => {
  it('is looked at as it changes, and says what was changed before it is saved', async () => {
    await seller.goto(`${server.origin}/units`)
    await seller.getByRole('link', { name: 'Labels' }).click()
    await seller.getByRole('heading', { name: 'Labels of resold units' }).waitFor()
    await shows(seller, 'X001ABC123')
    await shows(seller, 'Used – Very Good')
    await seller.getByLabel('Barcode').selectOption('SKU')
    await seller.getByLabel('Language', { exact: true }).selectOption('Deutsch')
    await shows(seller, 'SKU-0001')
    await shows(seller, 'Gebraucht – Sehr gut')
    expect(drawn(seller)).not.toContain('X001ABC123')
    await seller.getByText('Barcode: FNSKU → SKU').waitFor()
    await seller.getByText('Language: English → Deutsch').waitFor()
    expect((await templateOf(seller, 'LOTUS')).template).toMatchObject({ code: 'fnsku', language: 'en' })
  })

  it('has its lines moved by the keyboard, which stays where it was', async () => {
    const up = seller.getByRole('button', { name: 'Move up: Condition' })
    await up.focus()
    await seller.keyboard.press('Enter')
    await seller.getByText('Condition is line 1 of 2 now.').waitFor()
    await expect.poll(() => seller.locator(':focus').getAttribute('aria-label')).toBe('Move down: Condition')
    await expect.poll(() => drawn(seller).indexOf('Gebraucht') < drawn(seller).indexOf('Ceramic')).toBe(true)
    await seller.keyboard.press('Enter')
    await seller.getByText('Lines:').waitFor({ state: 'detached' })
  })

  it('that cannot be scanned is refused in a sentence where the picture was', async () => {
    const title = 'a long title'
    await preview(seller).getByLabel('Shown with').selectOption(title)
    await shows(seller, 'Travel mug')
    for (const line of ['SKU', 'FNSKU', 'GTIN', 'ASIN', 'Note'])
      await seller.getByRole('checkbox', { name: line, exact: true }).check()
    await seller.getByLabel('Note', { exact: true }).and(seller.getByRole('textbox')).fill('LOTUS Outlet')
    await preview(seller).getByLabel('Label size').selectOption('50 × 25 mm')
    await preview(seller)
      .getByRole('status')
      .getByText(/has room on 50x25\. It can be printed on/)
      .waitFor()
    expect(await preview(seller).getByRole('img').count()).toBe(0)
    for (const line of ['SKU', 'FNSKU', 'GTIN', 'ASIN', 'Note'])
      await seller.getByRole('checkbox', { name: line, exact: true }).uncheck()
    await shows(seller, 'Travel mug')
  })

  it('comes out as it was saved, and no other seller’s does', async () => {
    const { lpn, product } = await someUnit()
    expect(await relabel(lpn)).toContain(product.fnsku)
    await seller.getByRole('button', { name: 'Save the label' }).click()
    await seller.getByText('Saved. The next label of LOTUS comes out like this.').waitFor()
    const zpl = await relabel(lpn)
    expect(zpl).toContain(product.sku)
    expect(zpl).not.toContain(product.fnsku)
    expect((await templateOf(seller, 'LOTUS')).template).toMatchObject({ code: 'sku', language: 'de' })
    const other = await pageOf(OTHER)
    expect((await templateOf(other, 'NORTHSTAR')).template).toMatchObject({ code: 'fnsku', language: 'en' })
    expect((await templateOf(other, 'LOTUS')).status).toBe(404)
    await other.context().close()
  })

  it('is a supervisor’s to change as well, each seller’s by itself, and goes back to the usual one', async () => {
    await staff.goto(`${server.origin}/labels?seller=LOTUS`)
    await shows(staff, 'Gebraucht – Sehr gut')
    await staff.getByLabel('Seller').selectOption('NORTHSTAR')
    await shows(staff, 'Used – Very Good')
    await staff.getByLabel('Seller').selectOption('LOTUS')
    await shows(staff, 'Gebraucht – Sehr gut')
    await staff.getByRole('button', { name: 'Back to the usual label' }).click()
    await shows(staff, 'X001ABC123')
    await staff.getByRole('button', { name: 'Save the label' }).click()
    await staff.getByText('Saved.').waitFor()
    expect((await templateOf(staff, 'LOTUS')).template).toMatchObject({ code: 'fnsku', language: 'en' })
  })

  it.each([1440, 360])('has nothing serious for axe to find, and fits, at %i px', async (width) => {
    await seller.setViewportSize({ width, height: 900 })
    await seller.goto(`${server.origin}/labels`)
    await shows(seller, 'X001ABC123')
    expect(await seriousOn(seller)).toEqual([])
    expect(await seller.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})
