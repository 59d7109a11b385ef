import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'
import { proposeScrap } from './seller.scenes.ts'

/** A seller's morning: yesterday's report and its files, a unit's photos, an objection, an answer; and the hall that hears it. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow seller '))
let server: ServerProcess
let browser: Browser
let page: Page
let day = ''

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
  page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(20_000)
})

afterAll(async () => {
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Of a unit, what it is asked at the bench, and by which questions it was. */
interface Asked {
  readonly next: readonly { command: string; requiredAngles?: { always: string[] } }[]
  readonly inspection: { checklist?: { own?: object } } | null
}
interface Row {
  readonly lpn: string
  readonly photos: readonly string[]
}
const textOf = (bytes: Buffer) => bytes.toString('utf8')
const lines = (text: string) => text.split(/\r?\n/).filter((line) => line !== '')

/** What each file has to be, given the plates that the page lists. */
const FILES: Readonly<
  Record<string, { ending: string; type: RegExp; says(bytes: Buffer, plates: string[]): void }>
> = {
  CSV: {
    ending: '.csv',
    type: /^text\/csv/,
    says: (bytes, plates) => {
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      for (const plate of plates) expect(textOf(bytes)).toContain(plate)
    },
  },
  XLSX: {
    ending: '.xlsx',
    type: /spreadsheetml\.sheet/,
    says: (bytes) => {
      expect(textOf(bytes.subarray(0, 2))).toBe('PK')
      expect(bytes.includes('xl/workbook.xml')).toBe(true)
    },
  },
  PDF: {
    ending: '.pdf',
    type: /^application\/pdf/,
    says: (bytes) => {
      expect(textOf(bytes.subarray(0, 5))).toBe('%PDF-')
      expect(textOf(bytes.subarray(-8))).toContain('%%EOF')
    },
  },
  Amazon: {
    ending: '.amazon.txt',
    type: /^text\/(plain|tab-separated-values)/,
    says: (bytes, plates) => {
      const [head = '', ...rest] = lines(textOf(bytes))
      expect(head.split('\t')).toHaveLength(13)
      expect(head).toContain('license-plate-number')
      expect(rest).toHaveLength(plates.length)
    },
  },
  JSON: {
    ending: '.json',
    type: /^application\/json/,
    says: (bytes, plates) => {
      const { rows } = JSON.parse(textOf(bytes)) as { rows: Row[] }
      expect(rows.map(({ lpn }) => lpn).sort()).toEqual([...plates].sort())
    },
  },
}

describe('a seller', () => {
  it('signs in, opens the report of the day before, and a unit of it with its photos', async () => {
    await page.goto(server.origin)
    await page.getByText('Seller', { exact: true }).click()
    await page.getByLabel('E-mail').fill('lotus@demo.restow')
    await page.getByLabel('Password').fill('restow-demo')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Daily reports' }).first().waitFor()
    const board = (await (await page.request.get(`${server.origin}/api/boards/pipeline`)).json()) as {
      day: string
    }
    day = new Date(Date.parse(`${board.day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    await page.goto(`${server.origin}/reports/${day}`)
    const { rows } = await report()
    const seen = rows.find(({ photos }) => photos.length > 1)
    await page
      .getByRole('region', { name: 'Decisions of the day' })
      .getByRole('link', { name: seen?.lpn ?? 'a unit with photos' })
      .click()
    await page.getByRole('heading', { name: new RegExp(seen?.lpn ?? '') }).waitFor()
    const photo = page.getByRole('img', { name: /^Photo/ }).first()
    await photo.waitFor()
    await expect
      .poll(() => photo.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth), {
        timeout: 10_000,
      })
      .toBeGreaterThan(50)
    await page.goBack()
  })

  it('takes the report along in all five formats: each is what it says it is', async () => {
    const plates = (await report()).rows.map(({ lpn }) => lpn)
    expect(plates.length).toBeGreaterThan(0)
    for (const [format, { ending, type, says }] of Object.entries(FILES)) {
      const link = page.getByRole('link', { name: `Download ${format}` })
      const started = page.waitForEvent('download')
      await link.click()
      const file = await started
      expect(file.suggestedFilename()).toBe(`restow-LOTUS-${day}${ending}`)
      says(readFileSync(await file.path()), plates)
      expect(await typeOf((await link.getAttribute('href')) ?? ''), format).toMatch(type)
    }
  })

  it('objects to scrap that is proposed, and a supervisor reads why where it could not be approved', async () => {
    const said = 'Do not scrap it: our workshop takes it.'
    const floor = await Floor.open(server.origin)
    try {
      const [lpn] = await Promise.all([
        proposeScrap(browser, server.origin),
        floor.signIn('SV2001', '135790'),
      ])
      await floor.scan(lpn)
      await floor.heading('Scrap').waitFor()
      expect(await floor.button('Approve scrap').isDisabled()).toBe(true)
      await page.getByRole('link', { name: /^Waiting for you/ }).click()
      await page.getByRole('button', { name: /^Scrap proposed/ }).click()
      const list = page.getByRole('list', { name: /^What waits/ })
      await list.getByText(lpn).click()
      await page
        .getByRole('region', { name: `Scrap proposed ${lpn}` })
        .getByText(/You may object until/)
        .waitFor()
      await page.keyboard.press('o')
      await page.keyboard.type(said)
      await page.keyboard.press('Control+Enter')
      await page.getByText('1 unit is not scrapped; a supervisor has your words.').waitFor()
      await list.getByText(lpn).waitFor({ state: 'detached' })
      await floor.scan(lpn)
      await floor.heading('On hold').waitFor()
      await floor.sees(said)
      await floor.button('Release').click()
      await floor.heading('Classify').waitFor()
      expect(floor.complaints).toEqual([])
    } finally {
      await floor.close()
    }
  })

  it('has its products taken in by a file, which shows first what it would do, and says what it did not', async () => {
    await page.getByRole('link', { name: 'Products', exact: true }).click()
    await page.getByRole('button', { name: 'Import a file' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import products' })
    const lines = ['商品编码;商品名称;EAN', 'BY-FILE;=Tea set 茶具;4011209003002', 'BAD;Rounded;5.90123E+12']
    await dialog
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'autumn.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
    await dialog.getByText('A spreadsheet has shortened the GTIN').waitFor()
    await dialog.getByRole('button', { name: 'Take in 1 product' }).click()
    await dialog.getByText('1 line was not taken').waitFor()
    const rejected = page.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Download the rejected lines' }).click()
    expect(readFileSync(await (await rejected).path(), 'utf8')).toContain('3,number_rounded,')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('row', { name: /BY-FILE =Tea set 茶具/ }).waitFor()
    const exported = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export' }).click()
    const file = readFileSync(await (await exported).path())
    const again = await page.request.post(`${server.origin}/api/imports/products?seller=LOTUS&format=csv`, {
      data: file,
      headers: { 'content-type': 'text/csv' },
    })
    const { total, unchanged } = (await again.json()) as { total: number; unchanged: number }
    expect([total > 10, unchanged]).toEqual([true, total])
  })

  it('answers a question about a unit, and whoever scans it in the hall reads that before its next step', async () => {
    const said = 'Sell it as open box, without the manual.'
    await page.getByRole('link', { name: /^Waiting for you/ }).click()
    await page.getByRole('button', { name: /^Questions/ }).click()
    const list = page.getByRole('list', { name: /^What waits/ })
    await list
      .getByRole('button', { name: /Another article than announced/ })
      .first()
      .click()
    const panel = page.getByRole('region', { name: /^Questions RU\d{10}$/ })
    const plate = (await panel.getAttribute('aria-label'))?.slice(-12) ?? ''
    await panel
      .getByRole('img', { name: /^Photo/ })
      .first()
      .waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type(said)
    await page.keyboard.press('Control+Enter')
    await page.getByText('1 question was answered; the unit goes on.').waitFor()
    await list.getByText(plate).waitFor({ state: 'detached' })
    const floor = await Floor.open(server.origin)
    try {
      await floor.signIn('OP1001', '135790')
      await floor.scan(plate)
      await floor.heading('Classify').waitFor()
      await floor.page.getByRole('region', { name: 'Answer from hold' }).getByText(said).waitFor()
      await floor.button('More').click()
      await floor.page.getByText(`“${said}”`).waitFor()
      expect(floor.complaints).toEqual([])
    } finally {
      await floor.close()
    }
  })

  it('asks something of its own about its goods, and the next unit is asked it at the bench', async () => {
    await page.getByRole('link', { name: 'Policy', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Refurbish these goods' }).uncheck()
    await page.getByText('Resell · open box').waitFor()
    await page.getByRole('link', { name: 'Own questions' }).click()
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await page.evaluate('history.back()')
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await page.getByText('Changed, not saved yet').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The next suggestion for your goods is reckoned by it.').waitFor()
    await page.getByRole('link', { name: 'Own questions' }).click()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByLabel('Question', { exact: true }).fill('Is the Lotus seal whole?')
    await page.getByRole('textbox', { name: 'Answer 1' }).fill('Whole')
    await page.getByRole('textbox', { name: 'Answer 2' }).fill('Broken')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The next inspection of these goods is asked this.').waitFor()
    await page.getByRole('textbox', { name: 'Answer 2' }).fill('Broken or gone')
    await page.evaluate('history.back()')
    await dialog.getByRole('button', { name: 'Leave without saving' }).click()
    await page.getByRole('checkbox', { name: 'Refurbish these goods' }).waitFor()
    const { lpn = '' } =
      (await read<{ items: { lpn: string }[] }>('/api/units?state=registered')).items[0] ?? {}
    const unit = await read<Asked>(`/api/units/${lpn}`)
    const angles = unit.next.find(({ command }) => command === 'InspectUnit')?.requiredAngles?.always ?? []
    const floor = await Floor.open(server.origin)
    try {
      await floor.signIn('OP1001', '135790')
      const asked: (string | null)[] = []
      const note = async () => void asked.push(await floor.heading(/./).nth(1).textContent())
      await floor.inspect(lpn, () => 0, angles, note)
      expect(asked.at(-1)).toBe('Is the Lotus seal whole?')
      const by = async () => (await read<Asked>(`/api/units/${lpn}`)).inspection?.checklist?.own
      await expect.poll(by, { timeout: 10_000 }).toEqual({ seller: 'LOTUS', version: 2 })
      expect(floor.complaints).toEqual([])
    } finally {
      await floor.close()
    }
  })
})

const read = async <T>(path: string) =>
  (await (await page.request.get(`${server.origin}${path}`)).json()) as T

/** As what the server sends it; the bytes themselves have come already. */
async function typeOf(path: string): Promise<string> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${server.origin}${path}`, { headers: { cookie } })
  await answer.body?.cancel()
  return answer.headers.get('content-type') ?? ''
}

/** The day's report once it is closed, as the page shows it. */
async function report(): Promise<{ open: boolean; rows: Row[] }> {
  const url = `${server.origin}/api/reports/dispositions?seller=LOTUS&date=${day}`
  const read = async () => (await (await page.request.get(url)).json()) as { open: boolean; rows: Row[] }
  await expect.poll(async () => (await read()).open).toBe(false)
  return read()
}
