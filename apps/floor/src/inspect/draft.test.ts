import type { Checklist } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { answersOf, type Draft, EMPTY, gradesOf, isAnswered, pageAt, pagesOf, turned } from './draft.ts'

const label = { en: 'x' }
const CHECKLIST: Checklist = {
  category: 'home',
  checks: [
    {
      check: 'whole',
      question: label,
      required: true,
      answers: [
        { answer: 'yes', cap: 'like_new', label },
        { answer: 'chipped', cap: 'good', label },
      ],
    },
    { check: 'box', question: label, required: false, answers: [{ answer: 'yes', cap: 'like_new', label }] },
  ],
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
}
const draft = (facts: Partial<Draft>): Draft => ({ ...EMPTY, ...facts })
const kinds = (facts: Partial<Draft>) => pagesOf(CHECKLIST, draft(facts)).map((page) => page.kind)

describe('the inspection', () => {
  it('asks one question a page, identity first and the grade last', () => {
    expect(kinds({ identity: 'as_announced' })).toEqual([
      'identity',
      'check',
      'check',
      'findings',
      'photos',
      'grade',
    ])
  })

  it('asks nothing of an empty box or of another article', () => {
    expect(kinds({ identity: 'empty_box' })).toEqual(['identity', 'findings', 'photos', 'grade'])
    const changedMind = draft({ identity: 'wrong_item', answers: { whole: 'yes' } })
    expect(answersOf(CHECKLIST, changedMind)).toEqual([])
  })

  it('gives like new for best answers and no findings', () => {
    const best = draft({ identity: 'as_announced', answers: { whole: 'yes' } })
    expect(gradesOf(CHECKLIST, best)).toEqual({ allowed: 'like_new', given: 'like_new' })
  })

  it('lets the grade be lowered by hand, not raised', () => {
    const chipped = draft({ identity: 'as_announced', answers: { whole: 'chipped' } })
    expect(gradesOf(CHECKLIST, { ...chipped, lowered: 'acceptable' }).given).toBe('acceptable')
    expect(gradesOf(CHECKLIST, { ...chipped, lowered: 'very_good' }).given).toBe('good')
  })

  it('goes on without an answer only where none is required', () => {
    const [, required, optional] = pagesOf(CHECKLIST, draft({ identity: 'as_announced' }))
    expect(required && isAnswered(required, EMPTY)).toBe(false)
    expect(optional && isAnswered(optional, EMPTY)).toBe(true)
  })

  it('comes back to a question that is asked only by now, and goes on from where it was', () => {
    const general = { ...CHECKLIST, checks: CHECKLIST.checks.slice(1) }
    const far = draft({ identity: 'as_announced', answers: { box: 'yes' }, page: 3 })
    expect(pagesOf(general, far)[pageAt(pagesOf(general, far), far)]).toEqual({ kind: 'photos' })
    const pages = pagesOf(CHECKLIST, far)
    expect(pages[pageAt(pages, far)]).toMatchObject({ kind: 'check', check: { check: 'whole' } })
    const answered = { ...far, answers: { ...far.answers, whole: 'yes' }, page: turned(far, 1, 1) }
    expect(pageAt(pages, answered)).toBe(3)
    expect(turned(answered, 3, 1)).toBe(4)
    expect(turned(answered, 3, -1)).toBe(2)
  })
})
