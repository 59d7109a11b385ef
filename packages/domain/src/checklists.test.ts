import { describe, expect, it } from 'vitest'
import { checklist, plate, receive, register, world } from '../../testkit/src/builders.ts'
import { doing, given } from '../../testkit/src/given.ts'
import { checklistProblems } from './checklists.ts'
import type { Command, CommandOf } from './commands.ts'
import type { Checklist } from './facts.ts'

const OLD = { ...checklist('general', ['intact']), version: 1 }
const NEW = { ...checklist('general', ['intact', 'felt']), version: 2 }
/** The day before the moment at which the tests' commands are recorded, and one long ago. */
const until = (at: string): Checklist => ({ ...NEW, former: [{ ...OLD, until: at }] })
const house = (general: Checklist) => world({ checklists: { general } })
const LONG_AGO = '2020-01-01T00:00:00.000Z'

const here = [receive('T9000'), register('T9000', plate(1), null)]
const done = (over: Partial<CommandOf<'InspectUnit'>>): Command => ({
  type: 'InspectUnit',
  lpn: plate(1),
  identity: 'as_announced',
  answers: [{ check: 'intact', answer: 'yes' }],
  findings: [],
  grade: 'like_new',
  ...over,
})
const BY_OLD = { checklist: { category: 'general', version: 1 } }
const earlier = (command: Command) => doing(command, { performed: 'earlier' })

describe('an inspection', () => {
  it('is on record with the checklist that stands', () => {
    const both = [...'if'].map((c) => ({ check: c === 'i' ? 'intact' : 'felt', answer: 'yes' }))
    given(here, house(until(LONG_AGO)))
      .when(done({ answers: both }))
      .then([{ type: 'UnitInspected', data: { checklist: { category: 'general', version: 2 } } }])
  })

  it('done offline counts by the version that it names, however long ago that was replaced', () => {
    given(here, house(until(LONG_AGO)))
      .when(earlier(done(BY_OLD)))
      .then([{ type: 'UnitInspected', data: { checklist: { category: 'general', version: 1 } } }])
  })

  it('done offline that names none counts by the latest version that it answers', () => {
    given(here, house(until(LONG_AGO)))
      .when(earlier(done({})))
      .then([{ type: 'UnitInspected', data: { checklist: { category: 'general', version: 1 } } }])
  })

  it('done now by a version that was replaced long ago has to answer the one that stands', () => {
    given(here, house(until(LONG_AGO)))
      .when(done(BY_OLD))
      .thenRejected('answers_missing', { checks: 'felt' })
    given(here, house(until(LONG_AGO)))
      .when(done({}))
      .thenRejected('answers_missing')
  })

  it('by a version that never was is judged by the one that stands', () => {
    given(here, house(until(LONG_AGO)))
      .when(earlier(done({ checklist: { category: 'general', version: 9 } })))
      .thenRejected('answers_missing')
  })

  it('of a category whose checklist is retired is asked the general one', () => {
    const lists = { general: OLD, electronics: { ...checklist('electronics', ['powers_on']), retired: true } }
    given([receive('T1000'), register('T1000', plate(1), 'LAMP')], world({ checklists: lists }))
      .when(done({}))
      .then([{ type: 'UnitInspected', data: { checklist: { category: 'general', version: 1 } } }])
  })
})

const codes = (list: Checklist) => checklistProblems(list).map(({ field, code }) => `${field} ${code}`)
const withCheck = (over: Partial<Checklist['checks'][number]>): Checklist => ({
  ...OLD,
  checks: OLD.checks.map((one) => ({ ...one, ...over })),
})

describe('a checklist', () => {
  it('of the house can be asked', () => {
    expect(codes(OLD)).toEqual([])
    expect(codes(NEW)).toEqual([])
  })

  it.each<[string, Checklist]>([
    ['checks no_checks', { ...OLD, checks: [] }],
    ['category category_wrong', { ...OLD, category: ' general' }],
    ['retired general_stays', { ...OLD, retired: true }],
    ['checks.0 code_wrong', withCheck({ check: 'Intact?' })],
    ['checks.0 text_missing', withCheck({ question: { en: ' ' } })],
    ['checks.0 too_few_answers', withCheck({ answers: OLD.checks[0]?.answers.slice(0, 1) ?? [] })],
    ['checks.0.answers.1 best_not_first', withCheck({ answers: OLD.checks[0]?.answers.toReversed() ?? [] })],
    ['checks.1 code_twice', { ...OLD, checks: [...OLD.checks, ...OLD.checks] }],
  ])('is refused with %s', (problem, list) => {
    expect(codes(list)).toContain(problem)
  })
})
