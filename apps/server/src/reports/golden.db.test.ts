import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { DispositionReport } from '@restow/contracts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { GOLDEN_ROWS, keepGolden } from './golden.fixture.ts'

/** A closed day in all its formats. Once a format is meant to change: UPDATE_GOLDEN=1, and its edition in tag.ts. */

let warehouse: Warehouse
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  await keepGolden(warehouse.node.db.staff)
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const DAY = '/api/reports/dispositions?seller=LOTUS&date=2026-11-20'
const as = (format: string) => lotus.get(`${DAY}&format=${format}`)

function expectGolden(name: string, bytes: Buffer): void {
  const file = new URL(`./golden/${name}.golden`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1' || !existsSync(file)) {
    if (process.env.CI) throw new Error(`there is no ${name} to be held against`)
    writeFileSync(file, bytes)
  }
  expect(bytes.toString()).toBe(readFileSync(file, 'utf8'))
}

describe('a closed day', () => {
  it.each(['json', 'csv', 'amazon'])('is the same file as ever as %s', async (format) => {
    const { rawPayload } = await as(format)
    expectGolden(`day.${format}`, rawPayload)
  })

  it('is the same workbook as ever, part by part', async () => {
    const { rawPayload, headers } = await as('xlsx')
    const parts = unzipSync(new Uint8Array(rawPayload))
    const text = Object.entries(parts).map(([name, part]) => `==> ${name}\n${strFromU8(part)}\n`)
    expectGolden('day.xlsx', Buffer.from(text.join('').replaceAll('</row>', '</row>\n')))
    expect(headers['content-disposition']).toBe('attachment; filename="restow-LOTUS-2026-11-20.xlsx"')
  })

  it('says the same on paper as ever', async () => {
    const { rawPayload } = await as('pdf')
    const pdfium = await PDFiumLibrary.init()
    try {
      const document = await pdfium.loadDocument(rawPayload)
      const pages = [...document.pages()].map((page) => page.getText())
      expectGolden('day.pdf', Buffer.from(pages.join('\n==> page\n').replaceAll('\r\n', '\n')))
      document.destroy()
    } finally {
      pdfium.destroy()
    }
  })

  it('holds its rows to the letter, what they add up to and where it closed', async () => {
    const report = (await as('json')).json<DispositionReport>()
    expect(report.rows).toEqual(GOLDEN_ROWS)
    expect(report).toMatchObject({ open: false, position: 48_211, closedAt: '2026-11-21T08:00:06.120Z' })
    expect(report.totals.resell).toEqual({
      units: 4,
      pieces: 9,
      value: [{ minor: 16_000, currency: 'USD', decimal: '160.00' }],
      recovered: [{ minor: 15_880, currency: 'USD', decimal: '158.80' }],
    })
    expect(report.dockToDecision).toEqual({ median: 13_291, sameDayShare: 1 })
  })

  it('is known by its tag and its date, of each format apart', async () => {
    const tags = new Set<string>()
    for (const format of ['json', 'csv', 'xlsx', 'pdf', 'amazon']) {
      const { headers } = await as(format)
      tags.add(String(headers.etag))
      expect(headers['last-modified']).toBe('Sat, 21 Nov 2026 08:00:06 GMT')
      const ask = (known: Record<string, string>) =>
        lotus.ask({ method: 'GET', url: `${DAY}&format=${format}`, headers: known })
      const again = await ask({ 'if-none-match': `"other", W/${String(headers.etag)}` })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag])
      expect((await ask({ 'if-modified-since': 'Sat, 21 Nov 2026 08:00:06 GMT' })).statusCode).toBe(304)
      expect((await ask({ 'if-modified-since': 'Sat, 21 Nov 2026 08:00:05 GMT' })).statusCode).toBe(200)
      const other = { 'if-none-match': '"other"', 'if-modified-since': 'Sat, 21 Nov 2026 08:00:06 GMT' }
      expect((await ask(other)).statusCode).toBe(200)
    }
    expect(tags.size).toBe(5)
  })
})
