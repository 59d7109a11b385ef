import { describe, expect, it } from 'vitest'
import { hold, inspect, mug, plate, receive } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import { REJECTIONS } from './rejections.ts'
import {
  leadsTo,
  PARCEL_COMMANDS,
  PARCEL_TRANSITIONS,
  parcelMay,
  parcelNext,
  type Transition,
  UNIT_COMMANDS,
  UNIT_TRANSITIONS,
  unitMay,
  unitNext,
  unreachableStates,
} from './transitions.ts'
import type { Unit } from './unit.ts'
import { PARCEL_STATES, UNIT_STATES } from './words.ts'

function unitAfter(deeds: Parameters<typeof given>[0]): Unit {
  const unit = given(deeds).ledger.unit(plate(1))
  if (!unit) throw new Error('no unit')
  return unit
}
const allowed = (unit: Unit) => unitNext(unit).flatMap((n) => (n.allowed ? [n.command] : []))

describe('the state table', () => {
  it('leads to every state', () => {
    expect(unreachableStates()).toEqual([])
  })

  const all: [string, Transition<string>][] = Object.entries({ ...UNIT_TRANSITIONS, ...PARCEL_TRANSITIONS })
  it.each(all)('%s gives no reason against a state in which it may be done', (_, rule) => {
    expect(Object.keys(rule.whyNot).filter((state) => rule.from.includes(state))).toEqual([])
    for (const from of rule.from) expect(leadsTo(rule, from).length).toBeGreaterThan(0)
    if (rule.to !== 'same')
      expect(rule.from.flatMap((from) => leadsTo(rule, from))).toEqual(expect.arrayContaining([...rule.to]))
  })

  it('answers every command in every state with yes or with a sentence', () => {
    const unit = unitAfter(mug.inspected)
    for (const state of UNIT_STATES)
      for (const command of UNIT_COMMANDS) {
        const may = unitMay(command, { ...unit, state })
        if (!may.allowed) expect(REJECTIONS[may.why]).toBeTruthy()
      }
    const parcel = given([receive('T1000')]).ledger.parcel('T1000')
    for (const state of PARCEL_STATES)
      for (const command of PARCEL_COMMANDS) {
        const may = parcelMay(command, parcel && { ...parcel, state })
        if (!may.allowed) expect(REJECTIONS[may.why]).toBeTruthy()
      }
  })

  it('lets nothing be done to a unit that is gone but photographing what left', () => {
    const unit = unitAfter(mug.inspected)
    for (const state of ['scrapped', 'dispatched'] as const)
      expect(allowed({ ...unit, state })).toEqual(['AttachPhoto'])
    expect(allowed({ ...unit, state: 'void' })).toEqual([])
  })
})

describe('what is offered next', () => {
  it('to a unit follows its state', () => {
    expect(allowed(unitAfter(mug.registered))).toContain('InspectUnit')
    expect(allowed(unitAfter(mug.registered))).not.toContain('ClassifyUnit')
    expect(allowed(unitAfter(mug.decided('restock')))).toContain('PutAwayUnit')
    expect(allowed(unitAfter(mug.decided('restock')))).not.toContain('ScrapUnit')
    expect(allowed(unitAfter(mug.decided('repair')))).toContain('StartRefurbishment')
    expect(allowed(unitAfter(mug.decided('recycle')))).toContain('ScrapUnit')
    expect(allowed(unitAfter(mug.shelved))).toContain('DispatchUnit')
  })

  it('to a unit on hold is to lay it aside, to name it and to release it', () => {
    expect(allowed(unitAfter([...mug.inspected, hold(plate(1))]))).toEqual([
      'IdentifyUnit',
      'AttachPhoto',
      'PutAwayUnit',
      'MoveUnit',
      'ReleaseUnit',
      'ReplacePlate',
      'LoseUnit',
    ])
  })

  it('to a missing unit is to find it, or to write it off', () => {
    expect(allowed(unitAfter([...mug.shelved, { type: 'LoseUnit', lpn: plate(1) }]))).toEqual([
      'AttachPhoto',
      'FindUnit',
      'WriteOffUnit',
    ])
  })

  it('is what the rules then do not refuse for the state', () => {
    const unit = unitAfter(mug.registered)
    expect(unitNext(unit).find((n) => n.command === 'ClassifyUnit')).toMatchObject({
      allowed: false,
      why: 'not_inspected',
    })
    given(mug.registered)
      .when({ type: 'ClassifyUnit', lpn: plate(1), disposition: 'resell', route: 'restock' })
      .thenRejected('not_inspected')
    given(mug.registered)
      .when(inspect(plate(1)))
      .then(['UnitInspected'])
  })

  it('to a parcel follows its state, and the units taken out of it', () => {
    const next = (deeds: Parameters<typeof given>[0], tracking: string) => {
      const parcel = given(deeds).ledger.parcel(tracking)
      return parcel ? parcelNext(parcel).flatMap((n) => (n.allowed ? [n.command] : [])) : []
    }
    const unclaimed = 'NOBODY-1'
    expect(next([receive(unclaimed)], unclaimed)).toContain('ClaimParcel')
    expect(next([receive('T6000')], 'T6000')).toEqual([
      'ReportParcel',
      'RegisterUnit',
      'CloseParcel',
      'DescribeParcel',
      'AliasParcel',
    ])
    expect(next(mug.registered, 'T6000')).toEqual([
      'RegisterUnit',
      'CloseParcel',
      'DescribeParcel',
      'AliasParcel',
    ])
    expect(next([...mug.registered, { type: 'CloseParcel', parcel: 'T6000' }], 'T6000')).toEqual([
      'ReopenParcel',
      'DescribeParcel',
      'AliasParcel',
    ])
  })
})
