import { describe, expect, it } from 'vitest'
import {
  classify,
  demoPolicy,
  hold,
  inspect,
  move,
  mug,
  plate,
  putAway,
  receive,
  register,
  seller,
  takeBack,
  world,
} from '../../testkit/src/builders.ts'
import {
  type Deed,
  type Doing,
  doing,
  given,
  type Manner,
  type MemoryLedger,
  MINUTES,
  OLGA,
  OTTO,
  SECONDS,
  SVEN,
} from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { Unit } from './unit.ts'

/** Takes back the last step of the first plate. */
const last =
  (manner: Manner = {}): Deed =>
  (ledger: MemoryLedger): Doing =>
    doing(takeBack(plate(1), ledger.lastEventId({ lpn: plate(1) })), manner)
const lastOfParcel =
  (parcel: string, manner: Manner = {}): Deed =>
  (ledger: MemoryLedger): Doing =>
    doing({ type: 'TakeBack', parcel, eventId: ledger.lastEventId({ parcel }) }, manner)
const start: Command = { type: 'StartRefurbishment', lpn: plate(1), route: 'repair' }
const dear = world({ sellers: { LOTUS: seller('LOTUS', { policy: demoPolicy({ scrapLimitMinor: 100 }) }) } })
const TEN = 10 * MINUTES

describe('who may take a step back, and when', () => {
  it('is the same person within ten minutes', () => {
    given(mug.inspected)
      .when(last({ after: TEN }))
      .then(['StepTakenBack'])
    given(mug.inspected)
      .when(last({ after: TEN + SECONDS }))
      .thenRejected('too_late_to_take_back')
  })

  it('is no other operator, but any supervisor, also later', () => {
    given(mug.inspected)
      .when(last({ by: OLGA }))
      .thenRejected('not_your_step', { lastBy: OTTO.user })
    given(mug.inspected)
      .when(last({ by: SVEN, after: 100 * TEN }))
      .then(['StepTakenBack'])
  })

  it('is told by the two scan times of one device, else by the server’s clock', () => {
    // Queued offline for an hour: the server hears of both at once, the device knows better.
    given(mug.inspected)
      .when(last({ clockOff: 60 * MINUTES }))
      .thenRejected('too_late_to_take_back')
    given(mug.inspected)
      .when(last({ after: 60 * MINUTES, clockOff: -55 * MINUTES }))
      .then(['StepTakenBack'])
    given(mug.inspected)
      .when(last({ deviceId: 'other', clockOff: 60 * MINUTES }))
      .then(['StepTakenBack'])
    given(mug.inspected)
      .when(last({ deviceId: 'other', after: 60 * MINUTES, clockOff: -55 * MINUTES }))
      .thenRejected('too_late_to_take_back')
  })
})

describe('what can be taken back', () => {
  it('is the last step only', () => {
    given(mug.decided('restock'))
      .when((l) => takeBack(plate(1), l.unit(plate(1))?.steps.at(-2)?.eventIds[0] ?? ''))
      .thenRejected('not_the_last_step', { lastType: 'UnitClassified' })
    given(mug.registered)
      .when(takeBack(plate(1), 'another:1'))
      .thenRejected('not_the_last_step')
  })

  it('is never a unit that was scrapped or dispatched, not even for a supervisor', () => {
    given([...mug.decided('recycle'), { type: 'ScrapUnit', lpn: plate(1), route: 'recycle' }])
      .when(last({ by: SVEN }))
      .thenRejected('cannot_be_undone', { lastType: 'UnitScrapped' })
    given([...mug.shelved, { type: 'DispatchUnit', lpn: plate(1), reason: 'sold', reference: 'S' }])
      .when(last({ by: SVEN }))
      .thenRejected('cannot_be_undone', { lastType: 'UnitDispatched' })
  })

  it('is at most three steps one after the other', () => {
    given([...mug.shelved, last(), last(), last()])
      .when(last())
      .thenRejected('nothing_to_take_back')
  })

  it('is nothing of what is not here', () => {
    given([])
      .when(takeBack(plate(1), 'c1:1'))
      .thenRejected('unit_unknown')
    given([]).when({ type: 'TakeBack', parcel: 'T1000', eventId: 'c1:1' }).thenRejected('parcel_unknown')
    given([...mug.registered, last()])
      .when(takeBack(plate(1), 'c1:1'))
      .thenRejected('unit_void')
  })
})

describe('taking back restores exactly what was', () => {
  const without = (unit: Unit | null) => ({ ...unit, steps: [], lastDecision: null })
  const steps: [string, readonly Command[], Command | Doing, typeof dear?][] = [
    ['an inspection', mug.registered, inspect(plate(1))],
    ['an inspection that held it', mug.registered, inspect(plate(1), 'unsellable', { findings: ['safety'] })],
    ['a decision', mug.inspected, classify(plate(1), 'restock')],
    ['a putaway', mug.decided('restock'), putAway(plate(1), 'SHELF-1')],
    [
      'a putaway with an exception',
      mug.decided('restock'),
      doing(putAway(plate(1), 'BENCH'), { performed: 'earlier' }),
    ],
    ['a move', mug.shelved, move(plate(1), 'SHELF-2')],
    ['a hold', mug.shelved, hold(plate(1))],
    ['a loss', mug.shelved, { type: 'LoseUnit', lpn: plate(1) }],
    ['the start of a refurbishment', [...mug.decided('repair'), putAway(plate(1), 'BENCH')], start],
    [
      'its end',
      [...mug.decided('repair'), start],
      { type: 'FinishRefurbishment', lpn: plate(1), done: [], minutes: 1 },
    ],
    [
      'an approval',
      mug.decided('recycle'),
      doing({ type: 'ApproveScrap', lpn: plate(1), approved: true }, { by: SVEN }),
      dear,
    ],
    [
      'a refused approval',
      mug.decided('recycle'),
      doing({ type: 'ApproveScrap', lpn: plate(1), approved: false }, { by: SVEN }),
      dear,
    ],
  ]
  it.each(steps)('before %s', (_, deeds, step, of) => {
    const before = without(given(deeds, of).ledger.unit(plate(1)))
    const { ledger } = given([...deeds, step, last({ by: SVEN })], of)
    expect(without(ledger.unit(plate(1)))).toEqual(before)
  })

  it('keeps a photo that was taken since', () => {
    const photo: Command = {
      type: 'AttachPhoto',
      subject: { lpn: plate(1) },
      sha256: 'a',
      angle: 'front',
      takenAt: '',
    }
    const { ledger } = given([...mug.inspected, photo, last()])
    expect(ledger.unit(plate(1))).toMatchObject({ state: 'registered', photos: [{ angle: 'front' }] })
  })

  it('keeps both the step and its taking back in history', () => {
    const { ledger } = given([...mug.inspected, last()])
    expect(ledger.events.map((e) => e.type).slice(-2)).toEqual(['UnitInspected', 'StepTakenBack'])
  })
})

describe('a registration taken back', () => {
  it('removes the unit from its parcel and from what came of its line', () => {
    given(mug.registered)
      .when(last())
      .then([
        'StepTakenBack',
        { type: 'UnitRemoved', data: { lpn: plate(1), line: 'RMA-6/MUG/1', quantity: 1 } },
      ])
      .andUnit(plate(1), { state: 'void', bin: null })
      .andParcel('T6000', { state: 'received', units: [], registered: { 'RMA-6/MUG/1': 0 } })
  })

  it('frees the plate for another unit, of which nothing of the first is left', () => {
    given([...mug.registered, doing(hold(plate(1)), {}), last(), last()])
      .when(register('T6000', plate(1), 'MUG'))
      .then(['UnitRegistered', 'UnitAdded'])
      .andUnit(plate(1), { state: 'registered', held: null, exceptions: [] })
    given([...mug.registered, last(), receive('T1000'), register('T1000', plate(2), 'TEE', { quantity: 2 })])
      .when({ type: 'SplitUnit', lpn: plate(2), quantity: 1, newLpn: plate(1) })
      .andUnit(plate(1), { state: 'registered', quantity: 1 })
  })

  it('leaves no hold, no exception and no search behind', () => {
    given([receive('T5000'), register('T5000', plate(1), 'FAN'), last()])
      .when(inspect(plate(1)))
      .thenRejected('unit_void')
      .andUnit(plate(1), { held: null, missing: null, exceptions: [] })
    given([receive('T1000'), register('T1000', plate(1), 'MUG')])
      .when(last())
      .andUnit(plate(1), { exceptions: [] })
  })
})

describe('a step of a parcel', () => {
  it('taken back before anything was taken out of it, it never arrived', () => {
    given([receive('T1000', 'wet'), lastOfParcel('T1000')])
      .when(receive('T1000'))
      .then(['ParcelReceived'])
      .andParcel('T1000', { state: 'received', condition: 'intact', exceptions: [] })
    given([receive('T1000'), lastOfParcel('T1000')])
      .when(lastOfParcel('T1000'))
      .thenRejected('parcel_unknown')
  })

  it('reported empty and taken back is not closed any more', () => {
    given([{ type: 'ReportParcel', parcel: 'T1000', outcome: 'empty' }])
      .when(lastOfParcel('T1000'))
      .andParcel('T1000', { state: 'void', closedAt: null, report: null })
  })

  it('closed and taken back is open again', () => {
    given([receive('T1000'), { type: 'CloseParcel', parcel: 'T1000' }])
      .when(lastOfParcel('T1000'))
      .andParcel('T1000', { state: 'received', closedAt: null, exceptions: [] })
  })

  it('is not taken back over the units that were taken out of it', () => {
    given(mug.registered)
      .when(lastOfParcel('T6000', { by: SVEN }))
      .thenRejected('cannot_be_undone', { lastType: 'UnitAdded' })
  })
})
