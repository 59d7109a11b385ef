import { describe, expect, it } from 'vitest'
import { classify, demoPolicy, hold, mug, plate, putAway, seller, world } from '../../testkit/src/builders.ts'
import { doing, given, LENA, MINUTES, OLGA, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { Policy } from './facts.ts'
import { policyProblems } from './policy.ts'
import { fillSentence, REJECTIONS } from './rejections.ts'
import { unitMay } from './transitions.ts'

const HOURS = 60 * MINUTES
const lpn = plate(1)
const worldWith = (policy: Partial<Policy>) =>
  world({ sellers: { LOTUS: seller('LOTUS', { policy: demoPolicy({ scrapLimitMinor: 100, ...policy }) }) } })
/** A mug of 40.00 is above its limit, and LOTUS has two days to object. */
const twoDays = worldWith({ scrapVetoHours: 48 })
const proposed = mug.decided('recycle')
const approve = (approved = true) => doing({ type: 'ApproveScrap', lpn, approved }, { by: SVEN })
const later = (after: number) => ({ ...approve(), manner: { by: SVEN, after } })
const answer = (agreed: boolean, after = MINUTES) =>
  doing(
    agreed
      ? { type: 'AnswerScrap', lpn, agreed, note: 'Yes.' }
      : { type: 'AnswerScrap', lpn, agreed, note: 'Send it back to us.' },
    { by: LENA, after },
  )
const release: Command = { type: 'ReleaseUnit', lpn, answer: 'It goes back to them.' }

describe('scrap that its seller may object to', () => {
  it('says until when, and keeps that whatever the policy says later', () => {
    const { ledger } = given(proposed, twoDays)
    const decision = ledger.unit(lpn)?.decision
    expect(decision).toMatchObject({ approvalNeeded: true, veto: { until: expect.any(String) } })
    expect(Date.parse(decision?.veto?.until ?? '') - Date.parse(decision?.at ?? '')).toBe(48 * HOURS)
    const changed = Object.assign(ledger, { world: worldWith({ scrapVetoHours: 0 }) })
    expect(changed.run({ type: 'ApproveScrap', lpn, approved: true }, { by: SVEN })).toMatchObject({
      rejected: 'veto_running',
    })
  })

  it('is none where the policy gives no time, where the limit is not passed, or where nothing is scrapped', () => {
    for (const [deeds, of] of [
      [proposed, worldWith({})],
      [proposed, worldWith({ scrapVetoHours: 0 })],
      [proposed, worldWith({ scrapVetoHours: 48, scrapLimitMinor: 5000 })],
      [mug.decided('restock'), twoDays],
    ] as const) {
      const unit = given(deeds, of).ledger.unit(lpn)
      expect(unit?.decision).not.toHaveProperty('veto')
      expect(unit && unitMay('AnswerScrap', unit).allowed).toBe(false)
    }
    given(proposed, worldWith({})).when(answer(false)).thenRejected('no_veto', { lpn })
  })

  it('is not approved before, and whoever asks hears until when', () => {
    const { answer: refused } = given(proposed, twoDays)
      .when(approve())
      .thenRejected('veto_running', { lpn, seller: 'LOTUS', at: '2026-03-04T16:00:04.000Z' })
    if (!('rejected' in refused)) throw new Error('accepted')
    const place = { timeZone: 'America/Los_Angeles', now: '2026-03-02T16:00:05.000Z' }
    expect(fillSentence(REJECTIONS.veto_running, refused.facts, place)).toBe(
      `LOTUS may object to scrapping ${lpn} until 08:00 on 2026-03-04. Approve it after that, or once the seller has agreed.`,
    )
    given(proposed, twoDays)
      .when(doing({ type: 'ApproveScrap', lpn, approved: true }, { by: SVEN, performed: 'earlier' }))
      .thenRejected('veto_running')
    given(proposed, twoDays)
      .when(doing({ type: 'ScrapUnit', lpn, route: 'recycle' }, { by: SVEN, performed: 'earlier' }))
      .thenRejected('approval_missing')
  })

  it('is decided by the second person as before once the time has passed in silence: not a moment sooner', () => {
    given(proposed, twoDays)
      .when(later(48 * HOURS - 1))
      .thenRejected('veto_running')
    given(proposed, twoDays)
      .when(later(48 * HOURS))
      .then(['ScrapApproved'])
    given(proposed, twoDays)
      .when(doing({ type: 'ApproveScrap', lpn, approved: true }, { by: OTTO, after: 49 * HOURS }))
      .thenRejected('same_person')
  })

  it('can be declined at any time, which takes nothing from the seller', () => {
    given(proposed, twoDays)
      .when(approve(false))
      .then(['ScrapDeclined'])
      .andUnit(lpn, { state: 'inspected', decision: null })
  })
})

describe('a seller that agrees', () => {
  it('ends the time at once; a second person still has to approve', () => {
    const agreed = [...proposed, answer(true)]
    given(agreed, twoDays).when(approve()).then(['ScrapApproved']).andUnit(lpn, { state: 'approved' })
    given(agreed, twoDays)
      .when(doing({ type: 'ScrapUnit', lpn, route: 'recycle' }, { by: SVEN }))
      .thenRejected('approval_missing')
    const { ledger } = given(agreed, twoDays)
    expect(ledger.unit(lpn)?.decision?.veto?.agreed).toMatchObject({ by: LENA.user })
    expect(ledger.events.at(-1)).toMatchObject({ type: 'ScrapAgreed', data: { note: 'Yes.' } })
  })

  it('has said so once', () => {
    given([...proposed, answer(true)], twoDays)
      .when(answer(false))
      .thenRejected('scrap_agreed', { by: LENA.user })
  })
})

describe('a seller that objects', () => {
  it('undoes the decision, and the unit waits for a supervisor with its words', () => {
    given(proposed, twoDays)
      .when(answer(false))
      .then([{ type: 'ScrapObjected', data: { note: 'Send it back to us.' } }, 'UnitHeld'])
      .andUnit(lpn, {
        ...{ state: 'inspected', decision: null, disposition: null },
        held: expect.objectContaining({
          waitsFor: 'supervisor',
          question: 'Send it back to us.',
          by: LENA.user,
        }),
      })
  })

  it('has the unit decided anew after a supervisor has released it; scrap again is proposed to it again', () => {
    const released = [...proposed, answer(false), doing(release, { by: SVEN })]
    given(released, twoDays)
      .when(classify(lpn, 'return_to_seller', 'seller_asked'))
      .then(['UnitClassified'])
    const again = [...released, doing(classify(lpn, 'recycle', 'other'), { by: OLGA })]
    const { ledger } = given(again, twoDays)
    const [first, second] = ledger.events.filter((e) => e.type === 'UnitClassified')
    expect(second?.data).toMatchObject({ supersedes: first?.meta.eventId })
    given(again, twoDays).when(approve()).thenRejected('veto_running')
    given([...proposed, answer(false)], twoDays)
      .when(classify(lpn, 'restock'))
      .thenRejected('held')
  })

  it('is too late once the time has passed, or somebody has approved or declined', () => {
    given(proposed, twoDays)
      .when(answer(false, 48 * HOURS))
      .thenRejected('veto_over', { at: '2026-03-04T16:00:04.000Z' })
    given([...proposed, later(49 * HOURS)], twoDays)
      .when(answer(false))
      .thenRejected('no_approval_needed')
    given([...proposed, approve(false)], twoDays)
      .when(answer(false))
      .thenRejected('not_classified')
  })

  it('is heard while the unit is on hold or missing: its time runs on, and nothing that was asked is lost', () => {
    given([...proposed, hold(lpn, 'seller')], twoDays)
      .when(answer(false))
      .andUnit(lpn, {
        held: expect.objectContaining({
          waitsFor: 'supervisor',
          question: 'What becomes of it?\nSend it back to us.',
        }),
      })
    given([...proposed, putAway(lpn, 'SCRAP'), { type: 'LoseUnit', lpn }], twoDays)
      .when(answer(false))
      .then(['ScrapObjected', 'UnitHeld'])
  })
})

describe('a seller’s word', () => {
  it('is given by the seller and nobody else', () => {
    for (const by of [OTTO, SVEN])
      given(proposed, twoDays)
        .when(doing({ type: 'AnswerScrap', lpn, agreed: true }, { by }))
        .thenRejected('forbidden', { needs: 'seller', by: by.user })
  })

  it('is not taken back by the warehouse, nor is the decision behind it', () => {
    for (const agreed of [true, false])
      given([...proposed, answer(agreed)], twoDays)
        .when((ledger) =>
          doing({ type: 'TakeBack', lpn, eventId: ledger.lastEventId({ lpn }) }, { by: SVEN }),
        )
        .thenRejected('cannot_be_undone')
  })

  it('is not asked for any more once the decision itself was taken back', () => {
    given(
      [...proposed, (ledger) => ({ type: 'TakeBack', lpn, eventId: ledger.lastEventId({ lpn }) })],
      twoDays,
    )
      .when(answer(true))
      .thenRejected('not_classified')
  })

  it('of a period that runs stands with each part of a lot that is split', () => {
    const lot: Command[] = [
      { type: 'ReceiveParcel', tracking: 'T1000', condition: 'intact' },
      { type: 'RegisterUnit', parcel: 'T1000', lpn, product: { sku: 'TEE' }, quantity: 3 },
      {
        ...{ type: 'InspectUnit', lpn, identity: 'as_announced', findings: [], grade: 'like_new' },
        answers: [{ check: 'unworn', answer: 'yes' }],
      },
      classify(lpn, 'recycle', 'other'),
      { type: 'SplitUnit', lpn, quantity: 1, newLpn: plate(2) },
    ]
    given(lot, twoDays)
      .when(doing({ type: 'ApproveScrap', lpn: plate(2), approved: true }, { by: SVEN }))
      .thenRejected('veto_running')
  })
})

describe('the time that a policy gives', () => {
  it('is whole hours, and two weeks at most', () => {
    const problems = (scrapVetoHours: number) =>
      policyProblems(demoPolicy({ scrapVetoHours }), () => true).map(({ code }) => code)
    for (const hours of [0, 1, 336]) expect(problems(hours)).toEqual([])
    for (const hours of [-1, 1.5, 337, Number.NaN]) expect(problems(hours)).toEqual(['veto_hours_wrong'])
  })
})
