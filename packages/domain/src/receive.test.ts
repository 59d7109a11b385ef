import { describe, expect, it } from 'vitest'
import { announced, line, mug, plate, receive, register, world } from '../../testkit/src/builders.ts'
import { DAYS, doing, given, OLGA, SECONDS } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { ParcelOutcome } from './words.ts'

const report = (parcel: string, outcome: ParcelOutcome): Command => ({
  type: 'ReportParcel',
  parcel,
  outcome,
})
const close = (parcel: string): Command => ({ type: 'CloseParcel', parcel })

describe('receiving a parcel', () => {
  it('makes it the parcel of the seller who announced it', () => {
    given([])
      .when(receive('T1000'))
      .then([{ type: 'ParcelReceived', data: { trackingNumber: 'T1000', seller: 'LOTUS', exceptions: [] } }])
      .andParcel('T1000', { state: 'received', seller: 'LOTUS' })
  })

  it('keeps the raw scan beside the number read off it', () => {
    given([])
      .when(receive('t-1000 '))
      .then([{ type: 'ParcelReceived', data: { trackingNumber: 'T1000', raw: 't-1000 ' } }])
  })

  it('takes in what nobody announced, and what several did, without a seller', () => {
    given([]).when(receive('T9000')).andParcel('T9000', { seller: null, answers: [] })
    given([]).when(receive('T3000')).andParcel('T3000', { seller: null, answers: [] })
  })

  it('answers the announced returns of its seller, and a cancelled one only when there is no other', () => {
    const lines = [line('MUG')]
    const dead = announced('NORTHSTAR', 'DEAD', ['T4000', 'T4444'], lines, { cancelled: true })
    const of = world({ announced: [announced('LOTUS', 'LIVE', ['T4000'], lines), dead] })
    given([], of).when(receive('T4000')).andParcel('T4000', { seller: 'LOTUS' })
    given([], of).when(receive('T4444')).andParcel('T4444', { seller: 'NORTHSTAR' })
  })

  it('notes a damaged box as an exception', () => {
    const { ledger } = given([receive('T1000', 'wet')])
    expect(ledger.parcel('T1000')?.exceptions).toMatchObject([
      { code: 'parcel_damaged', facts: { condition: 'wet' } },
    ])
  })

  it('takes the same label scanned twice for one parcel', () => {
    given([receive('T1000')])
      .when(doing(receive('T1000'), { by: OLGA }))
      .thenRejected('already_received', { tracking: 'T1000', by: 'OP1001' })
  })

  it('refuses a scan that holds no tracking number', () => {
    given([]).when(receive('?')).thenRejected('tracking_unreadable', { raw: '?' })
    given([]).when(report('?', 'refused')).thenRejected('tracking_unreadable')
  })

  it('refuses a closed parcel until 90 days have passed, and then begins a new one of that number', () => {
    const closed = [receive('T9000'), close('T9000')]
    given(closed)
      .when(doing(receive('T9000'), { after: 90 * DAYS }))
      .thenRejected('parcel_closed', { by: 'OP1001' })
    const { ledger } = given([...closed, doing(receive('T9000'), { after: 90 * DAYS + SECONDS })])
    expect([...ledger.parcels.values()].map((p) => p.state)).toEqual(['closed', 'received'])
  })
})

describe('reporting a parcel', () => {
  it('records one turned away at the door that was never received', () => {
    given([])
      .when(report('T1000', 'refused'))
      .then([{ type: 'ParcelReported', data: { seller: 'LOTUS' } }])
      .andParcel('T1000', { state: 'refused', seller: 'LOTUS' })
  })

  it('closes a parcel that is empty inside', () => {
    given([receive('T1000')])
      .when(report('T1000', 'empty'))
      .andParcel('T1000', { state: 'closed', closedBy: 'OP1001', report: { outcome: 'empty', note: null } })
  })

  it('leaves a misdelivered parcel where it is until it is received after all', () => {
    given([receive('T9000'), report('T9000', 'misdelivered')])
      .when(receive('T9000'))
      .then(['ParcelReceived'])
      .andParcel('T9000', { state: 'received', report: null })
  })

  it('says what was reported first, not what is reported now', () => {
    given([report('T1000', 'misdelivered')])
      .when(report('T1000', 'refused'))
      .thenRejected('parcel_refused', { outcome: 'misdelivered' })
    given([report('T1000', 'refused')])
      .when(register('T1000', plate(1), 'LAMP'))
      .thenRejected('parcel_refused', { outcome: 'refused' })
  })

  it('refuses to call a parcel empty that units were taken out of', () => {
    given(mug.registered)
      .when(report('T6000', 'empty'))
      .thenRejected('parcel_has_units', { units: 1, outcome: 'empty' })
    given([...mug.registered, close('T6000'), { type: 'ReopenParcel', parcel: 'T6000' }])
      .when(report('T6000', 'empty'))
      .thenRejected('parcel_has_units')
  })

  it('refuses to report a closed parcel', () => {
    given([receive('T1000'), close('T1000')])
      .when(report('T1000', 'empty'))
      .thenRejected('parcel_closed')
  })

  it('no longer calls a parcel empty that was reopened because it is not', () => {
    given([receive('T1000'), report('T1000', 'empty')])
      .when({ type: 'ReopenParcel', parcel: 'T1000' })
      .andParcel('T1000', { state: 'reopened', report: null, closedAt: null })
  })
})
