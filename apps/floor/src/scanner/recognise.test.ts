import { makeLpn } from '@restow/barcodes'
import { describe, expect, it } from 'vitest'
import { belongsToField, isCode } from './recognise.ts'

describe('fast text in a field', () => {
  it('takes what the house prints out of every field', () => {
    for (const where of ['field', 'digits', 'keep'] as const) {
      expect(belongsToField('OP1001', where, 'key')).toBe(false)
      expect(belongsToField('.R.NEXT', where, 'key')).toBe(false)
    }
    expect(belongsToField(makeLpn(17), 'field', 'idle')).toBe(false)
    expect(belongsToField('LAX1-S-02-01', 'digits', 'idle')).toBe(false)
  })

  it('leaves a PIN or a quantity that a number pad has typed', () => {
    expect(belongsToField('135790', 'digits', 'key')).toBe(true)
    expect(belongsToField('9205574720737883690753', 'digits', 'key')).toBe(false)
  })

  it('lets a field that keeps scans keep orders and pallets', () => {
    expect(belongsToField('ORD-778812', 'keep', 'key')).toBe(true)
    expect(belongsToField('9205574720737883690753', 'keep', 'key')).toBe(true)
  })

  it('leaves words that came without a key at their end, as from an input method or a paste', () => {
    expect(belongsToField('the lid is torn', 'field', 'idle')).toBe(true)
    expect(belongsToField('the lid is torn', 'field', 'key')).toBe(false)
  })
})

describe('a whole code', () => {
  it.each(['OP1001', 'LAX1-S-02-01', makeLpn(17), '.R.NEXT', '4006381333931', '1Z999AA10123456784'])(
    'is %s',
    (code) => expect(isCode(code)).toBe(true),
  )

  it.each([
    'OP10',
    makeLpn(17).slice(0, 9),
    '42090210',
    '42090212',
    '0109506000134352',
    'ORD-778812',
    '92055747207',
  ])('is not %s, which may go on', (text) => expect(isCode(text)).toBe(false))
})
