import { describe, expect, it } from 'vitest'
import { inspect, move, mug, plate, putAway, receive, register } from '../../testkit/src/builders.ts'
import { doing, given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const lose: Command = { type: 'LoseUnit', lpn: plate(1) }
const find = (bin?: string): Command => ({
  type: 'FindUnit',
  lpn: plate(1),
  ...(bin === undefined ? {} : { bin }),
})
const count = (bin: string, ...lpns: string[]): Command => ({ type: 'CountBin', bin, lpns })
const lost = [...mug.shelved, lose]

describe('a missing unit', () => {
  it('is no longer counted in its bin, which is remembered', () => {
    given(mug.shelved)
      .when(lose)
      .then([{ type: 'UnitLost', data: { bin: 'SHELF-1' } }])
      .andUnit(plate(1), {
        bin: null,
        zone: null,
        missing: { since: expect.any(String), lastBin: 'SHELF-1' },
      })
  })

  it('takes no step before it is found', () => {
    for (const command of [lose, move(plate(1), 'SHELF-2'), inspect(plate(1)), putAway(plate(1), 'SHELF-2')])
      given(lost)
        .when(command)
        .thenRejected('missing', { lpn: plate(1) })
  })

  it('is found in a bin, and is where it was in its journey', () => {
    given(lost)
      .when(find('SHELF-1'))
      .then([{ type: 'UnitFound', data: { bin: 'SHELF-1', exceptions: [] } }])
      .andUnit(plate(1), { state: 'shelved', bin: 'SHELF-1', missing: null })
  })

  it('that was shelved and is found in no bin is put away again', () => {
    given(lost)
      .when(find())
      .andUnit(plate(1), { state: 'classified', bin: null, missing: null, shelvedAt: null })
    given([...lost, find()])
      .when(putAway(plate(1), 'SHELF-2'))
      .andUnit(plate(1), { state: 'shelved', bin: 'SHELF-2' })
  })

  it('found in a wrong zone or a full bin is on record as an exception', () => {
    given(lost)
      .when(find('SCRAP'))
      .then([{ type: 'UnitFound', data: { exceptions: [{ code: 'wrong_zone' }] } }])
    const full = [
      receive('T9000'),
      register('T9000', plate(2), 'MUG'),
      doing(move(plate(2), 'SHELF-2'), { performed: 'earlier' }),
    ]
    given([...full, ...lost])
      .when(find('SHELF-2'))
      .then([{ type: 'UnitFound', data: { exceptions: [{ code: 'bin_full' }] } }])
  })

  it('is found once, in a bin that exists', () => {
    given(mug.shelved).when(find('SHELF-1')).thenRejected('not_missing')
    given(lost).when(find('SHELF-9')).thenRejected('bin_unknown', { bin: 'SHELF-9' })
  })
})

describe('counting a bin', () => {
  const second = [...mug.shelved, register('T6000', plate(2), 'MUG')]

  it('misses what is not there', () => {
    given(mug.shelved)
      .when(count('SHELF-1'))
      .then([{ type: 'UnitLost', data: { exceptions: [{ code: 'missing_in_count' }] } }])
      .andUnit(plate(1), { bin: null })
  })

  it('finds what was missed, and moves here what should be elsewhere', () => {
    given(lost)
      .when(count('SHELF-1', plate(1)))
      .then(['UnitFound'])
      .andUnit(plate(1), { bin: 'SHELF-1', state: 'shelved' })
    given(second)
      .when(count('SHELF-1', plate(1), plate(2)))
      .then([{ type: 'UnitMoved', data: { fromBin: null, exceptions: [{ code: 'found_elsewhere' }] } }])
      .andUnit(plate(2), { bin: 'SHELF-1', state: 'registered' })
  })

  it('says nothing where everything is as recorded', () => {
    given(mug.shelved)
      .when(count('SHELF-1', plate(1)))
      .then([])
    given(mug.shelved)
      .when(count('SHELF-1', plate(1), plate(1)))
      .then([])
  })

  it('knows a unit by the plate it had before', () => {
    given([...mug.shelved, { type: 'ReplacePlate', lpn: plate(1), newLpn: plate(3) }])
      .when(count('SHELF-1', plate(1)))
      .then([])
  })

  it('refuses a plate that is on no unit here, and a bin that does not exist', () => {
    given(mug.shelved)
      .when(count('SHELF-1', plate(7)))
      .thenRejected('unit_unknown', { lpn: plate(7) })
    given(mug.shelved).when(count('SHELF-9')).thenRejected('bin_unknown')
  })

  it('misses only what was looked for in vain, where it says so', () => {
    const both = [...second, doing(move(plate(2), 'SHELF-1'), { performed: 'earlier' })]
    const sought = (...missing: string[]): Command => ({
      type: 'CountBin',
      bin: 'SHELF-1',
      lpns: [],
      missing,
    })
    given(both)
      .when(sought(plate(2)))
      .then(['UnitLost'])
      .andUnit(plate(1), { bin: 'SHELF-1', missing: null })
      .andUnit(plate(2), { bin: null })
    given(both).when(sought()).then([])
    given(both).when(count('SHELF-1')).then(['UnitLost', 'UnitLost'])
  })

  it('made while offline stands without the plates that are on nothing', () => {
    given(mug.shelved)
      .when(doing(count('SHELF-1', plate(1), plate(7)), { performed: 'earlier' }))
      .then([])
    given(mug.shelved)
      .when(doing(count('SHELF-1', plate(7)), { performed: 'earlier' }))
      .then(['UnitLost'])
  })

  it('tells several units in one step, of which each can be taken back by itself', () => {
    given([...second, count('SHELF-1', plate(2))])
      .when((l) => ({ type: 'TakeBack', lpn: plate(1), eventId: l.lastEventId({ lpn: plate(1) }) }))
      .then(['StepTakenBack'])
      .andUnit(plate(1), { bin: 'SHELF-1', missing: null, exceptions: [] })
      .andUnit(plate(2), { bin: 'SHELF-1' })
  })
})
