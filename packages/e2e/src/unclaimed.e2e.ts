import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLpn, makeTracking } from '@restow/barcodes'
import { DEMO_PRODUCTS } from '@restow/server'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { uuidv7 } from '@restow/testkit/commands'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser, BrowserContext } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { deskOf, SELLER, SUPERVISOR } from './desk.ts'
import { Floor } from './floor.ts'
import { record } from './requests.ts'

/** A box that nobody announced: in at the dock in three scans, claimed on the desk, its units then in the seller's report. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow unclaimed '))
const PLATE = makeLpn(720_000_001)
const SECOND_PLATE = makeLpn(720_000_002)
const numbers = [0.11, 0.37, 0.53, 0.71].map((chance) => makeTracking('ups', () => chance))
const [BOX = '', OTHER_BOX = '', SECOND_LABEL = '', ANOTHER = ''] = numbers
const PRODUCT = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.category === 'homeware')
const FILE = `rma,order,tracking,sku,quantity,value,currency,reason
UNC-RMA-1,112-4711-0815,UNCLAIMED-FILE-1,${PRODUCT?.sku},1,40.00,USD,DEFECTIVE
UNC-RMA-2,112-4712-0816,UNCLAIMED-FILE-2,${PRODUCT?.sku},1,40.00,USD,DEFECTIVE
`
const NORTHSTAR = { email: 'northstar@demo.restow', password: 'restow-demo' }

let server: ServerProcess
let browser: Browser
let floor: Floor

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

async function read<T>(context: BrowserContext, path: string): Promise<T> {
  const answer = await context.request.get(`${server.origin}${path}`)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as T
}

/** Sends commands as whoever is signed in; each has to be accepted. */
async function did(context: BrowserContext, ...commands: Record<string, unknown>[]): Promise<void> {
  const whole = commands.map((command, i) => ({
    ...{ commandId: uuidv7(), deviceId: 'bench', deviceSeq: i, scannedAt: new Date().toISOString() },
    ...command,
  }))
  await record(context.request, server.origin, whole)
}

describe('a box that nobody announced', () => {
  it('is in at the dock in three scans: its label, a product, a plate', async () => {
    await floor.signIn('OP1001', '135790')
    const sent = await floor.context.request.post(
      `${server.origin}/api/imports/returns?seller=LOTUS&format=csv`,
      { data: Buffer.from(FILE), headers: { 'content-type': 'text/csv' } },
    )
    expect(await sent.json()).toMatchObject({ created: 2, rejected: [] })
    await floor.register(BOX, PRODUCT?.gtin.slice(1) ?? '', PLATE)
    await floor.sees('unclaimed')
    await floor.button('all sent').waitFor()
    expect(await read(floor.context, `/api/units/${PLATE}`)).toMatchObject({
      seller: null,
      state: 'registered',
    })
  })

  it('gets what is printed on it by scans, each question skipped by one, and a photo of its label', async () => {
    await floor.scan('.R.PRINTED')
    await floor.heading('Is an order number printed on it?').waitFor()
    await floor.scan('112-4711-0815')
    await floor.heading('Is an RMA number printed on it?').waitFor()
    await floor.scan('.R.SKIP')
    await floor.heading('Whose name is on the label?').waitFor()
    await floor.page.getByLabel('Name on the label').fill('J. Smith')
    const chosen = floor.page.waitForEvent('filechooser')
    await floor.button('Photograph the label').click()
    const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#c9b28f' } })
    await (await chosen).setFiles({
      name: 'label.jpg',
      mimeType: 'image/jpeg',
      buffer: await picture.jpeg().toBuffer(),
    })
    await floor.button('Keep').click()
    await floor.heading('What return address is on it?').waitFor()
    await floor.button('Close').click()
    await floor.sees('112-4711-0815 · J. Smith')
    await floor.button('all sent').waitFor()
  })

  it('is found in the pool by what is printed on it, with the best guess and its reasons', async () => {
    const { context, page } = await deskFor(SUPERVISOR)
    await page.goto(`${server.origin}/unclaimed`)
    await page.getByRole('searchbox', { name: 'Search' }).fill('j. smith')
    const row = page.getByRole('link', { name: new RegExp(BOX) })
    await row.waitFor()
    await expect
      .poll(() =>
        page
          .getByRole('region', { name: /nobody has claimed/ })
          .getByRole('link')
          .count(),
      )
      .toBe(1)
    await row.click()
    const guess = page
      .getByRole('list', { name: 'Whose it may be' })
      .getByRole('listitem')
      .filter({ hasText: 'UNC-RMA-1' })
    await guess.first().waitFor()
    await page.getByText('Its order number 112-4711-0815 is printed on the box.').waitFor()
    await page.getByRole('img', { name: 'Photo 1 of 1' }).first().waitFor()
    expect(await seriousOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Claim as UNC-RMA-1' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Claim as UNC-RMA-1' }).click()
    await page.getByRole('status').getByText(`${BOX} belongs to LOTUS now.`).waitFor()
    await context.close()
  })

  it('can be taken back by the supervisor, and claimed again', async () => {
    const { context, page } = await deskFor(SUPERVISOR)
    await page.goto(`${server.origin}/parcels/${BOX}`)
    await page.getByRole('button', { name: 'Take it back: claimed' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('The step before was taken back.').waitFor()
    expect(await read(context, `/api/units/${PLATE}`)).toMatchObject({ seller: null })
    await did(context, { type: 'ClaimParcel', parcel: BOX, seller: 'LOTUS', rma: 'UNC-RMA-1' })
    await context.close()
  })

  it('has its unit inspected and decided, and then in the seller’s report, on the desk and in the API', async () => {
    const unit = await read<{
      next: { command: string; checklist?: { check: string; answers: string[] }[] }[]
    }>(floor.context, `/api/units/${PLATE}`)
    const checks = unit.next.find((step) => step.command === 'InspectUnit')?.checklist ?? []
    const answers = checks.map(({ check, answers: [best] }) => ({ check, answer: best }))
    await did(
      floor.context,
      {
        ...{ type: 'InspectUnit', lpn: PLATE, identity: 'as_announced', answers, findings: [] },
        ...{ grade: 'like_new', performed: 'earlier' },
      },
      { type: 'ClassifyUnit', lpn: PLATE, disposition: 'resell', route: 'restock' },
    )
    const { context, page } = await deskFor(SELLER)
    const { day } = await read<{ day: string }>(context, '/api/boards/pipeline')
    const report = await read<{ rows: { lpn: string; rmaNumber: string; orderNumber: string }[] }>(
      context,
      `/api/reports/dispositions?seller=LOTUS&date=${day}`,
    )
    expect(report.rows.find((row) => row.lpn === PLATE)).toMatchObject({
      rmaNumber: 'UNC-RMA-1',
      orderNumber: '112-4711-0815',
    })
    await page.goto(`${server.origin}/reports/${day}`)
    await page.getByText(PLATE).first().waitFor()
    await context.close()
  })
})

describe('a seller whose box came in unannounced', () => {
  it('finds it by the whole order number and claims it on evidence; another seller sees nothing', async () => {
    await floor.scan('.R.HOME')
    await floor.register(OTHER_BOX, PRODUCT?.gtin.slice(1) ?? '', SECOND_PLATE)
    const printed = { order: '112 4712 0816', name: 'Somebody Else' }
    await did(floor.context, { type: 'DescribeParcel', parcel: OTHER_BOX, printed })

    const other = await deskFor(NORTHSTAR)
    await other.page.goto(`${server.origin}/unclaimed`)
    await other.page.getByLabel(/Tracking, order or RMA number/).fill('112-4712-0816')
    await other.page.getByRole('button', { name: 'Find', exact: true }).click()
    await other.page.getByText('Nothing that came out of it is known to be yours.').waitFor()
    expect(await other.page.getByText(/Somebody Else/).count()).toBe(0)
    expect(await other.page.getByText(PRODUCT?.title ?? '').count()).toBe(0)

    const { context, page } = await deskFor(SELLER)
    await page.goto(`${server.origin}/unclaimed`)
    const number = page.getByLabel(/Tracking, order or RMA number/)
    await number.fill('112-4712')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByText('No unclaimed parcel has exactly this number').waitFor()
    await number.fill('112-4712-0816')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('heading', { name: new RegExp(OTHER_BOX) }).waitFor()
    expect(await seriousOn(page)).toEqual([])
    await page.getByRole('button', { name: 'This is mine' }).click()
    await page.getByText(`${OTHER_BOX} is yours now.`, { exact: false }).waitFor()
    expect(await read(context, `/api/units/${SECOND_PLATE}`)).toMatchObject({
      seller: 'LOTUS',
      line: { rmaNumber: 'UNC-RMA-2' },
    })
    const hidden = await other.context.request.get(`${server.origin}/api/parcels/${OTHER_BOX}`)
    expect(hidden.status()).toBe(404)
    await other.context.close()
    await context.close()
  })
})

describe('labels that lead to more than one thing, or to none', () => {
  it('asks whether an unknown label is another one of the box on the screen, and keeps it', async () => {
    await floor.scan('.R.HOME')
    await floor.heading('Ready').waitFor()
    await floor.scan(ANOTHER)
    await floor.page.getByRole('status').getByText('Received').waitFor()
    await floor.scan(SECOND_LABEL)
    await floor.heading('Another label of this box?').waitFor()
    await floor.scan('.R.SAME-BOX')
    await floor.page.getByRole('status').getByText('Kept as another number').waitFor()
    await floor.scan('.R.HOME')
    await floor.scan(SECOND_LABEL)
    await floor.heading('Register').waitFor()
    await expect.poll(() => floor.page.url()).toContain(ANOTHER)
  })

  it('shows where the other barcode is when only the routing barcode was scanned', async () => {
    await floor.scan('.R.HOME')
    await floor.heading('Ready').waitFor()
    await floor.scan('42090210')
    await floor.heading('Scan the other barcode').waitFor()
    await floor.page.getByRole('img', { name: /^UPS: Where the parcel’s own barcode/ }).waitFor()
    await floor.button('Close').click()
  })

  it('says that two barcodes were read at once, and takes the one that is meant', async () => {
    await floor.scan(`${makeLpn(720_000_009)}${ANOTHER}`)
    await floor.heading('Two barcodes at once').waitFor()
    await floor.scan('.R.ANSWER.2')
    await floor.heading('Register').waitFor()
    expect(floor.complaints).toEqual([])
  })
})
