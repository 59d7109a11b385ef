import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns, openDatabase, runningAppUrl, verifyLedger } from '@restow/server'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'

/** A real return from the dock to a shelf: the built server, its own PostgreSQL, a browser, and a scanner's key events. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow e2e '))
const PLATES = [700_000_001, 700_000_002, 700_000_003].map(makeLpn)
const [SHELF = '', BENCH = '', SCRAP = ''] = PLATES
let server: ServerProcess
let floor: Floor

/** Parcels of one piece each, worth enough that a repair pays and little enough that scrap waits for nobody. */
const made = generateReturns({ seed: 'dock to shelf', seller: 'LOTUS', endingOn: '2026-11-20', parcels: 60 })
const parcels = made.parcels
  .filter(({ lines: [line, ...more] }) => line?.quantity === 1 && more.length === 0)
  .filter(({ lines: [line] }) => (line?.valueMinor ?? 0) > 500 && (line?.valueMinor ?? 0) < 5000)
  .slice(0, 3)
  .map(({ tracking, lines: [line] }, i) => {
    const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === line?.sku)
    // One of each kind of product code that people scan.
    const code = [product?.gtin.slice(1), product?.fnsku, product?.sku][i] ?? ''
    return {
      tracking,
      label: makeScan(tracking, () => 0.4),
      code,
      electronic: product?.category === 'electronics',
    }
  })

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  floor = await Floor.open(server.origin)
})

afterAll(async () => {
  await floor?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const unitAt = async (lpn: string) =>
  (await floor.context.request.get(`${server.origin}/api/units/${lpn}`)).json() as Promise<
    Record<string, unknown>
  >

const angles = (i: number, worse: boolean): string[] => [
  'front',
  ...(parcels[i]?.electronic ? ['label'] : []),
  ...(worse ? ['damage'] : []),
]

describe('a day at the dock, with a scanner only', () => {
  it('lets a worker in by badge and PIN, and takes the seller’s file', async () => {
    await floor.signIn('OP1001', '135790')
    const answer = await floor.context.request.post(
      `${server.origin}/api/imports/returns?seller=LOTUS&format=amazon`,
      { data: Buffer.from(made.file), headers: { 'content-type': 'text/tab-separated-values' } },
    )
    expect(await answer.json()).toMatchObject({ state: 'done', rejected: [] })
  })

  it('receives three parcels by their labels and registers what is in them', async () => {
    expect(parcels).toHaveLength(3)
    for (const [i, { label, code }] of parcels.entries()) await floor.register(label, code, PLATES[i] ?? '')
  })

  it('goes to the parcel whose label is scanned a second time, and makes no second one', async () => {
    const { label = '', tracking = '' } = parcels[0] ?? {}
    await floor.scan('.R.HOME')
    await floor.heading('Ready').waitFor()
    await floor.scan(label)
    await floor.heading('Register').waitFor()
    const parcel = await floor.context.request.get(`${server.origin}/api/parcels/${tracking}`)
    const { story } = (await parcel.json()) as { story: { type: string; by: string }[] }
    expect(story.filter((e) => e.type === 'ParcelReceived')).toMatchObject([{ by: 'OP1001' }])
  })

  it('inspects with photos and sends the best one to resell, onto a shelf', async () => {
    await floor.inspect(SHELF, () => 0, angles(0, false))
    await floor.page.getByRole('radio', { name: /Resell.*suggested/ }).waitFor()
    await floor.button('Confirm').click()
    await floor.heading('Put away').waitFor()
  })

  it('refuses a bin of the wrong zone until it is acknowledged, and says where to go', async () => {
    await floor.scan('LAX1-X-01-01')
    const alert = floor.page.getByRole('alert')
    await alert.getByText('Wrong bin').waitFor()
    expect(await alert.textContent()).toContain('LAX1-X-01-01 is a scrap bin')
    await floor.button('Understood').click()
    await alert.waitFor({ state: 'detached' })
    await expect.poll(() => unitAt(SHELF)).toMatchObject({ state: 'classified', bin: null })
    await floor.scan('S-02-03')
    await floor.page.getByRole('status').getByText('Shelved').waitFor()
    await expect
      .poll(() => unitAt(SHELF))
      .toMatchObject({ state: 'shelved', disposition: 'resell', bin: 'LAX1-S-02-03' })
  })

  it('takes the last step back by a command code, and does it again', async () => {
    await floor.scan(SHELF)
    await floor.sees('LAX1-S-02-03')
    await floor.scan('.R.UNDO')
    await expect.poll(() => unitAt(SHELF)).toMatchObject({ state: 'classified', bin: null })
    await floor.scan(SHELF)
    await floor.heading('Put away').waitFor()
    await floor.scan('LAX1-S-02-04')
    await expect.poll(() => unitAt(SHELF)).toMatchObject({ state: 'shelved', bin: 'LAX1-S-02-04' })
  })

  it('sends a worn one to the bench, where it is repaired and comes back to inspection', async () => {
    await floor.inspect(BENCH, (of) => Math.min(3, of - 2), angles(1, true))
    await floor.page.getByRole('radio', { name: /Refurbish/ }).click()
    await floor.button('Confirm').click()
    await floor.heading('Put away').waitFor()
    await floor.scan('F-01-02')
    await floor.heading('Ready').waitFor()
    await expect.poll(() => unitAt(BENCH)).toMatchObject({ disposition: 'refurbish', bin: 'LAX1-F-01-02' })
    await floor.scan(BENCH)
    await floor.button('Start refurbishment').click()
    await floor.button('Finish refurbishment').click()
    await floor.inspect(BENCH, () => 0, [])
    await floor.button('Confirm').click()
    await floor.heading('Put away').waitFor()
    await expect
      .poll(() => unitAt(BENCH))
      .toMatchObject({ state: 'classified', disposition: 'resell', grade: 'like_new' })
  })

  it('scraps a broken one', async () => {
    await floor.inspect(SCRAP, (of) => of - 1, angles(2, true))
    await floor.page.getByRole('radio', { name: /Scrap.*suggested/ }).waitFor()
    await floor.button('Confirm').click()
    await floor.heading('Put away').waitFor()
    await floor.scan('X-01-01')
    await floor.heading('Ready').waitFor()
    await floor.scan(SCRAP)
    await floor.button('Scrap for good').click()
    await expect
      .poll(() => unitAt(SCRAP))
      .toMatchObject({ state: 'scrapped', disposition: 'scrap', bin: null })
  })

  it('has sent all of it, with photos that can be looked at, and every chain is whole', async () => {
    await floor.button('all sent').waitFor()
    const { photos } = (await unitAt(SHELF)) as { photos: { sha256: string }[] }
    expect(photos.length).toBeGreaterThan(0)
    for (const { sha256 } of photos) {
      const shown = await floor.context.request.get(`${server.origin}/api/photos/${sha256}?size=thumb`)
      expect(shown.headers()['content-type']).toBe('image/jpeg')
    }
    const db = openDatabase(runningAppUrl(dataDir) ?? '', 1)
    const { broken } = await verifyLedger(db.staff)
    await db.close()
    expect(broken).toEqual([])
    expect(floor.complaints).toEqual([])
  })
})
