import type { ParcelState, UnitState } from '@restow/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Box, Lying } from './lying.ts'
import { Stock } from './stock.ts'

/** What is counted as it comes and goes has to be what one finds who goes through all that is left. */

const [HOUR, DAY] = [3_600_000, 86_400_000]
const BEGINS = Date.parse('2026-11-21T08:00:00.000Z')
const UNIT_STATES = ['registered', 'inspected', 'classified', 'shelved', 'dispatched'] as const
const PARCEL_STATES = ['received', 'registered', 'reopened', 'closed'] as const

/** Quarters of an hour around when the day began, or no time at all. */
const time = fc
  .option(fc.integer({ min: -200, max: 90 }), { freq: 4 })
  .map((quarters) => (quarters === null ? Number.NaN : BEGINS + (quarters * HOUR) / 4))

const unit = fc
  .record({
    state: fc.constantFrom<UnitState>(...UNIT_STATES),
    disposition: fc.constantFrom('resell', 'scrap', null),
    quantity: fc.integer({ min: 1, max: 9 }),
    ...{ held: fc.boolean(), isMissing: fc.boolean(), isInBin: fc.boolean() },
    clock: fc.constantFrom('decide', 'shelve', null),
    ...{ started: time, registered: time, since: time, classified: time, shelved: time, left: time },
  })
  .map(({ isMissing, isInBin, ...own }): Omit<Lying, 'id'> => {
    const hasLeft = own.state === 'dispatched'
    return {
      ...own,
      ...{ kind: 'unit', seller: 'LOTUS', bin: isInBin ? 'LAX1-S-01-01' : null, hasLeft },
      ...{ isHere: !hasLeft && !isMissing, exceptions: 0, zones: [], clock: hasLeft ? null : own.clock },
    }
  })
const box = fc
  .record({
    state: fc.constantFrom<ParcelState>(...PARCEL_STATES),
    ...{ isNobodys: fc.boolean(), received: time, closed: time },
  })
  .map((own): Omit<Box, 'id'> => {
    const isAtDock = own.state === 'received' && !Number.isNaN(own.received)
    return {
      ...own,
      ...{ kind: 'parcel', seller: 'LOTUS', isDone: own.state === 'closed', bin: null },
      ...{ clock: isAtDock ? 'register' : null, started: isAtDock ? own.received : Number.NaN },
    }
  })
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 60, size: 'max' })
const named = <T>(all: readonly T[]): (T & { readonly id: string })[] =>
  all.map((one, n) => ({ ...one, id: `${(n * 37) % 61}` }))

const first = (times: readonly number[]): number =>
  Math.min(...times.map((at) => (Number.isNaN(at) ? Number.POSITIVE_INFINITY : at)))
const today = (times: readonly number[]): number => times.filter((at) => at >= BEGINS).length

/** As `Stock` has it, of steps and states at which there is something. */
function counted(stock: Stock) {
  const steps = [...stock.steps].map(([state, { units, pieces, held, by }]) => {
    const dispositions = [...by].filter(([, n]) => n !== 0).sort()
    return [state, { units: units.size, since: units.since, pieces, held, by: dispositions }] as const
  })
  return {
    steps: Object.fromEntries(steps.filter(([, { units }]) => units > 0)),
    parcels: Object.fromEntries(
      [...stock.parcels]
        .filter(([, { size }]) => size > 0)
        .map(([state, own]) => [state, [own.size, own.since]]),
    ),
    unclaimed: [stock.unclaimed.size, stock.unclaimed.since],
    running: Object.fromEntries(
      Object.entries(stock.running).map(([clock, own]) => [clock, [own.size, own.since]]),
    ),
    sums: stock.sums,
    today: Object.fromEntries(Object.entries(stock.lately).map(([what, own]) => [what, own.since(BEGINS)])),
  }
}

/** The same by going through all of it. */
function goneThrough(units: readonly Lying[], boxes: readonly Box[]): ReturnType<typeof counted> {
  const at = (state: UnitState) => {
    const own = units.filter((one) => one.state === state && !one.hasLeft)
    const by = new Map<Lying['disposition'], number>()
    for (const { disposition } of own) by.set(disposition, (by.get(disposition) ?? 0) + 1)
    const pieces = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const since = first(own.map((one) => one.since))
    const held = own.filter((one) => one.held).length
    return { units: own.length, since, pieces, held, by: [...by].sort() }
  }
  const sizeAndSince = (times: readonly number[]) => [times.length, first(times)]
  const inState = (state: ParcelState) => boxes.filter((one) => one.state === state && !one.isDone)
  const here = units.filter(({ isHere }) => isHere)
  const clocks = (clock: string) => [...units, ...boxes].filter((one) => one.clock === clock)
  return {
    steps: Object.fromEntries(
      UNIT_STATES.map((state) => [state, at(state)] as const).filter(([, { units }]) => units > 0),
    ),
    parcels: Object.fromEntries(
      PARCEL_STATES.filter((state) => inState(state).length > 0).map((state) => [
        state,
        sizeAndSince(inState(state).map(({ received }) => received)),
      ]),
    ),
    unclaimed: sizeAndSince(boxes.filter(({ isNobodys }) => isNobodys).map(({ received }) => received)),
    running: Object.fromEntries(
      ['register', 'decide', 'shelve'].map((clock) => [
        clock,
        sizeAndSince(clocks(clock).map(({ started }) => started)),
      ]),
    ),
    sums: {
      units: here.length,
      pieces: here.reduce((sum, { quantity }) => sum + quantity, 0),
      inBins: here.filter(({ bin }) => bin !== null).length,
    },
    today: {
      registered: today(units.map(({ registered }) => registered)),
      shelved: today(units.map(({ shelved }) => shelved)),
      left: today(units.map(({ left }) => left)),
      arrived: today(boxes.map(({ received }) => received)),
      closed: today(boxes.map(({ closed }) => closed)),
      nextDay: today(
        units.filter((one) => one.shelved - one.classified <= DAY).map(({ shelved }) => shelved),
      ),
    },
  }
}

it('is what one finds who goes through all that is left, whatever came and went', () => {
  fc.assert(
    fc.property(many(unit), many(box), fc.integer({ min: 1, max: 5 }), (units, boxes, every) => {
      const stock = new Stock('LOTUS')
      const [lying, standing] = [named(units), named(boxes)]
      for (const one of lying) stock.countUnit(one, 1)
      for (const one of standing) stock.countBox(one, 1)
      expect(counted(stock)).toEqual(goneThrough(lying, standing))
      const leaves = (_: unknown, n: number) => n % every === 0
      const stays = (_: unknown, n: number) => n % every !== 0
      for (const one of lying.filter(leaves)) stock.countUnit(one, -1)
      for (const one of standing.filter(leaves)) stock.countBox(one, -1)
      expect(counted(stock)).toEqual(goneThrough(lying.filter(stays), standing.filter(stays)))
    }),
    { numRuns: 100 },
  )
})
