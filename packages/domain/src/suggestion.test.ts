import { describe, expect, it } from 'vitest'
import { demoPolicy, inspect, mug, plate } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import type { Policy } from './facts.ts'
import { barredFromStock, suggest } from './suggestion.ts'
import type { Unit } from './unit.ts'
import type { Finding, Grade } from './words.ts'

function inspected(
  grade: Grade,
  over: { value?: number | null; currency?: string; quantity?: number; findings?: Finding[] } = {},
): Unit {
  const unit = given([...mug.registered, inspect(plate(1), grade)]).ledger.unit(plate(1))
  if (!unit?.line) throw new Error('no unit')
  const { value = 4000, currency = 'USD', quantity = 1, findings = [] } = over
  return { ...unit, quantity, findings, line: { ...unit.line, valueMinor: value, currency } }
}
function suggested(unit: Unit, policy: Policy = demoPolicy()) {
  const suggestion = suggest(unit, policy)
  if (!suggestion) throw new Error('nothing suggested')
  return suggestion
}

describe('the suggestion under the demo policy, for goods of 40.00', () => {
  // value × share − relabel and shelf 0.30, or 0.85 of the value − repair 1.00, or − recycle 0.10
  it.each([
    ['like_new', 'resell', 'restock', 4000 - 30],
    ['very_good', 'resell', 'open_box', 3400 - 30],
    ['good', 'refurbish', 'repair', 3400 - 100],
    ['acceptable', 'refurbish', 'repair', 3400 - 100],
    ['unsellable', 'scrap', 'recycle', -10],
  ] as const)('of grade %s is to %s by %s and brings %i', (grade, disposition, route, recoveredMinor) => {
    expect(suggested(inspected(grade))).toMatchObject({ disposition, route, recoveredMinor, why: null })
  })

  it('shows the lines of each sum', () => {
    const { options, arithmetic, exponent } = suggested(inspected('good'))
    expect(arithmetic).toEqual([
      { item: 'value', grade: 'very_good', minor: 3400 },
      { item: 'repair', minor: -100 },
    ])
    expect(options.map((o) => [o.route, o.recoveredMinor])).toEqual([
      ['repair', 3300],
      ['open_box', 2370],
      ['restock', 2370],
      ['liquidate', 2370],
      ['return_to_seller', 2370],
      ['recycle', -10],
    ])
    expect(exponent).toBe(2)
  })

  it('adds its lines up to the sum it names, and to no fraction of a cent', () => {
    for (const value of [0, 1, 99, 333, 4001])
      for (const grade of ['like_new', 'very_good', 'good', 'acceptable', 'unsellable'] as const)
        for (const { arithmetic, recoveredMinor } of suggested(inspected(grade, { value })).options) {
          expect(arithmetic.reduce((sum, l) => sum + l.minor, 0)).toBe(recoveredMinor)
          expect(Number.isInteger(recoveredMinor)).toBe(true)
        }
  })
})

describe('the suggestion', () => {
  it('prefers repair to selling as it is only where that brings more', () => {
    // 0.85 v − 1.00 against 0.6 v − 0.30: even at 2.80
    expect(suggested(inspected('good', { value: 279 })).route).toBe('open_box')
    expect(suggested(inspected('good', { value: 282 })).route).toBe('repair')
  })

  it('takes a recovery of nothing rather than scrap, and scrap rather than a loss', () => {
    expect(suggested(inspected('like_new', { value: 30 }))).toMatchObject({
      route: 'restock',
      recoveredMinor: 0,
    })
    expect(suggested(inspected('like_new', { value: 29 }))).toMatchObject({
      route: 'recycle',
      recoveredMinor: -10,
    })
  })

  it('counts the costs of a lot piece by piece', () => {
    expect(suggested(inspected('like_new', { quantity: 3 })).recoveredMinor).toBe(4000 - 3 * 30)
    expect(suggested(inspected('unsellable', { quantity: 3 })).recoveredMinor).toBe(-3 * 10)
  })

  it('reckons what a way costs the seller besides, so that another one may bring more', () => {
    const ownCosts = { repair: [{ item: 'parts', minor: 1200 }] }
    const { route, options } = suggested(inspected('good'), demoPolicy({ ownCosts }))
    expect(route).toBe('open_box')
    expect(options.find((one) => one.route === 'repair')).toMatchObject({
      recoveredMinor: 3400 - 100 - 1200,
      arithmetic: [{ item: 'value' }, { item: 'repair', minor: -100 }, { item: 'parts', minor: -1200 }],
    })
  })

  it('is in the currency of the goods, at the policy’s rate, in that currency’s digits', () => {
    const policy = demoPolicy({ rates: { EUR: '0.9', JPY: '150' } })
    expect(suggested(inspected('like_new', { currency: 'EUR' }), policy)).toMatchObject({
      currency: 'EUR',
      recoveredMinor: 4000 - 27,
    })
    expect(suggested(inspected('like_new', { currency: 'JPY' }), policy)).toMatchObject({
      exponent: 0,
      recoveredMinor: 4000 - 45,
    })
  })

  it('says so and gives no sum without a rate, or without a value', () => {
    const noRate = suggested(inspected('good', { currency: 'CHF' }))
    expect(noRate).toMatchObject({
      why: 'no_exchange_rate',
      recoveredMinor: null,
      arithmetic: [],
      route: 'open_box',
    })
    expect(noRate.options.every((o) => o.recoveredMinor === null && o.arithmetic.length === 0)).toBe(true)
    expect(suggested(inspected('like_new', { value: null }))).toMatchObject({
      why: 'no_value',
      route: 'restock',
    })
    expect(suggested(inspected('unsellable', { value: null }))).toMatchObject({
      why: 'no_value',
      route: 'recycle',
    })
    const unannounced = { ...inspected('good'), line: null }
    expect(suggested(unannounced)).toMatchObject({ why: 'no_value', currency: null })
  })

  it('offers only what the seller allows, and nothing where that is nothing', () => {
    const few = demoPolicy({ routes: ['liquidate', 'destroy'] })
    expect(suggested(inspected('like_new'), few).options.map((o) => o.route)).toEqual(['liquidate'])
    expect(suggest(inspected('like_new'), demoPolicy({ routes: [] }))).toBeNull()
  })

  it('offers repair for good and acceptable only', () => {
    const offers = (grade: Grade) => suggested(inspected(grade)).options.some((o) => o.route === 'repair')
    expect(['like_new', 'very_good', 'unsellable'].some((g) => offers(g as Grade))).toBe(false)
    expect(offers('good') && offers('acceptable')).toBe(true)
  })

  it('never puts expired goods or another article back into stock', () => {
    for (const finding of ['expired', 'wrong_item'] as const) {
      const unit = inspected('unsellable', { findings: [finding] })
      expect(barredFromStock(unit)).toBe(finding)
      expect(suggested(unit).options.some((o) => o.route === 'restock' || o.route === 'open_box')).toBe(false)
    }
    expect(barredFromStock(inspected('acceptable'))).toBeNull()
  })
})
