import { describe, expect, it } from 'vitest'
import { classify, inspect, mug, plate, receive, register, world } from '../../testkit/src/builders.ts'
import { type Doing, doing, given, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command, CommandOf } from './commands.ts'
import { allowedGrade, checklistFor, GRADE_WITH, missingAngles, QUARANTINED } from './inspect.ts'
import { FINDINGS, GRADES, type Grade, isAtMost, worstGrade } from './words.ts'

const lamp = [receive('T1000'), register('T1000', plate(1), 'LAMP')]
const ANSWERS = [
  { check: 'powers_on', answer: 'yes' },
  { check: 'complete', answer: 'yes' },
]
const look = (grade: Grade, over: Partial<CommandOf<'InspectUnit'>> = {}): Command =>
  inspect(plate(1), grade, { answers: ANSWERS, ...over })
const photo = (angle: string): Command => ({
  type: 'AttachPhoto',
  subject: { lpn: plate(1) },
  sha256: 'a'.repeat(64),
  angle,
  takenAt: '2026-03-02T16:00:00.000Z',
})
const release: Command = { type: 'ReleaseUnit', lpn: plate(1) }
const seen = [...lamp, photo('front'), photo('damage')]

describe('inspecting a unit', () => {
  it('gives like new for all best answers and no findings', () => {
    given(seen)
      .when(look('like_new'))
      .then([{ type: 'UnitInspected', data: { allowedGrade: 'like_new', exceptions: [] } }])
      .andUnit(plate(1), { state: 'inspected', grade: 'like_new' })
  })

  it('refuses to inspect a unit that was never registered', () => {
    given([])
      .when(look('like_new'))
      .thenRejected('unit_unknown', { lpn: plate(1) })
  })

  it('refuses to inspect a unit of another warehouse', () => {
    given(mug.registered)
      .when(doing(inspect(plate(1)), { warehouse: 'EWR1' }))
      .thenRejected('unit_unknown')
  })

  it('wants every required check answered', () => {
    given(seen)
      .when(look('like_new', { answers: ANSWERS.slice(0, 1) }))
      .thenRejected('answers_missing', { checks: 'complete' })
  })

  it('refuses an answer that the check does not have, and a check that the list does not have', () => {
    given(seen)
      .when(look('like_new', { answers: [{ check: 'powers_on', answer: 'maybe' }] }))
      .thenRejected('answer_unknown', { answer: 'maybe' })
    given(seen)
      .when(look('like_new', { answers: [{ check: 'fits', answer: 'yes' }] }))
      .thenRejected('answer_unknown', { check: 'fits' })
  })

  it('lets the grade be lowered by hand, not raised', () => {
    const worn = { answers: [ANSWERS[0] ?? never(), { check: 'complete', answer: 'no' }] }
    given(seen).when(look('very_good', worn)).thenRejected('grade_too_high', { allowed: 'acceptable' })
    given(seen).when(look('acceptable', worn)).then(['UnitInspected'])
    given(seen).when(look('unsellable')).andUnit(plate(1), { grade: 'unsellable' })
  })

  it('asks nothing of an empty box or of another article', () => {
    for (const identity of ['empty_box', 'wrong_item'] as const)
      given(seen)
        .when(look('unsellable', { answers: [], identity }))
        .then([{ type: 'UnitInspected', data: { findings: [identity], allowedGrade: 'unsellable' } }])
    given(seen)
      .when(look('unsellable', { answers: [], identity: 'unknown' }))
      .thenRejected('answers_missing')
  })

  it('wants the photos of its category, and more of them below like new', () => {
    given(lamp).when(look('like_new')).thenRejected('photos_missing', { angles: 'front' })
    given([...lamp, photo('front')])
      .when(look('like_new'))
      .then(['UnitInspected'])
    given([...lamp, photo('front')])
      .when(look('good'))
      .thenRejected('photos_missing', { angles: 'damage' })
  })

  it('records missing photos as an exception when the unit was inspected offline', () => {
    given(lamp)
      .when(doing(look('good'), { performed: 'earlier' }))
      .then([{ type: 'UnitInspected', data: { exceptions: [{ code: 'photos_missing' }] } }])
    given(lamp)
      .when(doing(look('like_new', { findings: ['defect'] }), { performed: 'earlier' }))
      .thenRejected('grade_too_high')
  })

  it('tells whoever comes second who was first, and lets the first verdict stand', () => {
    given(mug.inspected)
      .when(doing(inspect(plate(1), 'good'), { by: SVEN }))
      .thenRejected('already_inspected', { by: OTTO.user })
      .andUnit(plate(1), { grade: 'like_new' })
    given(mug.decided('restock'))
      .when(doing(inspect(plate(1), 'good'), { performed: 'earlier' }))
      .thenRejected('already_decided', { by: OTTO.user, state: 'classified' })
  })

  it('refuses a unit on its shelf', () => {
    given(mug.shelved)
      .when(inspect(plate(1)))
      .thenRejected('already_shelved', { bin: 'SHELF-1' })
  })
})

describe('a suspicion', () => {
  it.each([...QUARANTINED])('of %s holds the unit in quarantine for a supervisor', (finding) => {
    given(mug.registered)
      .when(inspect(plate(1), 'unsellable', { findings: [finding] }))
      .then(['UnitInspected', { type: 'UnitHeld', data: { quarantine: true, waitsFor: 'supervisor' } }])
  })

  const suspected = [...mug.registered, inspect(plate(1), 'unsellable', { findings: ['hygiene'] })]
  const cleared = [...suspected, doing(release, { by: SVEN })]
  const cleaned: (Command | Doing)[] = [
    ...cleared,
    classify(plate(1), 'clean', 'other'),
    { type: 'StartRefurbishment', lpn: plate(1), route: 'clean' },
    { type: 'FinishRefurbishment', lpn: plate(1), done: ['clean'], minutes: 5 },
  ]

  it('is cleared by a supervisor only, and is then no reason to hold the unit again', () => {
    given(suspected).when(release).thenRejected('forbidden', { needs: 'supervisor' })
    given(cleaned)
      .when(inspect(plate(1), 'unsellable', { findings: ['hygiene'] }))
      .then(['UnitInspected'])
  })

  it('says what for: to who is refused, and with the answer that it is released with', () => {
    const findings = { findings: ['hygiene', 'safety'] as const }
    const because = { code: 'suspicion', ...findings }
    const held = [...mug.registered, inspect(plate(1), 'unsellable', { findings: [...findings.findings] })]
    given(held)
      .when(classify(plate(1), 'recycle'))
      .thenRejected('held', { heldFor: 'suspicion', findings: 'hygiene, safety' })
    const answered = doing({ type: 'ReleaseUnit', lpn: plate(1), answer: 'It is clean.' }, { by: SVEN })
    given(held)
      .when(answered)
      .then([{ type: 'UnitReleased', data: { question: 'hygiene, safety: what becomes of it?', because } }])
    const { ledger } = given([...held, answered])
    expect(ledger.unit(plate(1))?.answer).toMatchObject({ because })
  })

  it('that is another than the one cleared holds the unit again', () => {
    given(cleaned)
      .when(inspect(plate(1), 'unsellable', { findings: ['hygiene', 'safety'] }))
      .then(['UnitInspected', 'UnitHeld'])
  })

  it('blocks the decision until then', () => {
    given(suspected)
      .when(classify(plate(1), 'recycle'))
      .thenRejected('held', { waitsFor: 'supervisor' })
  })
})

describe('the grade', () => {
  const { checklists } = world()
  const electronics = checklists.electronics ?? never()

  it('follows the worst of answers and findings', () => {
    expect(allowedGrade(electronics, ANSWERS, [])).toBe('like_new')
    expect(allowedGrade(electronics, [{ check: 'complete', answer: 'worn' }], [])).toBe('very_good')
    expect(allowedGrade(electronics, ANSWERS, ['customer_damage'])).toBe('good')
    expect(allowedGrade(electronics, ANSWERS, ['customer_damage', 'expired'])).toBe('unsellable')
  })

  it('is below like new with any finding', () => {
    for (const finding of FINDINGS) expect(isAtMost(GRADE_WITH[finding], 'very_good'), finding).toBe(true)
  })

  it('counts best first', () => {
    expect(worstGrade([])).toBe('like_new')
    expect(worstGrade([...GRADES])).toBe('unsellable')
    expect(isAtMost('good', 'good')).toBe(true)
    expect(isAtMost('very_good', 'good')).toBe(false)
  })

  it('is asked about with the category’s list, else the general one, else nothing', () => {
    const { ledger } = given(lamp)
    const unit = ledger.unit(plate(1)) ?? never()
    const known = { checklists, sellers: {} }
    expect(checklistFor(unit, known).category).toBe('electronics')
    expect(checklistFor({ ...unit, product: null }, known).category).toBe('general')
    expect(checklistFor(unit, { checklists: {}, sellers: {} }).checks).toEqual([])
    expect(missingAngles(electronics, unit, 'good')).toEqual(['front', 'damage'])
  })
})

function never(): never {
  throw new Error('not there')
}
