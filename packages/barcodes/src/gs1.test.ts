import { describe, expect, it } from 'vitest'
import { readScan } from './read-scan.ts'

const GS = '\u001d'

describe('a GS1 code', () => {
  it('gives product, batch, expiry and serial', () => {
    const { gs1, gtin } = readScan(`]d2010950600013435210ABC123${GS}172612312198765`)
    expect(gs1).toEqual({ '01': '09506000134352', '10': 'ABC123', '17': '261231', '21': '98765' })
    expect(gtin).toBe('09506000134352')
  })

  it('is read from bars’ text with brackets', () => {
    expect(readScan('(01)09506000134352(10)ab(1)c(21)7').gs1).toEqual({
      '01': '09506000134352',
      '10': 'ab(1)c',
      '21': '7',
    })
  })

  it('is read from a Digital Link, whoever’s host it is', () => {
    expect(readScan('https://example.com/x/01/09506000134352/10/A%2FB?17=261231&utm=1#top')).toMatchObject({
      gtin: '09506000134352',
      gs1: { '01': '09506000134352', '10': 'A/B', '17': '261231' },
    })
    expect(readScan('https://example.com/01/09506000134352/10/%E0%A4').gs1).toBeUndefined()
    expect(readScan('https://example.com/returns/4711').gs1).toBeUndefined()
  })

  it('is seen without the scanner’s word where it begins with a product or a pallet', () => {
    expect(readScan('0109506000134352').gtin).toBe('09506000134352')
    expect(readScan('00106141412345678908').gs1).toEqual({ '00': '106141412345678908' })
  })

  it('is not seen in any digits that happen to begin like one', () => {
    expect(readScan('1012345678').gs1).toBeUndefined()
    expect(readScan('2112345678').gs1).toBeUndefined()
  })

  it.each([
    ['a wrong check digit', ']C10109506000134353'],
    ['a month of 13', ']C117261301'],
    ['an unknown identifier', ']C1051234'],
    ['a value cut short', ']C1010950600013'],
    ['two products at once', `]C101095060001343520110036000291459`],
  ])('with %s is no GS1 code', (_, scan) => {
    expect(readScan(scan).gs1).toBeUndefined()
  })

  it('gives measures, places and service relations', () => {
    expect(readScan(`]C13103000750410950600013435${'2'}8018106141412345678908`).gs1).toEqual({
      '3103': '000750',
      '410': '9506000134352',
      '8018': '106141412345678908',
    })
  })
})
