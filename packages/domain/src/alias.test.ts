import { describe, expect, it } from 'vitest'
import { announced, line, plate, receive, register, world } from '../../testkit/src/builders.ts'
import { DAYS, doing, given, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const alias = (parcel: string, tracking: string): Command => ({ type: 'AliasParcel', parcel, tracking })
const close = (parcel: string): Command => ({ type: 'CloseParcel', parcel })

describe('a label that may be read as several numbers', () => {
  it('is, of them, the one that is announced', () => {
    given([])
      .when(receive('X0001|T1000'))
      .then([
        { type: 'ParcelReceived', data: { trackingNumber: 'T1000', seller: 'LOTUS', aliases: ['X0001'] } },
      ])
  })

  it('is, of them, the one of a parcel that is here', () => {
    given([receive('T9000')])
      .when(receive('X0001|T9000'))
      .thenRejected('already_received', { tracking: 'T9000' })
  })

  it('is the likeliest where none of them is known, and finds the parcel by each from then on', () => {
    const { ledger } = given([receive('X0001|X0002')])
    expect(ledger.parcel('X0001')).toMatchObject({ trackingNumber: 'X0001', aliases: ['X0002'] })
    expect(ledger.parcel('X0002')?.trackingNumber).toBe('X0001')
  })

  it('makes the parcel nobody’s where its numbers are announced by several sellers', () => {
    given([]).when(receive('T1000|T2000')).andParcel('T1000', { seller: null, answers: [], aliases: [] })
  })

  it('takes no number with it that stands for another parcel', () => {
    given([receive('X0002')])
      .when(receive('X0001|X0003|'))
      .andParcel('X0001', { aliases: ['X0003'] })
    const { ledger } = given([receive('T9000'), receive('T6000')])
    expect(ledger.parcel('T9000')?.aliases).toEqual([])
  })

  it('begins a new parcel by the number that a long closed one had as another label', () => {
    given([receive('X0001|X0002'), close('X0001')])
      .when(doing(receive('X0002'), { after: 91 * DAYS }))
      .then([{ type: 'ParcelReceived', data: { trackingNumber: 'X0002' } }])
  })
})

describe('another label on the same box', () => {
  it('finds the parcel from then on, and is taken back', () => {
    const { ledger } = given([receive('T9000'), alias('T9000', 'L7001'), register('L7001', plate(1), 'MUG')])
    expect(ledger.parcel('L7001')).toMatchObject({ trackingNumber: 'T9000', state: 'registered' })
    given([receive('T9000'), alias('T9000', 'L7001')])
      .when((l) => ({ type: 'TakeBack', parcel: 'L7001', eventId: l.lastEventId({ parcel: 'T9000' }) }))
      .then(['StepTakenBack'])
      .andParcel('T9000', { aliases: [], state: 'received' })
  })

  it('scanned again changes nothing', () => {
    given([receive('T9000'), alias('T9000', 'L7001')])
      .when(alias('T9000', 'L7001'))
      .then([])
    given([receive('T9000')])
      .when(alias('T9000', 'T9000'))
      .then([])
  })

  it('makes an unclaimed parcel that of the seller who announced it, with what is registered', () => {
    const { ledger } = given([receive('T9000'), register('T9000', plate(1), 'LAMP'), alias('T9000', 'T1000')])
    expect(ledger.parcel('T9000')).toMatchObject({ seller: 'LOTUS', answers: [{ rmaNumber: 'RMA-1' }] })
    expect(ledger.unit(plate(1))).toMatchObject({
      seller: 'LOTUS',
      line: { rmaNumber: 'RMA-1', valueMinor: 4000 },
    })
  })

  it('leaves the parcel unclaimed where several sellers announced it', () => {
    given([receive('T9000')])
      .when(alias('T9000', 'T3000'))
      .then(['ParcelAliased'])
      .andParcel('T9000', { seller: null })
  })

  it('is refused where it is another parcel’s, and says which', () => {
    given([receive('T9000'), receive('T1000')])
      .when(alias('T9000', 'T1000'))
      .thenRejected('label_of_other_parcel', { label: 'T1000', tracking: 'T1000' })
    given([receive('T9000'), receive('T1000'), alias('T1000', 'L7001')])
      .when(doing(alias('T9000', 'L7001'), { by: SVEN }))
      .thenRejected('label_of_other_parcel', { label: 'L7001', tracking: 'T1000' })
  })

  it('is refused where it was announced for another return; a supervisor joins one of the same seller', () => {
    const other = alias('T1000', 'T6000')
    given([receive('T1000')])
      .when(other)
      .thenRejected('label_of_other_return', {
        label: 'T6000',
        tracking: 'T1000',
        rma: 'RMA-6',
        seller: 'LOTUS',
      })
    given([receive('T1000')])
      .when(doing(other, { by: SVEN }))
      .then(['ParcelAliased'])
      .andParcel('T6000', {
        trackingNumber: 'T1000',
        answers: [{ rmaNumber: 'RMA-1' }, { rmaNumber: 'RMA-6' }] as never,
      })
  })

  it('tells a seller nothing of another seller’s return that a supervisor joins', () => {
    given([receive('T1000')])
      .when(doing(alias('T1000', 'T2000'), { by: SVEN }))
      .then([{ type: 'ParcelAliased', data: { answers: [] } }])
      .andParcel('T1000', { seller: 'LOTUS', aliases: ['T2000'] })
  })

  it('is refused where nothing can be read off it, and on a parcel that is not here', () => {
    given([receive('T9000')])
      .when(alias('T9000', '?'))
      .thenRejected('tracking_unreadable', { raw: '?' })
    given([]).when(alias('T9000', 'L7001')).thenRejected('parcel_unknown')
  })
})

describe('a return that was cancelled and arrives anyway', () => {
  it('is received for its seller, with a note that it had been called off', () => {
    const dead = announced('LOTUS', 'DEAD', ['T4444'], [line('MUG')], { cancelled: true })
    const { ledger } = given([receive('T4444')], world({ announced: [dead] }))
    expect(ledger.parcel('T4444')).toMatchObject({
      seller: 'LOTUS',
      exceptions: [{ code: 'return_cancelled', facts: { tracking: 'T4444', rma: 'DEAD' } }],
    })
  })
})
