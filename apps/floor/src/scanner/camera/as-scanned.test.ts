import { readScan } from '@restow/barcodes'
import { describe, expect, it } from 'vitest'
import { type Found, fallbackText, offCentre, sightOf } from './as-scanned.ts'

const SIZE = { width: 200, height: 100 }
const corners = { topLeft: { x: 90, y: 40 }, topRight: { x: 110, y: 40 } }
const position = { ...corners, bottomLeft: { x: 90, y: 60 }, bottomRight: { x: 110, y: 60 } }
const found = (over: Partial<Found>): Found => ({
  text: 'RU0000000017',
  format: 'Code128',
  contentType: 'Text',
  symbologyIdentifier: ']C0',
  position,
  ...over,
})

describe('what a scanner would have typed', () => {
  it('leaves a plain code as it is', () => {
    expect(sightOf(found({}), SIZE).text).toBe('RU0000000017')
  })

  it.each([
    ['Code128', ']C1'],
    ['DataMatrix', ']d2'],
    ['QRCode', ']Q3'],
    ['DataBarExp', ']e0'],
  ])('says that a %s is GS1, and keeps its group separators', (format, symbologyIdentifier) => {
    const text = '0109506000134352' + '10ABC\u001d21SN-7'
    const sight = sightOf(found({ text, format, contentType: 'GS1', symbologyIdentifier }), SIZE)
    expect(sight.text).toBe(symbologyIdentifier + text)
    expect(readScan(sight.text).gs1).toEqual({ '01': '09506000134352', '10': 'ABC', '21': 'SN-7' })
  })

  it('gives a product’s number without a prefix', () => {
    const ean = { text: '4006381333931', format: 'EAN13', contentType: 'GS1', symbologyIdentifier: ']E0' }
    expect(sightOf(found(ean), SIZE).text).toBe('4006381333931')
  })

  it('knows what is in the middle', () => {
    expect(sightOf(found({}), SIZE).offCentre).toBe(0)
    expect(offCentre([{ x: 200, y: 100 }], SIZE)).toBeCloseTo(1)
  })

  it('gives the same from the fallback engine', () => {
    expect(fallbackText('\u001d0109506000134352', 'DATA_MATRIX')).toBe(']d20109506000134352')
    expect(fallbackText(']C142090210', 'CODE_128')).toBe(']C142090210')
    expect(fallbackText('012345678905', 'UPC_A')).toBe('0012345678905')
    expect(fallbackText('4006381333931', 'EAN_13')).toBe('4006381333931')
  })
})
