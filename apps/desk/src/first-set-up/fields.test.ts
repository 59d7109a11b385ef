import { describe, expect, it } from 'vitest'
import { clockIn, suggestedCurrency, timeZones } from './choices.ts'
import { type Fields, factsOf, wrongBy, wrongIn } from './fields.ts'

const FILLED: Fields = {
  code: 'k7qm-2xrd',
  house: 'BER1',
  houseName: ' Berlin 1 ',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  name: 'Ada Adler',
  badge: 'AD0001',
  pin: '602914',
  pinAgain: '602914',
}

describe('the first set-up form', () => {
  it('can be sent when every field is filled in as it says', () => {
    expect(wrongIn(FILLED)).toEqual({})
    expect(factsOf(FILLED).warehouse).toEqual({
      code: 'BER1',
      name: 'Berlin 1',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
    })
  })

  it.each<[keyof Fields, string]>([
    ['code', 'K7QM-2XR'],
    ['house', 'BERLIN'],
    ['houseName', ' '],
    ['name', ''],
    ['badge', 'ADA1'],
    ['pinAgain', '602915'],
  ])('says what is wrong with “%s” beside it, and with nothing else', (field, value) => {
    expect(Object.keys(wrongIn({ ...FILLED, [field]: value }))).toEqual([field])
  })

  it('wants a PIN of at least four digits', () => {
    expect(wrongIn({ ...FILLED, pin: '123', pinAgain: '123' })).toEqual({ pin: 'first.wrong.pin' })
  })

  it('puts a refusal of the server beside the field that it is about', () => {
    expect(wrongBy('set_up_code_wrong')).toEqual({ code: 'first.wrong.codeRefused' })
    expect(wrongBy('database_unavailable')).toBeNull()
  })
})

describe('a suggestion', () => {
  it('is the currency that is paid with where the clock hangs', () => {
    for (const [zone, currency] of [
      ['America/Los_Angeles', 'USD'],
      ['America/Toronto', 'CAD'],
      ['Europe/Berlin', 'EUR'],
      ['Europe/London', 'GBP'],
      ['Asia/Shanghai', 'CNY'],
      ['Australia/Sydney', 'AUD'],
      ['UTC', 'USD'],
    ] as const)
      expect(suggestedCurrency(zone), zone).toBe(currency)
  })

  it('names the browser’s own time zone, under whichever of its names', () => {
    expect(timeZones('Asia/Kolkata')).toContain('Asia/Kolkata')
    expect(new Set(timeZones('Europe/Berlin')).size).toBe(timeZones('Europe/Berlin').length)
    expect(clockIn('Asia/Tokyo', 'de', new Date('2026-11-27T10:05:00Z'))).toMatch(/^Fr.*19:05$/)
  })
})
