import { describe, expect, it } from 'vitest'
import { inspect, plate, receive, register } from '../../testkit/src/builders.ts'
import { doing, given, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const claim = (seller: string, evidence?: { order?: string; sku?: string }, parcel = 'T9000'): Command => ({
  type: 'ClaimParcel',
  parcel,
  seller,
  ...(evidence ? { evidence } : {}),
})
const TEE = { order: 'ORDER-RMA-1', sku: 'TEE' }
const tee = [receive('T9000'), register('T9000', plate(1), 'TEE')]

describe('claiming a parcel', () => {
  it('takes an announced order and product that fit', () => {
    given(tee)
      .when(claim('LOTUS', TEE))
      .then([
        {
          type: 'ParcelClaimed',
          data: { seller: 'LOTUS', answers: [{ rmaNumber: 'RMA-1' }], evidence: { by: OTTO.user } },
        },
        { type: 'UnitClaimed', data: { line: { rmaNumber: 'RMA-1', sku: 'TEE' } } },
        'UnitAdded',
      ])
      .andUnit(plate(1), { seller: 'LOTUS' })
      .andParcel('T9000', { seller: 'LOTUS', registered: { 'RMA-1/TEE/1': 1 } })
  })

  it('refuses evidence that fits nothing of that seller', () => {
    given(tee)
      .when(claim('LOTUS', { order: 'ORDER-RMA-2', sku: 'TEE' }))
      .thenRejected('evidence_does_not_fit')
    given(tee).when(claim('NORTHSTAR', TEE)).thenRejected('evidence_does_not_fit', { seller: 'NORTHSTAR' })
  })

  it('without evidence takes a supervisor', () => {
    given(tee).when(claim('LOTUS')).thenRejected('forbidden', { needs: 'supervisor', by: OTTO.user })
    given(tee)
      .when(doing(claim('LOTUS'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS', line: null })
  })

  it('refuses a seller that does not exist, a parcel that has one, and a parcel that never came', () => {
    given(tee).when(claim('NOBODY', TEE)).thenRejected('seller_unknown', { seller: 'NOBODY' })
    given([receive('T1000')])
      .when(claim('LOTUS', TEE, 'T1000'))
      .thenRejected('already_claimed', { seller: 'LOTUS' })
    given([]).when(claim('LOTUS', TEE)).thenRejected('parcel_unknown', { tracking: 'T9000' })
  })

  it('shares out the line’s value among its units, and records what is too many', () => {
    const lpns = [1, 2, 3, 4].map(plate)
    const { ledger } = given([
      receive('T9000'),
      ...lpns.map((l) => register('T9000', l, 'TEE')),
      claim('LOTUS', TEE),
    ])
    const shares = lpns.slice(0, 3).map((l) => ledger.unit(l)?.line?.valueMinor ?? 0)
    expect(shares.reduce((a, b) => a + b)).toBe(1000)
    const tooMany = lpns.map((l) => ledger.unit(l)?.exceptions.some((e) => e.code === 'more_than_announced'))
    expect(tooMany).toEqual([false, false, false, true])
    expect(ledger.parcel('T9000')?.registered).toEqual({ 'RMA-1/TEE/1': 4 })
    expect(ledger.parcel('T9000')?.units).toHaveLength(4)
  })

  it('hands no product and no announced line of one seller to another', () => {
    given([receive('T3000'), register('T3000', plate(1), 'CUP')])
      .when(doing(claim('LOTUS', undefined, 'T3000'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS', product: null, line: null })
      .andParcel('T3000', { registered: { 'RMA-4/CUP/1': 0 }, units: [{ lpn: plate(1) }] as never })
  })

  it('keeps the line that a unit answers already', () => {
    given([receive('T3000'), register('T3000', plate(1), 'MUG')])
      .when(doing(claim('LOTUS', undefined, 'T3000'), { by: SVEN }))
      .andUnit(plate(1), { line: expect.objectContaining({ rmaNumber: 'RMA-3' }) })
      .andParcel('T3000', { registered: { 'RMA-3/MUG/1': 1 } })
  })

  it('puts the goods of a seller that is no longer active on hold', () => {
    given([receive('T9000'), register('T9000', plate(1), 'FAN')])
      .when(doing(claim('DORMANT'), { by: SVEN }))
      .then(['ParcelClaimed', 'UnitClaimed', 'UnitHeld'])
  })

  it('is not taken back, nor what came before it', () => {
    given([
      ...tee,
      inspect(plate(1), 'like_new', { answers: [{ check: 'unworn', answer: 'yes' }] }),
      claim('LOTUS', TEE),
    ])
      .when((l) => ({ type: 'TakeBack', lpn: plate(1), eventId: l.lastEventId({ lpn: plate(1) }) }))
      .thenRejected('cannot_be_undone', { lastType: 'UnitClaimed' })
  })
})
