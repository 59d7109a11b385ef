import { describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  move,
  mug,
  plate,
  putAway,
  receive,
  register,
} from '../../testkit/src/builders.ts'
import { doing, given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import { hasRoom, zonesFor } from './putaway.ts'
import type { Route } from './words.ts'

const decided = mug.decided('restock')
const count = (bin: string, ...lpns: string[]): Command => ({ type: 'CountBin', bin, lpns })
/** A second mug on the second plate, laid on the shelf that holds one. */
const SHELF_2_TAKEN = [
  receive('T9000'),
  register('T9000', plate(2), 'MUG'),
  doing(move(plate(2), 'SHELF-2'), { performed: 'earlier' }),
]

describe('putting away', () => {
  it('shelves a unit to be resold', () => {
    given(decided)
      .when(putAway(plate(1), 'SHELF-1'))
      .then([{ type: 'UnitPutAway', data: { bin: 'SHELF-1', zone: 'resell', exceptions: [] } }])
      .andUnit(plate(1), { state: 'shelved', bin: 'SHELF-1', zone: 'resell', shelvedAt: expect.any(String) })
  })

  it('lays aside what is to be refurbished or scrapped, which stays decided', () => {
    given(mug.decided('repair'))
      .when(putAway(plate(1), 'BENCH'))
      .andUnit(plate(1), { state: 'classified', bin: 'BENCH', shelvedAt: null })
    given(mug.decided('recycle'))
      .when(putAway(plate(1), 'SCRAP'))
      .andUnit(plate(1), { state: 'classified', bin: 'SCRAP' })
  })

  it.each([
    ['restock', 'BENCH', 'resell'],
    ['repair', 'SHELF-1', 'refurbish'],
    ['recycle', 'SHELF-1', 'scrap'],
  ] as const)('refuses to lay a unit for %s into %s', (route: Route, bin, wanted) => {
    given(mug.decided(route))
      .when(putAway(plate(1), bin))
      .thenRejected('wrong_zone', { bin, wanted })
  })

  it('refuses a full bin and one that does not exist', () => {
    given([...SHELF_2_TAKEN, ...decided])
      .when(putAway(plate(1), 'SHELF-2'))
      .thenRejected('bin_full', { plates: 1, capacity: 1 })
    given(decided)
      .when(putAway(plate(1), 'SHELF-9'))
      .thenRejected('bin_unknown', { bin: 'SHELF-9' })
  })

  it('records room and zone as exceptions for what was laid down offline', () => {
    given([...SHELF_2_TAKEN, ...decided])
      .when(doing(putAway(plate(1), 'SHELF-2'), { performed: 'earlier' }))
      .then([{ type: 'UnitPutAway', data: { exceptions: [{ code: 'bin_full', facts: { plates: 1 } }] } }])
    const { ledger } = given([...decided, doing(putAway(plate(1), 'BENCH'), { performed: 'earlier' })])
    expect(ledger.unit(plate(1))?.exceptions.map((e) => e.code)).toEqual(['wrong_zone'])
  })

  it('refuses what is hard even offline', () => {
    const earlier = (command: Command) => doing(command, { performed: 'earlier' })
    given(mug.inspected)
      .when(earlier(putAway(plate(1), 'SHELF-1')))
      .thenRejected('not_classified')
    given(mug.registered)
      .when(earlier(putAway(plate(1), 'SHELF-1')))
      .thenRejected('not_inspected')
    given(decided)
      .when(earlier(putAway(plate(1), 'SHELF-9')))
      .thenRejected('bin_unknown')
  })

  it('refuses a unit on its shelf, and one that lies there already', () => {
    given(mug.shelved)
      .when(putAway(plate(1), 'SHELF-2'))
      .thenRejected('already_shelved', { bin: 'SHELF-1' })
    given([...mug.decided('repair'), putAway(plate(1), 'BENCH')])
      .when(putAway(plate(1), 'BENCH'))
      .thenRejected('already_there', { bin: 'BENCH' })
  })

  it('shelves a decided unit in the full bin that it was counted in', () => {
    given([...decided, count('SHELF-2', plate(1))])
      .when(putAway(plate(1), 'SHELF-2'))
      .then([{ type: 'UnitPutAway', data: { exceptions: [] } }])
      .andUnit(plate(1), { state: 'shelved', bin: 'SHELF-2' })
  })

  it('frees the place that a unit leaves', () => {
    given([...SHELF_2_TAKEN, move(plate(2), 'INSPECT'), ...decided])
      .when(putAway(plate(1), 'SHELF-2'))
      .then(['UnitPutAway'])
  })
})

describe('moving', () => {
  it('lays an undecided unit into the inspection or dock zone', () => {
    given(mug.registered)
      .when(move(plate(1), 'INSPECT'))
      .then([{ type: 'UnitMoved', data: { bin: 'INSPECT', fromBin: null } }])
    given(mug.registered)
      .when(move(plate(1), 'SHELF-1'))
      .thenRejected('wrong_zone', { wanted: 'inspection' })
  })

  it('takes a shelved unit to another shelf or to outbound, and it stays shelved', () => {
    given(mug.shelved)
      .when(move(plate(1), 'OUT'))
      .andUnit(plate(1), { state: 'shelved', bin: 'OUT' })
    given(mug.shelved)
      .when(move(plate(1), 'SHELF-2'))
      .then([{ type: 'UnitMoved', data: { fromBin: 'SHELF-1' } }])
    given(mug.shelved)
      .when(move(plate(1), 'SHELF-1'))
      .thenRejected('already_there')
  })

  it('is no way around putting away', () => {
    given(decided)
      .when(move(plate(1), 'SHELF-1'))
      .thenRejected('not_put_away')
    given([...mug.registered, move(plate(1), 'INSPECT'), inspect(plate(1)), classify(plate(1), 'restock')])
      .when(move(plate(1), 'SHELF-1'))
      .thenRejected('not_put_away')
    given(mug.decided('repair'))
      .when(move(plate(1), 'BENCH'))
      .thenRejected('not_put_away')
  })
})

describe('a unit on hold', () => {
  it('is laid into a hold or quarantine bin and nowhere else, whatever step it is at', () => {
    for (const deeds of [mug.registered, mug.inspected, decided, mug.shelved])
      for (const bin of ['HOLD', 'QUARANTINE'])
        given([...deeds, hold(plate(1))])
          .when(putAway(plate(1), bin))
          .then(['UnitPutAway'])
          .andUnit(plate(1), { bin })
    given([...decided, hold(plate(1))])
      .when(putAway(plate(1), 'SHELF-1'))
      .thenRejected('wrong_zone', { wanted: 'hold' })
  })

  it('is not shelved by being laid aside, and is shelved once released', () => {
    given([
      ...decided,
      hold(plate(1), 'seller'),
      putAway(plate(1), 'HOLD'),
      { type: 'ReleaseUnit', lpn: plate(1) },
    ])
      .when(putAway(plate(1), 'SHELF-1'))
      .andUnit(plate(1), { state: 'shelved', bin: 'SHELF-1' })
  })

  it('under suspicion goes to quarantine only', () => {
    const suspected = [...mug.registered, inspect(plate(1), 'unsellable', { findings: ['safety'] })]
    given(suspected)
      .when(putAway(plate(1), 'HOLD'))
      .thenRejected('wrong_zone', { wanted: 'quarantine' })
    given(suspected)
      .when(putAway(plate(1), 'QUARANTINE'))
      .then(['UnitPutAway'])
    given(suspected)
      .when(doing(putAway(plate(1), 'HOLD'), { performed: 'earlier' }))
      .then([{ type: 'UnitPutAway', data: { exceptions: [{ code: 'wrong_zone' }] } }])
  })
})

it('a bin has room for one plate more, or none', () => {
  expect(hasRoom({ code: 'A', zone: 'resell', capacity: 2, plates: 1 })).toBe(true)
  expect(hasRoom({ code: 'A', zone: 'resell', capacity: 2, plates: 2 })).toBe(false)
})

it('a unit is meant for the zone of its decision', () => {
  const zone = (deeds: readonly Command[]) => {
    const unit = given(deeds).ledger.unit(plate(1))
    return unit && zonesFor(unit)[0]
  }
  expect([
    zone(mug.registered),
    zone(decided),
    zone(mug.decided('repair')),
    zone(mug.decided('donate')),
  ]).toEqual(['inspection', 'resell', 'refurbish', 'scrap'])
})
