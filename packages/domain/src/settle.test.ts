import { describe, expect, it } from 'vitest'
import { classify, inspect, plate, putAway, receive, register, takeBack } from '../../testkit/src/builders.ts'
import { doing, given, type MemoryLedger, OLGA, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

/** A mug that was laid among the scrap while the handheld was offline. */
const LAID_WRONG = [
  receive('T6000'),
  register('T6000', plate(1), 'MUG'),
  inspect(plate(1)),
  classify(plate(1), 'restock'),
  doing(putAway(plate(1), 'SCRAP'), { performed: 'earlier' }),
]
const eventOf = (ledger: MemoryLedger, lpn: string): string =>
  ledger.unit(lpn)?.exceptions.at(-1)?.eventId ?? ''
const settle =
  (lpn = plate(1), note?: string) =>
  (ledger: MemoryLedger): Command => ({
    type: 'SettleException',
    lpn,
    eventId: eventOf(ledger, lpn),
    code: 'wrong_zone',
    ...(note ? { note } : {}),
  })
const bySven = (deed: (ledger: MemoryLedger) => Command) => (ledger: MemoryLedger) =>
  doing(deed(ledger), { by: SVEN })

describe('what is on record although it should not be', () => {
  it('is settled by a supervisor, with a word on it, and is then off the record', () => {
    given(LAID_WRONG)
      .when(bySven(settle(plate(1), 'Carried over')))
      .then([{ type: 'ExceptionSettled', data: { code: 'wrong_zone', note: 'Carried over' } }])
      .andUnit(plate(1), { exceptions: [], bin: 'SCRAP' })
  })

  it('is not an operator’s to settle', () => {
    given(LAID_WRONG).when(settle()).thenRejected('forbidden', { needs: 'supervisor', by: OTTO.user })
  })

  it('tells who comes second by whom and when it was settled', () => {
    const before = given(LAID_WRONG)
    const named = settle()(before.ledger)
    before.when(doing(named, { by: SVEN })).then(['ExceptionSettled'])
    before
      .when(doing(named, { by: { user: 'SV2002', role: 'supervisor' } }))
      .thenRejected('already_settled', {
        key: plate(1),
        by: SVEN.user,
      })
  })

  it('is not settled where nothing of the kind is on record, nor on what was never registered', () => {
    const nothing = { type: 'SettleException', eventId: 'c9:1', code: 'bin_full' } as const
    given(LAID_WRONG)
      .when(doing({ ...nothing, lpn: plate(1) }, { by: SVEN }))
      .thenRejected('not_on_record', { key: plate(1) })
    given(LAID_WRONG)
      .when(doing({ ...nothing, lpn: plate(2) }, { by: SVEN }))
      .thenRejected('unit_unknown')
    given([])
      .when(doing({ ...nothing, parcel: 'T6000' }, { by: SVEN }))
      .thenRejected('parcel_unknown')
  })

  it('is on record again once the settling is taken back, and only a supervisor can', () => {
    const settled = given([...LAID_WRONG, bySven(settle())])
    const last = settled.ledger.lastEventId({ lpn: plate(1) })
    settled.when(doing(takeBack(plate(1), last), { by: OLGA })).thenRejected('not_your_step')
    settled
      .when(doing(takeBack(plate(1), last), { by: SVEN }))
      .then(['StepTakenBack'])
      .andUnit(plate(1), { exceptions: [expect.objectContaining({ code: 'wrong_zone' })] })
  })

  it('goes with the step that left it, and what was settled before does not come back', () => {
    const settled = given([...LAID_WRONG, bySven(settle())])
    for (let n = 0; n < 2; n++) {
      const last = settled.ledger.lastEventId({ lpn: plate(1) })
      settled.when(doing(takeBack(plate(1), last), { by: SVEN })).then(['StepTakenBack'])
    }
    settled.when(putAway(plate(1), 'SHELF-1')).andUnit(plate(1), { exceptions: [], bin: 'SHELF-1' })
  })

  it('is settled on a parcel for all lines that were noted together', () => {
    const closed = given([receive('T1000'), { type: 'CloseParcel', parcel: 'T1000' }])
    const open = closed.ledger.parcel('T1000')?.exceptions ?? []
    expect(open.map(({ code }) => code)).toEqual(['fewer_than_announced', 'fewer_than_announced'])
    const eventId = open[0]?.eventId ?? ''
    closed
      .when(
        doing(
          { type: 'SettleException', parcel: 'T1000', eventId, code: 'fewer_than_announced' },
          { by: SVEN },
        ),
      )
      .then(['ExceptionSettled'])
      .andParcel('T1000', { exceptions: [] })
  })
})

describe('a unit that nobody finds', () => {
  const LOST = [...LAID_WRONG, { type: 'LoseUnit', lpn: plate(1) } as const]
  const writeOff: Command = { type: 'WriteOffUnit', lpn: plate(1), note: 'Looked for two days' }

  it('is written off by a supervisor and stays missing', () => {
    given(LOST)
      .when(doing(writeOff, { by: SVEN }))
      .then([{ type: 'UnitWrittenOff', data: { note: 'Looked for two days' } }])
    given(LOST).when(writeOff).thenRejected('forbidden')
    given(LAID_WRONG)
      .when(doing(writeOff, { by: SVEN }))
      .thenRejected('not_missing')
  })

  it('is written off once; who comes second hears by whom', () => {
    given([...LOST, doing(writeOff, { by: SVEN })])
      .when(doing(writeOff, { by: SVEN }))
      .thenRejected('written_off', { by: SVEN.user })
  })

  it('is found all the same should it turn up, in a count too', () => {
    const gone = [...LOST, doing(writeOff, { by: SVEN })]
    given(gone)
      .when({ type: 'FindUnit', lpn: plate(1), bin: 'SHELF-1' })
      .andUnit(plate(1), { missing: null })
    given(gone)
      .when({ type: 'CountBin', bin: 'SHELF-1', lpns: [plate(1)] })
      .andUnit(plate(1), { missing: null, bin: 'SHELF-1' })
  })

  it('is only missing again once that is taken back', () => {
    const gone = given([...LOST, doing(writeOff, { by: SVEN })])
    const last = gone.ledger.lastEventId({ lpn: plate(1) })
    gone.when(doing(takeBack(plate(1), last), { by: SVEN })).then(['StepTakenBack'])
    gone.when(doing(writeOff, { by: SVEN })).then(['UnitWrittenOff'])
  })
})
