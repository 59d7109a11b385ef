import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type FakePrinter, openFakePrinter } from '@restow/testkit/fake-printer'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskOf, SUPERVISOR } from './desk.ts'
import { Floor } from './floor.ts'

/** Labels that come out of a printer by themselves: the built server, a desk, a handheld, and a printer on a real socket. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow printing '))
let server: ServerProcess
let printer: FakePrinter
let floor: Floor
let browser: Browser
let desk: Page

const made = generateReturns({ seed: 'printing', seller: 'LOTUS', endingOn: '2026-11-20', parcels: 60 })
const parcels = made.parcels
  .filter(({ lines: [line, ...more] }) => line?.quantity === 1 && more.length === 0)
  .filter(({ lines: [line] }) => (line?.valueMinor ?? 0) > 500 && (line?.valueMinor ?? 0) < 5000)
  .flatMap(({ tracking, lines: [line] }) => {
    const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === line?.sku)
    return product ? [{ label: makeScan(tracking, () => 0.4), product }] : []
  })
const [RESOLD, PAPER, OFFLINE, UNSURE] = parcels

beforeAll(async () => {
  printer = await openFakePrinter()
  server = await startServer({
    ...{ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' },
    ...{ RESTOW_PRINTER_PORTS: String(printer.port), RESTOW_PRINTER_LOOPBACK: '1' },
  })
  browser = await shareBrowser()
  const { context, page } = await deskOf(browser, server.origin, SUPERVISOR)
  desk = page
  await context.request.post(`${server.origin}/api/imports/returns?seller=LOTUS&format=amazon`, {
    data: Buffer.from(made.file),
    headers: { 'content-type': 'text/tab-separated-values' },
  })
  floor = await Floor.open(server.origin)
  await floor.signIn('OP1001', '135790')
})

afterAll(async () => {
  await floor?.close()
  await leaveBrowser()
  await server?.stop()
  await printer?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const platesOut = () => printer.printed.flatMap((text) => text.match(/RU\d{10}/g) ?? []).length
const last = () => printer.printed.at(-1) ?? ''
const out = (count: number) =>
  expect
    .poll(() => printer.printed.length, { timeout: 20_000 })
    .toBe(count)
    .then(() => last())

/** Takes the piece out of its parcel and gives it a plate off the printer. */
async function register(of: typeof RESOLD): Promise<void> {
  if (!of) throw new Error('there is no such parcel')
  await floor.scan(of.label)
  await floor.page.getByRole('status').getByText('Received').waitFor()
  await floor.scan(of.product.sku)
  await floor.sees('Scan a plate, or print one')
  await floor.scan('.R.PRINT')
  await floor.page.getByRole('status').getByText('Registered').waitFor()
}

describe('labels of a handheld', () => {
  it('have a printer once a supervisor has added one, and its own label gives it its code', async () => {
    await desk.goto(`${server.origin}/printers`)
    await desk.getByRole('heading', { name: 'No printer yet' }).waitFor()
    await desk.getByRole('button', { name: 'Add a printer' }).first().click()
    const dialog = desk.getByRole('dialog', { name: 'Add a printer' })
    const fields = { Code: 'pack-1', Name: 'Pack 1', Port: String(printer.port), Address: '127.0.0.1' }
    for (const [name, value] of Object.entries(fields))
      await dialog.getByRole('textbox', { name, exact: true }).fill(value)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await desk.getByRole('link', { name: 'Pack 1' }).click()
    await desk.getByRole('button', { name: 'Print its own label' }).click()
    expect(await out(1)).toContain('PACK-1')
    await desk.getByText('ready', { exact: true }).waitFor()
  })

  it('come out of the printer whose code was scanned: the plate of what is registered', async () => {
    await floor.scan('.P.PACK-1')
    await floor.page.getByRole('status').getByText('You print here now').waitFor()
    await register(RESOLD)
    await floor.page
      .getByRole('status')
      .getByText(/Printed on Pack 1: Plate RU\d{10}/)
      .waitFor()
    expect(await out(2)).toMatch(/RU\d{10}/)
  })

  it('are what its decision asks for, with the code that it is sold on under', async () => {
    const [plate = ''] = last().match(/RU\d{10}/) ?? []
    const angles = ['front', ...(RESOLD?.product.category === 'electronics' ? ['label'] : [])]
    await floor.inspect(plate, () => 0, angles)
    await floor.button('Confirm').click()
    await floor.heading('Put away').waitFor()
    expect(await out(3)).toContain(RESOLD?.product.fnsku)
    await desk.goto(`${server.origin}/units/${plate}`)
    await desk
      .getByRole('listitem')
      .filter({ hasText: 'Relabel' })
      .getByText('printed', { exact: true })
      .waitFor()
  })

  it('are printed again where somebody says why, by two scans, and are on record as a copy', async () => {
    await floor.scan('.R.PRINT')
    await floor.page.getByRole('dialog', { name: 'Why is it printed again?' }).waitFor()
    await floor.button('Hard to read').and(floor.page.locator(':enabled')).waitFor()
    await floor.scan('.R.ANSWER.3')
    expect(await out(4)).toContain(RESOLD?.product.fnsku)
    await desk.reload()
    await desk.getByText('Copy 2 · Hard to read').waitFor()
  })

  it('wait while there is no paper, which floor and desk say, and come out once when there is', async () => {
    printer.load(0)
    await register(PAPER)
    await floor.page.getByRole('status').getByText('Pack 1: out of labels.').waitFor()
    await desk.goto(`${server.origin}/printers`)
    const row = desk.getByRole('row', { name: /Pack 1/ })
    await row.getByText(/out of labels/).waitFor()
    expect(printer.printed).toHaveLength(4)
    printer.load(1000)
    await floor.page
      .getByRole('status')
      .getByText(/Printed on Pack 1/)
      .waitFor()
    await out(5)
    await row.getByText('ready', { exact: true }).waitFor()
  })

  it('wait for the line, and come out once it is back', async () => {
    await floor.context.setOffline(true)
    await floor.page.getByText('offline').first().waitFor()
    await register(OFFLINE)
    await floor.page.getByRole('status').getByText('1 label prints when the line is back.').waitFor()
    expect(printer.printed).toHaveLength(5)
    await floor.context.setOffline(false)
    expect(await out(6)).toMatch(/RU\d{10}/)
    await floor.page
      .getByRole('status')
      .getByText(/Printed on Pack 1/)
      .waitFor()
  })

  it('of which nobody knows whether they came out are asked about, and never printed twice by themselves', async () => {
    printer.fail({ kind: 'cut before the answer' })
    await register(UNSURE)
    await floor.page
      .getByRole('status')
      .getByText(/Did it come out on Pack 1\?/)
      .waitFor()
    await floor.scan('.R.CAME-OUT')
    await floor.page.getByText(/Did it come out/).waitFor({ state: 'detached' })
    expect(printer.printed).toHaveLength(7)
    expect(platesOut()).toBeGreaterThanOrEqual(4)
    expect(
      floor.complaints.filter((said) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(said)),
    ).toEqual([])
  })

  it('come from the desk too: a bin’s tag, somebody’s card, and plates by the roll, each on its page of the record', async () => {
    const print = async () => {
      await desk.getByRole('dialog').getByLabel('Print on').selectOption('PACK-1')
      await desk.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).click()
      await desk.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await desk.goto(`${server.origin}/set-up/bins?search=S-01-01`)
    await desk.getByRole('button', { name: 'Print the tag of LAX1-S-01-01' }).click()
    await print()
    expect(await out(8)).toContain('LAX1-S-01-01')

    await desk.goto(`${server.origin}/set-up/staff`)
    await desk.getByRole('button', { name: 'Print the card of OP1002' }).click()
    await print()
    expect(await out(9)).toContain('OP1002')

    await desk.goto(`${server.origin}/printers`)
    const before = platesOut()
    await desk.getByRole('button', { name: 'Print plates' }).click()
    await desk
      .getByRole('dialog')
      .getByLabel(/^How many/)
      .fill('30')
    await print()
    await expect.poll(() => platesOut() - before, { timeout: 20_000 }).toBeGreaterThanOrEqual(30)
    await desk.goto(`${server.origin}/printers/PACK-1`)
    await desk
      .getByText(/and 29 more/)
      .first()
      .waitFor()
  })
})
