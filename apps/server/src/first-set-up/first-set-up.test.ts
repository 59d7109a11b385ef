import { describe, expect, it } from 'vitest'
import { checkFirstSetUp, sayCode } from './first-set-up.ts'
import { SetUpCode } from './set-up-code.ts'

const HOUSE = { code: 'LAX1', name: 'Los Angeles 1', timeZone: 'America/Los_Angeles', currency: 'USD' }
const ADMIN = { badge: 'AD0001', name: 'Ada', pin: '602914' }

/** The stable code of what is refused, or null. */
function refusalOf(house: Partial<typeof HOUSE>, admin: Partial<typeof ADMIN> = {}): string | null {
  try {
    checkFirstSetUp({ warehouse: { ...HOUSE, ...house }, admin: { ...ADMIN, ...admin } })
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a first warehouse', () => {
  it('has a code that bins can begin with', () => {
    for (const code of ['LAX1', 'DE1', 'BERLI999']) expect(refusalOf({ code }), code).toBeNull()
    for (const code of ['lax1', 'LAX', '1', 'L1', 'LAX-1', 'LAX1 ', 'LAX1-S', 'BERLIN1', 'LAX1000', 'LÄX1'])
      expect(refusalOf({ code }), code).toBe('warehouse_code_wrong')
  })

  it('lies in a time zone of the IANA list, which an offset is not', () => {
    for (const timeZone of ['UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])
      expect(refusalOf({ timeZone }), timeZone).toBeNull()
    for (const timeZone of ['Los Angeles', 'America/Nowhere', '+01:00', '-0800', 'UTC+8', ' '])
      expect(refusalOf({ timeZone }), timeZone).toBe('time_zone_unknown')
  })

  it('reckons in a currency that there is', () => {
    for (const currency of ['USD', 'EUR', 'CNY', 'JPY']) expect(refusalOf({ currency }), currency).toBeNull()
    for (const currency of ['usd', 'US$', 'XYZ', 'DOLLAR'])
      expect(refusalOf({ currency }), currency).toBe('currency_unknown')
  })

  it('and its admin have names, and the admin a badge that scans as one', () => {
    expect(refusalOf({ name: '  ' })).toBe('warehouse_name_missing')
    expect(refusalOf({}, { name: '\t' })).toBe('admin_name_missing')
    for (const badge of ['ad0001', 'ADMIN', 'AD001', 'AD00011', 'AD-0001'])
      expect(refusalOf({}, { badge }), badge).toBe('badge_wrong')
  })
})

describe('the console', () => {
  it('tells the code, and every address at which it can be entered', () => {
    const code = new SetUpCode()
    const said = sayCode(code, ['http://localhost:8080', 'https://returns.example.com'])
    expect(said).toContain(code.text)
    expect(said).toContain('http://localhost:8080/first-set-up or https://returns.example.com/first-set-up')
  })
})
