import { describe, expect, it } from 'vitest'
import { type Clues, guessOwners, isAlike, type OpenReturn } from './guesses.ts'

const clues = (over: Partial<Clues> = {}): Clues => ({
  trackingNumber: '1Z999AA10123456784',
  carrier: 'ups',
  receivedAt: '2026-03-20T10:00:00.000Z',
  printed: {},
  products: [],
  ...over,
})
const LAMP = { seller: 'LOTUS', sku: 'LAMP', title: 'Desk lamp', gtin: '04006381333931', quantity: 1 }
const announced = (rmaNumber: string, over: Partial<OpenReturn> = {}): OpenReturn => ({
  id: rmaNumber,
  seller: 'LOTUS',
  sellerName: 'Lotus Home',
  rmaNumber,
  orderNumber: `111-${rmaNumber}`,
  carrier: null,
  announcedOn: null,
  state: 'announced',
  trackingNumbers: [],
  lines: [{ sku: 'LAMP', title: 'Desk lamp', gtin: '04006381333931', quantity: 1, registered: 0 }],
  ...over,
})
const codes = (guess: ReturnType<typeof guessOwners>[number] | undefined) => guess?.reasons.map((r) => r.code)

describe('best guesses', () => {
  it('are strong where the order number is printed on the box, however it is written', () => {
    const [first] = guessOwners(clues({ printed: { order: '111 rma 7' } }), [
      announced('RMA-7'),
      announced('RMA-8'),
    ])
    expect(first).toMatchObject({ announced: { rmaNumber: 'RMA-7' }, strength: 'strong' })
    expect(codes(first)).toEqual(['order_printed'])
  })

  it('find a number also where somebody noted it elsewhere', () => {
    const [first] = guessOwners(clues({ printed: { note: 'sticker says: order 111-RMA-7 / 2' } }), [
      announced('RMA-7'),
    ])
    expect(codes(first)).toEqual(['number_in_text'])
  })

  it('count on how many open returns a product is: one alone says more than many', () => {
    const goods = clues({ products: [LAMP] })
    const alone = guessOwners(goods, [announced('RMA-7')])
    const many = guessOwners(
      goods,
      ['RMA-1', 'RMA-2', 'RMA-3', 'RMA-4'].map((rma) => announced(rma)),
    )
    expect(codes(alone[0])).toEqual(['only_return_with_product', 'quantity_fits'])
    expect(many).toHaveLength(4)
    expect(many[0]?.reasons[0]).toEqual({
      code: 'product_announced',
      facts: { title: 'Desk lamp', count: 4 },
    })
    expect(alone[0]?.score).toBeGreaterThan(many[0]?.score ?? 99)
    expect(many.every((guess) => guess.strength === 'weak')).toBe(true)
  })

  it('put first what is overdue, named, and came by the announced carrier', () => {
    const goods = clues({ products: [LAMP], printed: { sender: 'LOTUS HOME, 1 Main St' } })
    const late = announced('RMA-9', { announcedOn: '2026-03-01', carrier: 'UPS' })
    const other = announced('RMA-1', { seller: 'NORTHSTAR', sellerName: 'Northstar' })
    const [first, second] = guessOwners(goods, [other, late])
    expect(first?.announced.rmaNumber).toBe('RMA-9')
    expect(codes(first)).toEqual([
      'product_announced',
      'quantity_fits',
      'seller_named',
      'overdue',
      'carrier_same',
    ])
    expect(first?.reasons.find((r) => r.code === 'overdue')?.facts).toEqual({ days: 19 })
    expect(second?.announced.seller).toBe('NORTHSTAR')
  })

  it('say that a return was cancelled, and weigh it less', () => {
    const printed = clues({ printed: { rma: 'RMA-7' } })
    const [cancelled] = guessOwners(printed, [announced('RMA-7', { state: 'cancelled' })])
    const [standing] = guessOwners(printed, [announced('RMA-7')])
    expect(codes(cancelled)).toContain('cancelled')
    expect(cancelled?.score).toBeLessThan(standing?.score ?? 0)
  })

  it('do not come of a name or a carrier alone, nor of another seller’s goods', () => {
    expect(guessOwners(clues({ printed: { name: 'Lotus Home' } }), [announced('RMA-7')])).toEqual([])
    const cup = { ...LAMP, seller: 'NORTHSTAR', sku: 'CUP', gtin: null }
    const [against] = guessOwners(clues({ products: [cup], printed: { order: '111-RMA-7' } }), [
      announced('RMA-7'),
    ])
    expect(against?.strength).toBe('likely')
  })

  it('know a tracking number that was misread by a sign', () => {
    expect(isAlike('1Z999AA10123456784', '1Z999AA10123456785')).toBe(true)
    expect(isAlike('1Z999AA10123456784', '1Z999AA1012345678')).toBe(true)
    expect(isAlike('1Z999AA10123456784', '1Z999AB10123456785')).toBe(false)
    expect(isAlike('9632001960000000000400152152152158', '400152152152158')).toBe(true)
    expect(isAlike('12345678', '12345678')).toBe(false)
    const [first] = guessOwners(clues(), [announced('RMA-7', { trackingNumbers: ['1Z999AA10123456785'] })])
    expect(codes(first)).toEqual(['tracking_alike'])
  })
})
