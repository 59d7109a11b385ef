import { normaliseTracking, readScan } from '@restow/barcodes'
import { minorOf } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { AMAZON_COLUMNS } from './amazon-file.ts'
import { generateReturns } from './generate-returns.ts'
import { DEMO_PRODUCTS } from './products.ts'

const WANTED = { seed: 'test', seller: 'LOTUS', endingOn: '2026-11-05', parcels: 400 } as const
const made = generateReturns(WANTED)

function rowsOf(file: string, lineEnding = '\n') {
  const [heading = '', ...lines] = file.split(lineEnding)
  expect(lines.pop()).toBe('')
  const columns = heading.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    expect(cells).toHaveLength(32)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

describe('made returns', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generateReturns(WANTED)).toEqual(made)
    expect(generateReturns({ ...WANTED, seed: 'other' }).file).not.toBe(made.file)
    expect(generateReturns({ ...WANTED, seller: 'NORTHSTAR' }).parcels[0]?.tracking).not.toBe(
      made.parcels[0]?.tracking,
    )
  })

  it('are written in the 32 columns of Amazon, one row a line, with the figures of the parcels', () => {
    const rows = rowsOf(made.file)
    const lines = made.parcels.flatMap((parcel) => parcel.lines.map((line) => ({ parcel, line })))
    expect(made.file.split('\n')[0]).toBe(AMAZON_COLUMNS.join('\t'))
    expect(rows).toHaveLength(lines.length)
    rows.forEach((row, i) => {
      const { parcel, line } = lines[i] ?? {}
      expect(row['Tracking ID']).toBe(parcel?.tracking)
      expect(row['Amazon RMA ID']).toBe(parcel?.rma)
      expect(row['Merchant SKU']).toBe(line?.sku)
      expect(row['Return quantity']).toBe(String(line?.quantity))
      expect(minorOf(row['Order Amount'] ?? '', row['Currency code'] ?? '')).toBe(line?.valueMinor)
      expect(row['Return request date']).toMatch(/^(2[3-9]|3[01])-Oct-2026$|^0[1-5]-Nov-2026$/)
      expect(row['Order ID']).toMatch(/^\d{3}-\d{7}-\d{7}$/)
      expect(row['Item Name']).toBe(DEMO_PRODUCTS.find((p) => p.sku === line?.sku)?.title)
    })
  })

  it('can be written with the line ends of Windows', () => {
    const { file } = generateReturns({ ...WANTED, lineEnding: '\r\n' })
    expect(rowsOf(file, '\r\n')).toEqual(rowsOf(made.file))
  })

  it('come under numbers whose check digits are right, and whose labels lead back to them', () => {
    const families: Record<string, string> = {
      UPS: 'ups',
      USPS: 'usps',
      FEDEX: 'fedex',
      DHL: 'dhl',
      ROYAL_MAIL: 's10',
    }
    for (const { tracking, scan, carrier } of made.parcels) {
      const fits = readScan(tracking).carriers.filter((c) => c.check === 'right')
      expect(
        fits.map((c) => c.carrier),
        tracking,
      ).toContain(families[carrier])
      expect(normaliseTracking(tracking)).toBe(tracking)
      expect(normaliseTracking(scan), scan).toBe(tracking)
    }
    expect(new Set(made.parcels.map((p) => p.carrier))).toEqual(new Set(Object.keys(families)))
    expect(new Set(made.parcels.map((p) => p.tracking)).size).toBe(made.parcels.length)
    expect(new Set(made.parcels.map((p) => p.rma)).size).toBe(made.parcels.length)
  })

  it('are mixed as real ones are: mostly single pieces in dollars, some lots, some lines twice, some prefixes', () => {
    const lines = made.parcels.flatMap((p) => p.lines)
    const share = (n: number, of: number) => n / of
    expect(share(lines.filter((l) => l.quantity === 1).length, lines.length)).toBeGreaterThan(0.7)
    expect(lines.some((l) => l.quantity >= 12)).toBe(true)
    expect(share(lines.filter((l) => l.currency === 'USD').length, lines.length)).toBeGreaterThan(0.75)
    expect(new Set(lines.map((l) => l.currency))).toEqual(new Set(['USD', 'EUR', 'GBP']))
    expect(lines.some((l) => l.reason.startsWith('CR-'))).toBe(true)
    expect(made.parcels.some((p) => new Set(p.lines.map((l) => l.sku)).size < p.lines.length)).toBe(true)
    expect(made.parcels.some((p) => p.lines.length > 2)).toBe(true)
  })
})
