import { describe, expect, it } from 'vitest'
import {
  classify,
  demoPolicy,
  inspect,
  line,
  mug,
  plate,
  receive,
  register,
  seller,
  takeBack,
  world,
} from '../../testkit/src/builders.ts'
import { doing, given, OLGA, OTTO } from '../../testkit/src/given.ts'
import { isOverride, scrapNeedsApproval } from './classify.ts'
import type { Command } from './commands.ts'
import { suggest } from './suggestion.ts'
import { DISPOSITION_OF_ROUTE, GRADES, ROUTES } from './words.ts'

const withMugOf = (valueMinor: number | null, policy = demoPolicy()) => {
  const of = world()
  const announced = of.announced.map((r) =>
    r.rmaNumber === 'RMA-6' ? { ...r, lines: [line('MUG', { valueMinor })] } : r,
  )
  return world({ announced, sellers: { LOTUS: seller('LOTUS', { policy }) } })
}
const damaged = [...mug.registered, inspect(plate(1), 'good')]

describe('classifying a unit', () => {
  it('takes the suggested route without a reason', () => {
    given(mug.inspected)
      .when(classify(plate(1), 'restock'))
      .then([
        { type: 'UnitClassified', data: { overrideReason: null, approvalNeeded: false, supersedes: null } },
      ])
      .andUnit(plate(1), { state: 'classified', disposition: 'resell', route: 'restock' })
  })

  it('refuses a unit that has not been inspected', () => {
    given(mug.registered)
      .when(classify(plate(1), 'restock'))
      .thenRejected('not_inspected')
  })

  it('wants a reason for deciding otherwise, and keeps it with what was suggested', () => {
    given(mug.inspected)
      .when(classify(plate(1), 'recycle'))
      .thenRejected('override_reason_needed', { suggested: 'resell (restock)' })
    given(mug.inspected)
      .when(classify(plate(1), 'recycle', 'not_worth_it'))
      .then([
        {
          type: 'UnitClassified',
          data: {
            suggested: { route: 'restock', recoveredMinor: 3970 },
            overrideReason: { code: 'not_worth_it' },
          },
        },
      ])
  })

  it('keeps no reason where nothing was overridden', () => {
    given(mug.inspected)
      .when(classify(plate(1), 'restock', 'price'))
      .then([{ type: 'UnitClassified', data: { overrideReason: null } }])
  })

  it('refuses a route that is no way to the disposition', () => {
    given(mug.inspected)
      .when({ type: 'ClassifyUnit', lpn: plate(1), disposition: 'scrap', route: 'repair' })
      .thenRejected('route_does_not_fit', { route: 'repair', disposition: 'scrap' })
  })

  it('refuses a route that the seller does not allow', () => {
    given(mug.inspected, withMugOf(4000, demoPolicy({ routes: ['restock', 'recycle'] })))
      .when(classify(plate(1), 'donate', 'other'))
      .thenRejected('route_not_allowed', { seller: 'LOTUS', route: 'donate' })
  })

  it.each([
    ['unsellable', {}, 'unsellable'],
    ['expired', { findings: ['expired'] }, 'expired'],
    ['wrong_item', { identity: 'wrong_item' }, 'wrong_item'],
  ] as const)('puts nothing back into stock that is %s', (_, over, because) => {
    const bad = [
      ...mug.registered,
      inspect(plate(1), 'unsellable', { ...over, findings: [...('findings' in over ? over.findings : [])] }),
    ]
    for (const route of ['restock', 'open_box'] as const)
      given(bad)
        .when(classify(plate(1), route, 'other'))
        .thenRejected('cannot_be_restocked', { because })
    for (const route of ['liquidate', 'return_to_seller', 'recycle'] as const)
      given(bad)
        .when(classify(plate(1), route, 'other'))
        .then(['UnitClassified'])
  })

  it('decides nothing that belongs to no seller', () => {
    given([receive('T9000'), register('T9000', plate(1), 'MUG'), inspect(plate(1))])
      .when(classify(plate(1), 'restock'))
      .thenRejected('unclaimed')
  })

  it('says which decision a new one supersedes: after a repair, and after one that was taken back', () => {
    const repaired: Command[] = [
      ...mug.decided('repair'),
      { type: 'StartRefurbishment', lpn: plate(1), route: 'repair' },
      { type: 'FinishRefurbishment', lpn: plate(1), done: [], minutes: 1 },
      inspect(plate(1), 'good'),
    ]
    const first = (deeds: readonly Command[]) =>
      given(deeds).ledger.events.find((e) => e.type === 'UnitClassified')?.meta.eventId ?? ''
    given(repaired)
      .when(doing(classify(plate(1), 'open_box', 'other'), { by: OLGA }))
      .then([{ type: 'UnitClassified', data: { supersedes: first(repaired) } }])
    const decided = mug.decided('restock')
    given([...decided, takeBack(plate(1), first(decided))])
      .when(classify(plate(1), 'donate', 'other'))
      .then([{ type: 'UnitClassified', data: { supersedes: first(decided) } }])
  })

  it('tells whoever decides second who decided first', () => {
    given(mug.decided('restock'))
      .when(doing(classify(plate(1), 'donate', 'other'), { by: OLGA, performed: 'earlier' }))
      .thenRejected('already_classified', { by: OTTO.user })
      .andUnit(plate(1), { route: 'restock' })
  })

  it('refuses a unit that is shelved or on the bench', () => {
    given(mug.shelved)
      .when(classify(plate(1), 'recycle', 'other'))
      .thenRejected('already_shelved', { bin: 'SHELF-1' })
    given([...mug.decided('repair'), { type: 'StartRefurbishment', lpn: plate(1), route: 'repair' }])
      .when(classify(plate(1), 'restock'))
      .thenRejected('being_refurbished')
  })
})

describe('scrapping above the seller’s limit', () => {
  it.each([
    [5000, false],
    [5001, true],
    [null, true],
  ])('at a value of %s waits for a second person: %s', (value, approvalNeeded) => {
    given(mug.inspected, withMugOf(value))
      .when(classify(plate(1), 'recycle', 'other'))
      .then([{ type: 'UnitClassified', data: { approvalNeeded } }])
  })

  it('waits where the limit cannot be told in the currency of the goods', () => {
    const { ledger } = given(mug.inspected)
    const unit = ledger.unit(plate(1))
    if (!unit?.line) throw new Error('no line')
    const yen = { ...unit, line: { ...unit.line, currency: 'JPY', valueMinor: 1 } }
    expect(scrapNeedsApproval(yen, demoPolicy())).toBe(true)
    expect(scrapNeedsApproval(yen, demoPolicy({ rates: { JPY: '1' } }))).toBe(false)
    expect(
      scrapNeedsApproval(
        { ...yen, line: { ...yen.line, valueMinor: 51 } },
        demoPolicy({ rates: { JPY: '1' } }),
      ),
    ).toBe(true)
  })
})

describe('an override', () => {
  it('is another disposition, or a way that brings something else', () => {
    const { ledger } = given(damaged)
    const unit = ledger.unit(plate(1))
    const suggestion = unit && suggest(unit, demoPolicy({ refurbish: {} }))
    if (!suggestion) throw new Error('nothing suggested')
    expect(suggestion.route).toBe('open_box')
    expect(isOverride(suggestion, 'resell', 'open_box')).toBe(false)
    expect(isOverride(suggestion, 'resell', 'liquidate')).toBe(false)
    expect(isOverride(suggestion, 'scrap', 'recycle')).toBe(true)
    const dearer = suggestion.options.map((o) => (o.route === 'restock' ? { ...o, recoveredMinor: 1 } : o))
    expect(isOverride({ ...suggestion, options: dearer }, 'resell', 'restock')).toBe(true)
  })

  it('needs no comparison of sums where there are none', () => {
    const of = withMugOf(null)
    given(mug.inspected, of)
      .when(classify(plate(1), 'return_to_seller'))
      .then(['UnitClassified'])
    given(mug.inspected, of)
      .when(classify(plate(1), 'recycle'))
      .thenRejected('override_reason_needed')
  })
})

it('every route carries out one disposition, and every grade has a share', () => {
  expect(Object.keys(DISPOSITION_OF_ROUTE)).toEqual([...ROUTES])
  expect(Object.keys(demoPolicy().shares)).toEqual([...GRADES])
})
