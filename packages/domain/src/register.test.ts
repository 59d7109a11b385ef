import { describe, expect, it } from 'vitest'
import {
  announced,
  inspect,
  line,
  mug,
  plate,
  receive,
  register,
  TEES_VALUE,
  world,
} from '../../testkit/src/builders.ts'
import { doing, given, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const identify = (lpn: string, sku: string): Command => ({ type: 'IdentifyUnit', lpn, product: { sku } })
const close = (parcel: string): Command => ({ type: 'CloseParcel', parcel })
const reopen = (parcel: string): Command => ({ type: 'ReopenParcel', parcel })
const received = [receive('T1000')]

describe('registering a unit', () => {
  it('gives it its plate, its announced line and the parcel’s seller', () => {
    given(received)
      .when(register('T1000', plate(1), 'LAMP'))
      .then([{ type: 'UnitRegistered', data: { seller: 'LOTUS', line: { valueMinor: 4000 } } }, 'UnitAdded'])
      .andUnit(plate(1), { state: 'registered', seller: 'LOTUS', lpn: plate(1) })
      .andParcel('T1000', { state: 'registered', registered: { 'RMA-1/LAMP/1': 1 } })
  })

  it('makes two equal products two plates, and a double scan no unit', () => {
    const first = [...received, register('T1000', plate(1), 'TEE')]
    given(first)
      .when(register('T1000', plate(2), 'TEE'))
      .then(['UnitRegistered', 'UnitAdded'])
    given(first)
      .when(register('T1000', plate(1), 'TEE'))
      .thenRejected('plate_taken', { lpn: plate(1) })
  })

  it('refuses a plate whose check digit is wrong', () => {
    given(received)
      .when(register('T1000', 'RU0000000018', 'LAMP'))
      .thenRejected('plate_check_digit', { lpn: 'RU0000000018' })
  })

  it('gives a plate to what nobody can identify', () => {
    given(received)
      .when(register('T1000', plate(1), null))
      .then([{ type: 'UnitRegistered', data: { product: null, line: null, exceptions: [] } }, 'UnitAdded'])
  })

  it('knows a product by its GTIN and its FNSKU too', () => {
    const by = (product: { gtin: string } | { fnsku: string }): Command => ({
      type: 'RegisterUnit',
      parcel: 'T1000',
      lpn: plate(1),
      quantity: 1,
      product,
    })
    given(received)
      .when(by({ gtin: '04006381333931' }))
      .andUnit(plate(1), { line: expect.anything() })
    given(received)
      .when(by({ fnsku: 'X001LAMP' }))
      .andUnit(plate(1), { line: expect.anything() })
  })

  it('refuses a code that no product of the seller has, and one that several products have', () => {
    given(received)
      .when(register('T1000', plate(1), 'KETTLE'))
      .thenRejected('product_unknown', { seller: 'LOTUS' })
    const gtin = { gtin: '00012345678905' }
    given([receive('T9000')])
      .when({ type: 'RegisterUnit', parcel: 'T9000', lpn: plate(1), product: gtin, quantity: 1 })
      .thenRejected('product_ambiguous', { count: 2 })
  })

  it('refuses a parcel that was never received, is closed, or whose receipt was taken back', () => {
    given([])
      .when(register('T1000', plate(1), 'LAMP'))
      .thenRejected('parcel_unknown', { tracking: 'T1000' })
    given([...received, close('T1000')])
      .when(register('T1000', plate(1), 'LAMP'))
      .thenRejected('parcel_closed')
    given([
      ...received,
      (l) => ({ type: 'TakeBack', parcel: 'T1000', eventId: l.lastEventId({ parcel: 'T1000' }) }),
    ])
      .when(register('T1000', plate(1), 'LAMP'))
      .thenRejected('parcel_unknown')
  })

  it('records too many and what was not announced, and stops nobody', () => {
    given([...received, register('T1000', plate(1), 'LAMP')])
      .when(register('T1000', plate(2), 'LAMP'))
      .then([
        {
          type: 'UnitRegistered',
          data: { exceptions: [{ code: 'more_than_announced', facts: { over: 1 } }] },
        },
        'UnitAdded',
      ])
    given(received)
      .when(register('T1000', plate(1), 'MUG'))
      .then([
        { type: 'UnitRegistered', data: { line: null, exceptions: [{ code: 'not_announced' }] } },
        'UnitAdded',
      ])
  })

  it('holds the goods of a seller that is no longer active', () => {
    given([receive('T5000')])
      .when(register('T5000', plate(1), 'FAN'))
      .then([
        'UnitRegistered',
        { type: 'UnitHeld', data: { waitsFor: 'supervisor', quarantine: false } },
        'UnitAdded',
      ])
  })

  it('gives a parcel its seller when it is announced after it came in and nothing was taken out of it', () => {
    const late = given([receive('T9000')])
    const of = { ...late.ledger.world, announced: [announced('LOTUS', 'LATE', ['T9000'], [line('MUG')])] }
    Object.assign(late.ledger, { world: of })
    late
      .when(register('T9000', plate(1), 'MUG'))
      .then(['ParcelClaimed', 'UnitRegistered', 'UnitAdded'])
      .andUnit(plate(1), { seller: 'LOTUS' })
  })

  it('leaves no unit behind without a seller when its parcel is announced later', () => {
    const late = given([receive('T9000'), register('T9000', plate(1), 'TEE')])
    const of = { ...late.ledger.world, announced: [announced('LOTUS', 'LATE', ['T9000'], [line('MUG')])] }
    Object.assign(late.ledger, { world: of })
    late.when(register('T9000', plate(2), 'MUG')).andParcel('T9000', { seller: null })
    late
      .when(doing({ type: 'ClaimParcel', parcel: 'T9000', seller: 'LOTUS' }, { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS' })
      .andUnit(plate(2), { seller: 'LOTUS' })
  })
})

describe('identifying a unit', () => {
  const unknown = [...received, register('T1000', plate(1), null)]

  it('gives it its product and its announced line', () => {
    given(unknown)
      .when(identify(plate(1), 'LAMP'))
      .then([{ type: 'UnitIdentified', data: { line: { rmaNumber: 'RMA-1' } } }, 'UnitAdded'])
      .andParcel('T1000', { registered: { 'RMA-1/LAMP/1': 1 }, units: [{ lpn: plate(1) }] as never })
  })

  it('shares out a line’s value once, however many units are identified later', () => {
    const lpns = [plate(1), plate(2), plate(3)]
    const { ledger } = given([
      ...received,
      ...lpns.map((lpn) => register('T1000', lpn, null)),
      ...lpns.map((lpn) => identify(lpn, 'TEE')),
    ])
    const shares = lpns.map((lpn) => ledger.unit(lpn)?.line?.valueMinor ?? 0)
    expect(shares.reduce((a, b) => a + b)).toBe(TEES_VALUE)
  })

  it('counts it no longer when that is taken back', () => {
    given([...unknown, identify(plate(1), 'LAMP')])
      .when((l) => ({ type: 'TakeBack', lpn: plate(1), eventId: l.lastEventId({ lpn: plate(1) }) }))
      .then(['StepTakenBack', 'UnitRemoved', 'UnitAdded'])
      .andUnit(plate(1), { product: null, line: null })
      .andParcel('T1000', { registered: { 'RMA-1/LAMP/1': 0 }, state: 'registered' })
  })

  it('refuses a code that the seller has no product of', () => {
    given(unknown)
      .when(identify(plate(1), 'KETTLE'))
      .thenRejected('product_unknown')
  })

  it('refuses a unit that is decided', () => {
    given(mug.decided('restock'))
      .when(identify(plate(1), 'MUG'))
      .thenRejected('already_decided')
  })

  it('may wait until after the inspection', () => {
    given([...unknown, inspect(plate(1), 'like_new', { identity: 'unknown' })])
      .when(identify(plate(1), 'LAMP'))
      .then(['UnitIdentified', 'UnitAdded'])
  })
})

describe('closing and reopening a parcel', () => {
  it('notes what was announced and did not come', () => {
    given([...received, register('T1000', plate(1), 'TEE')])
      .when(close('T1000'))
      .then([
        {
          type: 'ParcelClosed',
          data: {
            exceptions: [
              { code: 'fewer_than_announced', facts: { sku: 'LAMP', announced: 1, registered: 0 } },
              { code: 'fewer_than_announced', facts: { sku: 'TEE', announced: 3, registered: 1 } },
            ],
          },
        },
      ])
  })

  it('tells a seller nothing of what another announced under the same number', () => {
    const announcements = [announced('LOTUS', 'ONE', ['T4000'], [line('MUG')])]
    const parcel = given([receive('T4000')], world({ announced: announcements }))
    announcements.push(announced('NORTHSTAR', 'TWO', ['T4000'], [line('CUP')]))
    parcel
      .when(close('T4000'))
      .then([{ type: 'ParcelClosed', data: { exceptions: [{ facts: { rma: 'ONE' } }] } }])
  })

  it('misses nothing of a return that was cancelled', () => {
    const cancelled = announced('LOTUS', 'ONE', ['T4000'], [line('MUG')], { cancelled: true })
    given([receive('T4000')], world({ announced: [cancelled] }))
      .when(close('T4000'))
      .then([{ type: 'ParcelClosed', data: { exceptions: [] } }])
  })

  it('opens a closed parcel again, and registers into it', () => {
    given([...received, close('T1000'), reopen('T1000')])
      .when(register('T1000', plate(1), 'LAMP'))
      .andParcel('T1000', { state: 'reopened' })
  })

  it('refuses to reopen an open parcel and to close a closed one', () => {
    given(received).when(reopen('T1000')).thenRejected('parcel_not_closed')
    given([...received, close('T1000')])
      .when(close('T1000'))
      .thenRejected('parcel_closed')
  })
})

describe('attaching a photo', () => {
  const photo = (subject: { lpn: string } | { parcel: string }): Command => ({
    type: 'AttachPhoto',
    subject,
    sha256: 'a'.repeat(64),
    angle: 'front',
    takenAt: '2026-03-02T16:00:00.000Z',
  })

  it('attaches the same photo of the same angle once', () => {
    given(mug.registered)
      .when(photo({ lpn: plate(1) }))
      .then(['PhotoAttached'])
    given([...mug.registered, photo({ lpn: plate(1) })])
      .when(photo({ lpn: plate(1) }))
      .then([])
    given([...received, photo({ parcel: 'T1000' })])
      .when(photo({ parcel: 'T1000' }))
      .then([])
  })

  it('refuses a parcel or unit that is not here', () => {
    given([])
      .when(photo({ parcel: 'T1000' }))
      .thenRejected('parcel_unknown')
    given([])
      .when(photo({ lpn: plate(1) }))
      .thenRejected('unit_unknown')
  })

  it('takes photos of units on hold and of units that have left', () => {
    given([...mug.registered, { type: 'HoldUnit', lpn: plate(1), waitsFor: 'seller', question: '?' }])
      .when(photo({ lpn: plate(1) }))
      .then(['PhotoAttached'])
    given([...mug.shelved, { type: 'DispatchUnit', lpn: plate(1), reason: 'sold', reference: 'S-1' }])
      .when(photo({ lpn: plate(1) }))
      .then(['PhotoAttached'])
  })
})
