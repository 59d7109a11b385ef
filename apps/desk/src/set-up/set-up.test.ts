import type { Policy } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { changedFields } from './changes.ts'
import { type Body, codeFrom, missingIn, moved, withCodes, withText } from './checklist-edit.ts'
import { suggestionFor } from './example-unit.ts'
import { fieldsOf, readFields, secondsOf, withRefurbishing } from './policy-fields.ts'

const POLICY = {
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ['restock', 'repair', 'recycle'],
  costs: { restock: [{ item: 'shelf', minor: 30 }], repair: [{ item: 'repair', minor: 100 }] },
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  scrapVetoHours: 24,
  rates: { EUR: '0.92' },
} as const
const TARGETS = { register: null, decide: 43_200, shelve: null }
const fields = () => fieldsOf({ policy: POLICY, targets: TARGETS })

describe('a policy’s form', () => {
  it('reads back what it was filled with', () => {
    const { policy, targets, problems } = readFields(fields())
    expect({ policy, targets }).toEqual({ policy: POLICY, targets: TARGETS })
    expect([...problems]).toEqual([])
  })

  it('says of what is typed and is no amount which field it is', () => {
    const typed = {
      ...fields(),
      scrapLimit: 'much',
      vetoHours: '337',
      costs: { ...fields().costs, restock: [{ item: 'shelf', amount: '' }] },
    }
    expect([...readFields(typed).problems.keys()].sort()).toEqual([
      'costs.restock',
      'scrapLimitMinor',
      'scrapVetoHours',
    ])
  })

  it('keeps the digits of a currency without small coins', () => {
    const yen = readFields({
      ...fields(),
      currency: 'JPY',
      scrapLimit: '5000',
      costs: { ...fields().costs, restock: [], repair: [] },
    })
    expect(yen.policy).toMatchObject({ currency: 'JPY', scrapLimitMinor: 5000 })
    expect(yen.problems.size).toBe(0)
  })

  it('takes a decimal comma, and no rate twice', () => {
    const rates = [
      { currency: 'EUR', rate: '0,92' },
      { currency: 'EUR', rate: '0.9' },
    ]
    const { problems } = readFields({ ...fields(), rates })
    expect([...problems]).toEqual([['rates.EUR', 'rate_twice']])
    expect(['4', '1,5', '0.25', '', 'x'].map(secondsOf)).toEqual([14_400, 5400, 900, null, null])
  })

  it('keeps both sides’ costs, what the warehouse does, and what is printed', () => {
    const policy: Policy = {
      ...POLICY,
      available: ['restock', 'repair', 'recycle'],
      ownCosts: { repair: [{ item: 'parts', minor: 250 }] },
      prints: { relabel: ['restock'], copies: 2 },
    }
    const kept = fieldsOf({ policy, targets: TARGETS })
    expect(readFields(kept).policy).toEqual(policy)
    const wrong = { ...kept, ownCosts: { ...kept.ownCosts, repair: [{ item: 'repair', amount: '1' }] } }
    expect([...readFields(wrong).problems]).toEqual([['ownCosts.repair', 'cost_wrong']])
    expect([...readFields({ ...kept, routes: [...kept.routes, 'donate'] }).problems]).toEqual([
      ['routes', 'route_not_available'],
    ])
  })

  it('turns refurbishing off with one tick, and on again as it was', () => {
    const off = withRefurbishing(fields(), false)
    expect(readFields(off).policy.routes).toEqual(['restock', 'recycle'])
    expect(readFields(off).problems.size).toBe(0)
    const saved = fieldsOf({ policy: readFields(off).policy, targets: TARGETS })
    expect(readFields(withRefurbishing(saved, true)).policy).toMatchObject({
      routes: POLICY.routes,
      refurbish: POLICY.refurbish,
    })
    const never = withRefurbishing({ ...saved, offers: {}, available: ['restock', 'clean', 'recycle'] }, true)
    expect(readFields(never).policy).toMatchObject({
      routes: ['restock', 'clean', 'recycle'],
      refurbish: { clean: { afterwards: 'very_good' } },
    })
  })

  it('shows what the floor would suggest', () => {
    const example = { grade: 'good', valueMinor: 4000, currency: 'USD', quantity: 1, findings: [] } as const
    expect(suggestionFor(example, POLICY)).toMatchObject({ route: 'repair', recoveredMinor: 3300 })
    expect(suggestionFor({ ...example, currency: 'JPY' }, POLICY)).toMatchObject({ why: 'no_exchange_rate' })
  })
})

describe('a checklist’s form', () => {
  it('makes codes of the English words, each once, and leaves those that there are', () => {
    expect(codeFrom('Is the box sealed?', [])).toBe('is_the_box_sealed')
    expect(codeFrom('封口完好吗？', ['check'])).toBe('check_2')
    const check = (en: string, code = '') => ({ check: code, question: { en }, required: true, answers: [] })
    const body: Body = {
      checks: [check('Seal?', 'old'), check('Seal?'), check('Seal?')],
      requiredAngles: { always: [], belowLikeNew: [] },
    }
    expect(withCodes(body).checks.map((one) => one.check)).toEqual(['old', 'seal', 'seal_2'])
    const theirs = { ...body, checks: [check('Seal?', 'own_seal'), check('Seal?'), check('Own box?')] }
    const codes = ['own_seal', 'own_seal_2', 'own_box']
    expect(withCodes(theirs, true).checks.map((one) => one.check)).toEqual(codes)
    expect(withCodes({ ...body, checks: [check('Own box?')] }).checks[0]?.check).toBe('box')
  })

  it('counts what a language lacks, and takes an emptied text away', () => {
    const text = withText({ en: 'Seal?' }, 'de', 'Siegel?')
    expect(text).toEqual({ en: 'Seal?', de: 'Siegel?' })
    expect(withText(text, 'de', ' ')).toEqual({ en: 'Seal?' })
    const body: Body = {
      checks: [
        {
          check: 'a',
          question: text,
          required: true,
          answers: [{ answer: 'b', cap: 'good', label: { en: 'B' } }],
        },
      ],
      requiredAngles: { always: [], belowLikeNew: [] },
    }
    expect([missingIn(body, 'en'), missingIn(body, 'de'), missingIn(body, 'es')]).toEqual([0, 1, 2])
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  })
})

describe('the history', () => {
  it('tells of a policy only what differs in it', () => {
    const after = { ...POLICY, version: 2, shares: { ...POLICY.shares, good: 55 } }
    expect(changedFields({ before: { policy: POLICY }, after: { policy: after } })).toEqual([
      { name: 'Share (%) · Good', from: '60', to: '55' },
    ])
  })

  it('tells amounts as money, and routes in words', () => {
    const after = { ...POLICY, scrapLimitMinor: 1250, routes: ['restock', 'open_box'] }
    expect(changedFields({ before: { policy: POLICY }, after: { policy: after } })).toEqual([
      { name: 'Routes', from: 'restock, repair, recycle', to: 'restock, open box' },
      { name: 'Scrap limit', from: '50.00 USD', to: '12.50 USD' },
    ])
  })

  it('tells part by part of what was not said before, and of a question by its words', () => {
    const policy = { ...POLICY, ownCosts: { repair: [{ item: 'parts', minor: 250 }] } }
    expect(changedFields({ before: { policy: POLICY }, after: { policy } })).toEqual([
      { name: 'The seller’s costs · repair', from: 'nothing', to: 'Parts 2.50 USD' },
    ])
    const seal = { check: 'own_seal', question: { en: 'Sealed?' }, required: true, answers: [] }
    const sides = {
      before: { checks: { version: 1, checks: [] } },
      after: { checks: { version: 2, checks: [seal] } },
    }
    expect(changedFields(sides)).toEqual([{ name: 'Question', from: 'nothing', to: 'Sealed?' }])
  })

  it('tells of a checklist which question changed', () => {
    const check = (en: string) => ({ check: 'seal', question: { en }, required: true, answers: [] })
    const body = (en: string) => ({ body: { category: 'x', checks: [check(en)] } })
    expect(changedFields({ before: body('Sealed?'), after: body('Is it sealed?') })).toEqual([
      { name: 'Question · seal · words · en', from: 'Sealed?', to: 'Is it sealed?' },
    ])
  })
})
