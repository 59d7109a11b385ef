import { describe, expect, it } from 'vitest'
import {
  classify,
  inspect,
  mug,
  plate,
  putAway,
  receive,
  register,
  TEES_VALUE,
} from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const split = (quantity: number, newLpn = plate(2)): Command => ({
  type: 'SplitUnit',
  lpn: plate(1),
  quantity,
  newLpn,
})
const replace = (newLpn: string): Command => ({ type: 'ReplacePlate', lpn: plate(1), newLpn })
const lot = [receive('T1000'), register('T1000', plate(1), 'TEE', { quantity: 3 })]
const unworn = { answers: [{ check: 'unworn', answer: 'yes' }] }

describe('splitting a lot', () => {
  it('gives part of it a plate of its own, in the same state and bin', () => {
    given([
      ...lot,
      inspect(plate(1), 'like_new', unworn),
      classify(plate(1), 'restock'),
      putAway(plate(1), 'SHELF-1'),
    ])
      .when(split(1))
      .then([{ type: 'UnitSplit', data: { quantity: 1 } }, 'UnitSplitOff', 'UnitAdded'])
      .andUnit(plate(1), { quantity: 2, state: 'shelved', bin: 'SHELF-1' })
      .andUnit(plate(2), { quantity: 1, state: 'shelved', bin: 'SHELF-1', seller: 'LOTUS', formerLpns: [] })
  })

  it('shares the value by pieces, to the cent, however often it is split', () => {
    const { ledger } = given([...lot, split(1), split(1, plate(3))])
    const values = [1, 2, 3].map((n) => ledger.unit(plate(n))?.line?.valueMinor ?? 0)
    expect(values.reduce((a, b) => a + b)).toBe(TEES_VALUE)
    expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1)
  })

  it('counts its pieces for the announced line once', () => {
    given(lot)
      .when(split(1))
      .andParcel('T1000', { registered: { 'RMA-1/TEE/1': 3 } })
  })

  it('leaves at least one piece on the lot', () => {
    given(lot).when(split(3)).thenRejected('quantity_too_large', { quantity: 3 })
    given(mug.registered).when(split(1)).thenRejected('quantity_too_large', { quantity: 1 })
  })

  it('refuses a plate that is taken or misread', () => {
    given([...lot, register('T1000', plate(2), 'LAMP')])
      .when(split(1))
      .thenRejected('plate_taken')
    given(lot).when(split(1, 'RU0000000018')).thenRejected('plate_check_digit')
  })

  it('lets what turned out worse be inspected apart', () => {
    given([...lot, split(1)])
      .when(inspect(plate(2), 'unsellable', unworn))
      .andUnit(plate(1), { state: 'registered', grade: null })
      .andUnit(plate(2), { state: 'inspected', grade: 'unsellable' })
  })

  it('is not done to a lot on the bench', () => {
    const bench: Command = { type: 'StartRefurbishment', lpn: plate(1), route: 'repair' }
    given([...lot, inspect(plate(1), 'good', unworn), classify(plate(1), 'repair', 'other'), bench])
      .when(split(1))
      .thenRejected('being_refurbished')
  })
})

describe('replacing a plate', () => {
  it('finds the unit by the new and by the old plate', () => {
    given(mug.registered)
      .when(replace(plate(2)))
      .then([{ type: 'PlateReplaced', data: { lpn: plate(2), formerLpn: plate(1) } }])
      .andUnit(plate(2), { lpn: plate(2), formerLpns: [plate(1)] })
      .andUnit(plate(1), { lpn: plate(2) })
  })

  it('refuses a plate that is on another unit, was on one, or is misread', () => {
    given([...mug.registered, register('T6000', plate(2), 'MUG')])
      .when(replace(plate(2)))
      .thenRejected('plate_taken')
    given([...mug.registered, replace(plate(2))])
      .when(register('T6000', plate(1), 'MUG'))
      .thenRejected('plate_taken')
    given(mug.registered).when(replace('RU1')).thenRejected('plate_check_digit')
  })

  it('refuses a plate whose registration was taken back: one plate is never on two records', () => {
    given([
      ...mug.registered,
      register('T6000', plate(2), 'MUG'),
      (l) => ({ type: 'TakeBack', lpn: plate(2), eventId: l.lastEventId({ lpn: plate(2) }) }),
    ])
      .when(replace(plate(2)))
      .thenRejected('plate_taken', { lpn: plate(2) })
  })

  it('may be done on hold, and not to what has left', () => {
    given([...mug.registered, { type: 'HoldUnit', lpn: plate(1), waitsFor: 'seller', question: '?' }])
      .when(replace(plate(2)))
      .then(['PlateReplaced'])
    given([...mug.shelved, { type: 'DispatchUnit', lpn: plate(1), reason: 'sold', reference: 'S' }])
      .when(replace(plate(2)))
      .thenRejected('dispatched')
  })
})
