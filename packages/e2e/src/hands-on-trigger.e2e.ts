import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { FileChooser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'

/** Two units from the dock to a place with the trigger alone: labels, plates, bins and the sheet of command codes. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow hands on '))
const [FIRST = '', SECOND = ''] = [710_000_001, 710_000_002].map(makeLpn)
let server: ServerProcess
let floor: Floor
/** What the device's camera is asked through; listened for from the start, since a code opens it at once. */
const cameras: FileChooser[] = []

const made = generateReturns({
  seed: 'hands on trigger',
  seller: 'LOTUS',
  endingOn: '2026-11-20',
  parcels: 60,
})
const parcels = made.parcels
  .filter(({ lines: [line, ...more] }) => line?.quantity === 1 && more.length === 0)
  .filter(({ lines: [line] }) => (line?.valueMinor ?? 0) > 500 && (line?.valueMinor ?? 0) < 5000)
  .map(({ tracking, lines: [line] }) => {
    const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === line?.sku)
    const label = makeScan(tracking, () => 0.4)
    return { label, code: product?.gtin.slice(1) ?? '', electronic: product?.category === 'electronics' }
  })
const [first, second] = parcels

/** Counts what was touched: nothing may be. */
const COUNT_TOUCHES = () => {
  const page = globalThis as unknown as {
    touched: number
    addEventListener(type: string, hear: () => void): void
  }
  page.touched = 0
  page.addEventListener('pointerdown', () => page.touched++)
}

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  floor = await Floor.open(server.origin)
  floor.page.on('filechooser', (camera) => cameras.push(camera))
  await floor.page.addInitScript(COUNT_TOUCHES)
  await floor.page.reload()
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

async function photo(angle: string): Promise<void> {
  await floor.scan(`.R.PHOTO.${angle.toUpperCase()}`)
  const background = { r: 60 + angle.length * 12, g: 90, b: 120 }
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background } })
  const buffer = await picture.jpeg().toBuffer()
  await expect.poll(() => cameras.length, { timeout: 20_000 }).toBe(1)
  await cameras.shift()?.setFiles({ name: `${angle}.jpg`, mimeType: 'image/jpeg', buffer })
  await floor.button(`Photo: ${angle}, taken`).waitFor()
}

/** Answers every question with its best answer, by code. */
async function inspect(angles: readonly string[]): Promise<void> {
  const question = floor.page.getByRole('heading', { level: 2 }).first()
  let asked = ''
  for (;;) {
    await expect.poll(() => question.textContent(), { timeout: 20_000 }).not.toBe(asked)
    asked = (await question.textContent()) ?? ''
    if (asked === 'What did you find?') break
    await floor.scan('.R.ANSWER.1')
  }
  await floor.scan('.R.NEXT')
  await floor.heading('Take these photos').waitFor()
  for (const angle of angles) await photo(angle)
  await floor.scan('.R.NEXT')
  await floor.heading('How good is it?').waitFor()
}

describe('hands on the trigger', () => {
  it('signs in by badge and PIN, the PIN typed and handed in by code', async () => {
    await floor.heading('Sign in').waitFor()
    await floor.scan('OP1001')
    await floor.page.getByLabel('PIN').fill('135790')
    await floor.scan('.R.NEXT')
    await floor.heading('Ready').waitFor()
    const answer = await floor.context.request.post(
      `${server.origin}/api/imports/returns?seller=LOTUS&format=amazon`,
      { data: Buffer.from(made.file), headers: { 'content-type': 'text/tab-separated-values' } },
    )
    expect(await answer.json()).toMatchObject({ state: 'done', rejected: [] })
  })

  it('takes one in as it arrived, and gives it its plate', async () => {
    await floor.scan('.R.CONDITION.INTACT')
    await floor.register(first?.label ?? '', first?.code ?? '', FIRST)
  })

  it('inspects it: answers, photos and the grade by code', async () => {
    await floor.scan('.R.INSPECT')
    await inspect(['front', ...(first?.electronic ? ['label'] : [])])
    await floor.scan('.R.GRADE.LIKE-NEW')
    await floor.scan('.R.CONFIRM')
    await floor.heading('Classify').waitFor()
  })

  it('decides and lays it on its shelf', async () => {
    await floor.scan('.R.DISPOSITION.RESELL')
    await floor.scan('.R.CONFIRM')
    await floor.heading('Put away').waitFor()
    await floor.scan('S-02-03')
    await expect.poll(() => unitAt(FIRST)).toMatchObject({ state: 'shelved', bin: 'LAX1-S-02-03' })
  })

  it('registers another by its line and a number of pieces, lowered and decided otherwise', async () => {
    await floor.scan(second?.label ?? '')
    await floor.page.getByRole('status').getByText('Received').waitFor()
    await floor.scan('.R.LINE.1')
    await floor.sees('Scan a plate, or print one')
    for (const code of ['.R.DIGIT.1', '.R.DIGIT.2', '.R.CLEAR', '.R.PLUS', '.R.MINUS']) await floor.scan(code)
    await floor.scan(SECOND)
    await floor.page.getByRole('status').getByText('Registered').waitFor()
    // What is asked goes by its category, which the server knows.
    await expect.poll(() => unitAt(SECOND)).toMatchObject({ state: 'registered' })
    await floor.scan(SECOND)
    await inspect(['front', ...(second?.electronic ? ['label'] : [])])
    await floor.scan('.R.BACK')
    await floor.heading('Take these photos').waitFor()
    await floor.scan('.R.NEXT')
    await floor.scan('.R.GRADE.LIKE-NEW')
    await floor.scan('.R.NEXT')
    await floor.heading('Classify').waitFor()
    await floor.scan('.R.DISPOSITION.SCRAP')
    await floor.scan('.R.CONFIRM')
    await floor.page.getByRole('dialog', { name: 'Why not as suggested?' }).waitFor()
    await floor.scan('.R.REASON.NOT-WORTH-IT')
    await floor.scan('.R.CONFIRM')
    await floor.heading('Put away').waitFor()
    await expect.poll(() => unitAt(SECOND)).toMatchObject({ quantity: 1, disposition: 'scrap' })
  })

  it('takes the decision back, and holds it with a question for its seller', async () => {
    await floor.scan('.R.UNDO')
    await floor.heading('Classify').waitFor()
    await floor.scan('.R.MORE')
    await floor.scan('.R.STEP.HOLD')
    await floor.heading('Hold').waitFor()
    for (const code of ['.R.WAITS-FOR.SELLER', '.R.ANSWER.1', '.R.CONFIRM']) await floor.scan(code)
    await expect
      .poll(() => unitAt(SECOND))
      .toMatchObject({ held: { waitsFor: 'seller', question: 'What is it worth?' } })
  })

  it('sets the app up, and has the sheet of codes itself, by code', async () => {
    await floor.scan('.R.MENU')
    await floor.scan('.R.LANGUAGE.DE')
    await floor.button('Befehlsblatt').waitFor()
    await floor.scan('.R.LANGUAGE.EN')
    await floor.button('Command sheet').waitFor()
    await floor.scan('.R.COMMANDS')
    await floor.button('Print the sheet').waitFor()
    const sheet = await floor.context.request.get(
      `${server.origin}/api/labels/command-sheet?format=pdf&language=zh-CN`,
    )
    expect(sheet.headers()['content-type']).toBe('application/pdf')
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('has sent all of it and was never touched', async () => {
    await floor.button('all sent').waitFor()
    expect(await floor.page.evaluate(() => (globalThis as unknown as { touched: number }).touched)).toBe(0)
    expect(floor.complaints).toEqual([])
  })
})
