import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { brokenLampWaits } from './desk.scenes.ts'
import { deskOf, SELLER, SUPERVISOR } from './desk.ts'
import { Floor } from './floor.ts'

/** Everybody sees it: the supervisor's board while a handheld works, and the seller's day after. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow desk '))
const PLATE = makeLpn(710_000_001)
const NEXT_PLATE = makeLpn(710_000_002)
/** Something that the demo's seller sells. */
const [SOLD = { sku: '', title: '' }] = DEMO_PRODUCTS.filter(({ seller }) => seller === 'LOTUS')
const ADDED = 'Is the warranty card there?'
let server: ServerProcess
let browser: Browser
let floor: Floor

const made = generateReturns({
  seed: 'everybody sees it',
  seller: 'LOTUS',
  endingOn: '2026-11-20',
  parcels: 40,
})
const [parcel] = made.parcels.filter(
  ({ lines: [line, ...more] }) => line?.quantity === 1 && more.length === 0,
)

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
  floor = await Floor.open(server.origin)
})

afterAll(async () => {
  await floor?.close()
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const deskFor = (who: object) => deskOf(browser, server.origin, who)

const WAITS = makeLpn(710_000_003)

describe('the desk', () => {
  it('shows a supervisor each scan of the floor without a reload', async () => {
    const { context, page } = await deskFor(SUPERVISOR)
    await page.goto(`${server.origin}/pipeline`)
    const received = page
      .getByRole('table', { name: 'Parcels by step' })
      .getByRole('row', { name: /^received/i })
    await received.waitFor()
    await page.getByRole('img', { name: 'open parcels: in and out by the hour' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    await page
      .getByRole('status')
      // A dash, or a number where it is that hour just now.
      .getByText(/^23:00.*: In [–\d]+, Out [–\d]+$/)
      .waitFor()
    await page.getByRole('button', { name: 'Table' }).click()
    await page
      .getByRole('table', { name: 'open parcels: in and out by the hour' })
      .getByRole('row', { name: /^23:00/ })
      .waitFor()
    const before = await received.textContent()
    await floor.signIn('OP1001', '135790')
    const file = { data: Buffer.from(made.file), headers: { 'content-type': 'text/plain' } }
    await floor.context.request.post(`${server.origin}/api/imports/returns?seller=LOTUS&format=amazon`, file)
    await floor.scan(makeScan(parcel?.tracking ?? '', () => 0.4))
    await floor.page.getByRole('status').getByText('Received').waitFor()
    await expect.poll(() => received.textContent(), { timeout: 10_000 }).not.toBe(before)
    const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === parcel?.lines[0]?.sku)
    await floor.scan(product?.gtin.slice(1) ?? '')
    await floor.sees('Scan a plate, or print one')
    await floor.scan(PLATE)
    await floor.page.getByRole('status').getByText('Registered').waitFor()
    await page.goto(`${server.origin}/units/${PLATE}`)
    await page.getByRole('heading', { name: new RegExp(PLATE) }).waitFor()
    await page
      .getByRole('list', { name: 'Story' })
      .getByText(/OP1001/)
      .first()
      .waitFor()
    await context.close()
  })

  it('lets a supervisor approve scrap and settle a wrong zone by the keyboard, and the handheld knows', async () => {
    await brokenLampWaits(floor.context.request, server.origin, WAITS)
    await floor.scan(WAITS)
    await floor.sees('Waits for a second person')
    const { context, page } = await deskFor(SUPERVISOR)
    const open = async (kind: string, called = '') => {
      const row = page.getByRole('button', { name: new RegExp(`${called}.*${WAITS}`) })
      await page.goto(`${server.origin}/waiting?kind=${kind}&seller=LOTUS`)
      await page.getByRole('list', { name: /^What waits/ }).waitFor()
      const next = page.getByRole('button', { name: 'Next page' })
      // A page that was asked for is not drawn at once: either it is on this one, or there is a next one.
      const isDrawn = async () =>
        (await row.isVisible()) || (await next.isEnabled({ timeout: 1000 }).catch(() => false))
      for (;;) {
        await expect.poll(isDrawn).toBe(true)
        if (await row.isVisible()) break
        const range = page.getByText(/^\d+–\d+$/)
        const before = (await range.textContent()) ?? ''
        await next.click()
        await range.and(page.getByText(before, { exact: true })).waitFor({ state: 'detached' })
      }
      await row.click()
      await page.getByRole('heading', { name: 'Glass lamp' }).waitFor()
      return row
    }
    const scrap = await open('approval')
    await page.getByRole('heading', { name: 'What each way would bring' }).waitFor()
    await page.keyboard.press('a')
    await page.getByText('Scrapping 1 unit was approved.').waitFor()
    await scrap.waitFor({ state: 'detached' })
    const wrongZone = await open('exception', 'Lies in a zone')
    await page
      .getByText(/Lies in S-01-01, a resell bin; it belongs in scrap/)
      .first()
      .waitFor()
    await page.keyboard.press('s')
    await page.getByText('1 was settled.').waitFor()
    await wrongZone.waitFor({ state: 'detached' })
    await context.close()
    // A handheld brings its copy up to date while nothing is scanned.
    await expect
      .poll(
        async () => {
          await floor.scan(WAITS)
          return floor.button('Scrap for good').isVisible()
        },
        { timeout: 60_000, interval: 3000 },
      )
      .toBe(true)
  })

  it('asks at the next inspection what a supervisor has added; the one before keeps its own', async () => {
    const category = DEMO_PRODUCTS.find((p) => p.sku === parcel?.lines[0]?.sku)?.category ?? ''
    const unit = (plate: string) => floor.context.request.get(`${server.origin}/api/units/${plate}`)
    const before = (await (await unit(PLATE)).json()) as {
      next: { command: string; requiredAngles?: { always: string[] } }[]
    }
    const angles = before.next.find((one) => one.command === 'InspectUnit')?.requiredAngles?.always ?? []
    const second = made.parcels.find(({ tracking, lines }) => {
      const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === lines[0]?.sku)
      return tracking !== parcel?.tracking && product?.category === category
    })
    const gtin = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === second?.lines[0]?.sku)?.gtin
    await floor.register(
      makeScan(second?.tracking ?? '', () => 0.4),
      gtin?.slice(1) ?? '',
      NEXT_PLATE,
    )
    await floor.inspect(PLATE, () => 0, angles)

    const { context, page } = await deskFor(SUPERVISOR)
    await page.goto(`${server.origin}/set-up/checklists/${category}`)
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill(ADDED)
    await page.getByRole('textbox', { name: 'Answer 1' }).fill('Yes')
    await page.getByRole('textbox', { name: 'Answer 2' }).fill('No')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Version 2').first().waitFor()

    await floor.page.reload()
    await floor.heading('Classify').waitFor()
    await floor.scan('.R.HOME')
    await floor.heading('Ready').waitFor()
    const asked: string[] = []
    const question = floor.page.getByRole('heading', { level: 2 }).first()
    await floor.inspect(
      NEXT_PLATE,
      () => 0,
      angles,
      async () => {
        asked.push((await question.textContent()) ?? '')
      },
    )
    expect(asked).toContain(ADDED)
    const story = async (plate: string, version: number) => {
      await page.goto(`${server.origin}/units/${plate}`)
      await page.getByText(new RegExp(`· Version ${version}$`)).waitFor()
      return page.getByRole('main').textContent()
    }
    expect(await story(NEXT_PLATE, 2)).toContain(ADDED)
    expect(await story(PLATE, 1)).not.toContain(ADDED)
    await context.close()
  })

  it('lets a seller go from the overview to a product’s units and to yesterday, and download what the page shows', async () => {
    const { context, page } = await deskFor(SELLER)
    const today = (await (await context.request.get(`${server.origin}/api/boards/pipeline`)).json()) as {
      day: string
    }
    const day = new Date(Date.parse(`${today.day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    await page.goto(server.origin)
    await page.getByRole('heading', { level: 1, name: 'Returns overview' }).waitFor()
    const products = page.getByRole('region', { name: 'Reasons by product' })
    await products.getByRole('button', { name: 'Product' }).click()
    await products.getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: 'Units' }).waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toMatch(/^LT-/)
    await page.getByRole('region', { name: 'Units' }).getByRole('link').first().waitFor()
    await page.goBack()
    const chart = page.getByRole('img', { name: 'Decisions over time' })
    await chart.press('End')
    await chart.press('ArrowLeft')
    const told = page.getByRole('status').filter({ hasText: 'Total' })
    const total = Number(/Total (\d+)$/.exec((await told.textContent()) ?? '')?.[1])
    await chart.press('Enter')
    await page.waitForURL(`**/reports/${day}`)
    const reported = await context.request.get(
      `${server.origin}/api/reports/dispositions?seller=LOTUS&date=${day}`,
    )
    const { totals } = (await reported.json()) as { totals: Record<string, { units: number }> }
    expect(total).toBe(Object.values(totals).reduce((all, { units }) => all + units, 0))
    const decisions = page.getByRole('region', { name: 'Decisions of the day' })
    await decisions
      .getByText(/^RU\d{10}$/)
      .first()
      .waitFor()
    const plate =
      (await decisions
        .getByText(/^RU\d{10}$/)
        .first()
        .textContent()) ?? ''
    const started = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download CSV' }).click()
    const csv = readFileSync((await (await started).path()) ?? '', 'utf8')
    expect(csv).toContain(plate)
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    await context.close()
  })

  it('lets a seller announce a return by hand, with the keyboard, and cancel it before it comes', async () => {
    const { context, page } = await deskFor(SELLER)
    await page.goto(`${server.origin}/announcements/new`)
    const rma = page.getByLabel('RMA number')
    await rma.press('Enter')
    await page.getByText('Say which product comes back.').waitFor()
    expect(await rma.getAttribute('aria-invalid')).toBe('true')
    await rma.fill('BY-HAND-1')
    await page.getByLabel('Tracking number').fill('by hand 0001')
    const product = page.getByRole('combobox', { name: 'Product' })
    await product.fill(SOLD.title.slice(0, 12))
    await page.getByRole('listbox').getByRole('option', { name: SOLD.sku }).waitFor()
    expect(await seriousOn(page)).toEqual([])
    while (!(await page.getByRole('option', { name: SOLD.sku, selected: true }).isVisible()))
      await product.press('ArrowDown')
    await product.press('Enter')
    await page.getByLabel('Value of all').fill('39.90')
    await page.getByLabel('Value of all').press('Enter')
    await page.getByText('BY-HAND-1 is announced').waitFor()
    await page.getByRole('button', { name: 'Announce another' }).click()
    await rma.fill('BY-HAND-1')
    await product.fill(SOLD.sku)
    await page.getByRole('listbox').getByRole('option', { name: SOLD.sku }).first().waitFor()
    await product.press('Enter')
    await rma.press('Enter')
    await page.getByText('This number has been announced already.').waitFor()
    await page.goto(`${server.origin}/announcements?search=BYHAND0001`)
    await page.getByRole('button', { name: 'BY-HAND-1' }).click()
    await page.getByRole('cell', { name: '39.90 USD' }).waitFor()
    await page.getByRole('button', { name: 'Cancel the return' }).click()
    await page
      .getByRole('dialog', { name: 'Cancel BY-HAND-1?' })
      .getByRole('button', { name: 'Cancel the return' })
      .click()
    await page.getByRole('row', { name: /BY-HAND-1.*cancelled/ }).waitFor()
    await context.close()
  })

  it('says of another seller’s unit that there is none', async () => {
    const { context } = await deskFor({ email: 'northstar@demo.restow', password: 'restow-demo' })
    expect((await context.request.get(`${server.origin}/api/units/${PLATE}`)).status()).toBe(404)
    await context.close()
  })

  it('says so when the line is down, and catches up by itself', async () => {
    const { context, page } = await deskFor(SUPERVISOR)
    await page.goto(`${server.origin}/bins`)
    await page.getByText(/^Live/).waitFor()
    await context.setOffline(true)
    await page.getByText(/^Line is down/).waitFor()
    await context.setOffline(false)
    await page.getByText(/^Live/).waitFor()
    await context.close()
  })
})
