import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { FIRST_COLUMNS } from './columns.ts'
import { BEGINNINGS, poisoned } from './formulas.fixture.ts'
import { keepGolden } from './golden.fixture.ts'

let warehouse: Warehouse
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  await keepGolden(warehouse.node.db.staff, BEGINNINGS.map(poisoned))
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const as = (format: string) =>
  lotus.get(`/api/reports/dispositions?seller=LOTUS&date=2026-11-20&format=${format}`)
/** The columns that hold what others wrote. */
const TEXTS = FIRST_COLUMNS.map(({ name }) => name).filter(
  (name) =>
    !['quantity', 'value', 'recovered', 'received_at', 'classified_at', 'taken_back', 'disposition'].includes(
      name,
    ),
)

describe('text that begins like a formula', () => {
  it('is there in so many ways, in every column of text', () => {
    expect(BEGINNINGS.length).toBeGreaterThanOrEqual(25)
    expect(TEXTS).toHaveLength(19)
  })

  it('is none in CSV, as another reader has it, and numbers below zero are numbers', async () => {
    const { body } = await as('csv')
    const rows = parse<Record<string, string>>(body, { bom: true, columns: true })
    expect(rows).toHaveLength(BEGINNINGS.length)
    for (const [i, row] of rows.entries()) {
      for (const name of TEXTS) expect(row[name]).toBe(`'${BEGINNINGS[i]}cmd|' /C calc'!A0`)
      expect([row.value, row.recovered]).toEqual(['-40.00', '-0.01'])
    }
  })

  it('is none in a workbook, as another reader has it, and numbers are numbers there', async () => {
    const { rawPayload } = await as('xlsx')
    // A formula is an element of its own; nothing else is one.
    const parts = Object.values(unzipSync(new Uint8Array(rawPayload))).map((part) => strFromU8(part))
    expect(parts.filter((part) => /<f[\s>/]/.test(part))).toEqual([])
    const [head = [], ...rows] = await readSheet(rawPayload, 'Units')
    expect(rows).toHaveLength(BEGINNINGS.length)
    for (const row of rows) {
      const cell = (name: string) => row[head.indexOf(name)]
      for (const name of TEXTS)
        expect([name, String(cell(name))[0], typeof cell(name)]).toEqual([name, "'", 'string'])
      expect([cell('value'), cell('recovered'), cell('quantity'), cell('taken_back')]).toEqual([
        -40,
        -0.01,
        1,
        false,
      ])
      expect(cell('classified_at')).toBeInstanceOf(Date)
    }
  })

  it('neither ends a cell of Amazon’s file nor opens a quotation in it', async () => {
    const { body } = await as('amazon')
    const rows = parse<Record<string, string>>(body, { columns: true, delimiter: '\t' })
    expect(rows).toHaveLength(BEGINNINGS.length)
    for (const row of rows) {
      expect(Object.keys(row)).toHaveLength(13)
      for (const name of ['sku', 'order-id', 'product-name', 'license-plate-number'])
        expect(row[name]?.[0]).toBe("'")
    }
  })
})
