import { readScan } from '@restow/barcodes'
import { describe, expect, it } from 'vitest'
import { serialsOf } from './serials.ts'

const GTIN = '04006381333931'
const of = (scan: string) => serialsOf(readScan(scan))

describe('the serial number out of a product’s barcode', () => {
  it('is taken over where it is certain', () => {
    expect(of(`]C101${GTIN}10LOT7\u001d21SN-4711`)).toEqual({ serial: 'SN-4711', doubts: [] })
  })

  it('is asked about where a separator was lost before it', () => {
    expect(of(`01${GTIN}10ABC12321987654`)).toEqual({ serial: '', doubts: ['987654'] })
  })

  it('is asked about where it may have swallowed what stood behind it, with both readings', () => {
    const { serial, doubts } = of(`01${GTIN}21A77B17261231`)
    expect(serial).toBe('')
    expect(doubts).toEqual(['A77B', 'A77B17261231'])
  })

  it('is none where the barcode has none', () => {
    expect(of(GTIN)).toEqual({ serial: '', doubts: [] })
  })
})
