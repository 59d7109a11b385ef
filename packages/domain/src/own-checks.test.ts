import { describe, expect, it } from 'vitest'
import { plate, receive, register, seller, world } from '../../testkit/src/builders.ts'
import { doing, given } from '../../testkit/src/given.ts'
import type { Command, CommandOf } from './commands.ts'
import type { OwnCheck, OwnChecks } from './facts.ts'
import { ownChecksProblems } from './own-checks.ts'

const SEAL: OwnCheck = {
  check: 'own_seal',
  question: { en: 'Is our seal whole?' },
  required: true,
  answers: [
    { answer: 'whole', cap: 'like_new', label: { en: 'Whole' } },
    { answer: 'broken', cap: 'acceptable', label: { en: 'Broken' } },
  ],
}
const LONG_AGO = '2020-01-01T00:00:00.000Z'
const SECOND: OwnChecks = {
  version: 2,
  checks: [SEAL],
  former: [{ version: 1, checks: [], until: LONG_AGO }],
}
const lotus = (checks: OwnChecks) => {
  const { sellers } = world()
  return world({ sellers: { ...sellers, LOTUS: seller('LOTUS', { checks }) } })
}
const mug = [receive('T6000'), register('T6000', plate(1), 'MUG')]
const INTACT = { check: 'intact', answer: 'yes' }
const done = (over: Partial<CommandOf<'InspectUnit'>> = {}): Command => ({
  type: 'InspectUnit',
  lpn: plate(1),
  identity: 'as_announced',
  answers: [INTACT],
  findings: [],
  grade: 'like_new',
  ...over,
})
const sealed = (answer: string) => [INTACT, { check: 'own_seal', answer }]
const GENERAL = { category: 'general', version: 1 }
const inspected = (checklist: object) => [{ type: 'UnitInspected', data: { checklist } }] as const

describe('a seller’s own questions', () => {
  it('are asked after the house’s, and are on record with the inspection', () => {
    given(mug, lotus(SECOND)).when(done()).thenRejected('answers_missing', { checks: 'own_seal' })
    given(mug, lotus(SECOND))
      .when(done({ answers: sealed('whole') }))
      .then(inspected({ ...GENERAL, own: { seller: 'LOTUS', version: 2 } }))
  })

  it('count for the grade as the house’s do', () => {
    given(mug, lotus(SECOND))
      .when(done({ answers: sealed('broken') }))
      .thenRejected('grade_too_high', { allowed: 'acceptable' })
  })

  it('of some categories are not asked about goods of others', () => {
    given(mug, lotus({ version: 2, checks: [{ ...SEAL, categories: ['electronics'] }] }))
      .when(done())
      .then(inspected(GENERAL))
  })

  it('are not asked about another seller’s goods, nor about those that nobody has claimed', () => {
    const theirs = [receive('T9000'), register('T9000', plate(1), null)]
    given(theirs, lotus(SECOND)).when(done()).then(inspected(GENERAL))
  })

  it('that were not asked yet when the work was done offline do not count against it', () => {
    given(mug, lotus(SECOND))
      .when(doing(done({ checklist: GENERAL }), { performed: 'earlier' }))
      .then(inspected(GENERAL))
    given(mug, lotus(SECOND))
      .when(doing(done(), { performed: 'earlier' }))
      .then(inspected(GENERAL))
    given(mug, lotus(SECOND))
      .when(done({ checklist: GENERAL }))
      .thenRejected('answers_missing')
  })

  it('that were asked and are no longer still count where the inspection names them', () => {
    const third: OwnChecks = { version: 3, checks: [], former: [{ ...SECOND, until: LONG_AGO }] }
    const by = { ...GENERAL, own: { seller: 'LOTUS', version: 2 } }
    given(mug, lotus(third))
      .when(doing(done({ answers: sealed('whole'), checklist: by }), { performed: 'earlier' }))
      .then(inspected(by))
    given(mug, lotus(third))
      .when(done({ answers: sealed('whole'), checklist: by }))
      .thenRejected('answer_unknown')
  })
})

describe('what a seller may ask', () => {
  const problems = (checks: readonly OwnCheck[]) =>
    ownChecksProblems(checks).map(({ field, code }) => `${field} ${code}`)

  it('is nothing, or what has a code of its own', () => {
    expect(problems([])).toEqual([])
    expect(problems([SEAL])).toEqual([])
    expect(problems([{ ...SEAL, check: 'seal' }])).toContain('checks.0 code_wrong')
    expect(problems([SEAL, SEAL])).toContain('checks.1 code_twice')
  })

  it('is of some categories or of all, and no more than ten', () => {
    expect(problems([{ ...SEAL, categories: [] }])).toEqual(['checks.0.categories category_wrong'])
    const many = Array.from({ length: 11 }, (_, i) => ({ ...SEAL, check: `own_${i}` }))
    expect(problems(many)).toEqual(['checks too_many'])
  })
})
