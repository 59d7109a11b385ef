import { makeLpn } from '@restow/barcodes'
import { lineKey, type Unit } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { binPicker } from './bins.ts'
import { generateReturns } from './generate-returns.ts'
import { MemoryFloor } from './memory-floor.fixture.ts'
import { planWalk } from './plan-walk.ts'
import { randomFrom } from './random.ts'
import { DEMO_SELLERS, DEMO_WAREHOUSE } from './staff.ts'
import { type PlannedCommand, walkCommands } from './walk-commands.ts'
import { addDays, warehouseDate, warehouseTime } from './warehouse-time.ts'

const { timeZone } = DEMO_WAREHOUSE
/** The end of a walk over two weeks in which the clocks changed, at noon in Los Angeles. */
const TODAY = '2026-11-10'
const NOON = warehouseTime(TODAY, '12:00', timeZone)

const RETURNS = DEMO_SELLERS.flatMap(
  ({ code }) => generateReturns({ seed: 'walk', seller: code, endingOn: TODAY, parcels: 300 }).parcels,
)

function walk(now: string) {
  const random = randomFrom('walk')
  return RETURNS.map((parcel) => ({ parcel, plan: planWalk(parcel, random, { now, timeZone }) }))
}

function script(now: string): PlannedCommand[] {
  const binFor = binPicker(randomFrom('bins'))
  let plates = 0
  const means = { nextLpn: () => makeLpn(++plates), binFor, photoOf: () => 'a'.repeat(64) }
  const commands = walk(now).flatMap(({ parcel, plan }) => (plan ? walkCommands(parcel, plan, means) : []))
  return commands.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function run(commands: readonly PlannedCommand[]): MemoryFloor {
  const floor = new MemoryFloor(RETURNS)
  for (const command of commands) floor.give(command)
  return floor
}

const floor = run(script(NOON))
const units = [...floor.units.values()]

describe('the walk of the demo’s parcels', () => {
  it('is one that the rules of the trade accept, command by command', () => {
    expect(floor.refused).toEqual([])
    expect(units.length).toBeGreaterThan(400)
  })

  it('is the same each time', () => {
    expect(script(NOON)).toEqual(script(NOON))
  })

  it('never does anything in the future, nor outside working hours', () => {
    for (const now of [
      NOON,
      warehouseTime(TODAY, '05:00', timeZone),
      warehouseTime(TODAY, '20:00', timeZone),
    ])
      for (const { at, command } of script(now)) {
        expect(at <= now, `${command.type} at ${at}`).toBe(true)
        const day = warehouseDate(at, timeZone)
        expect(
          at >= warehouseTime(day, '07:30', timeZone) && at <= warehouseTime(day, '17:30', timeZone),
          at,
        ).toBe(true)
      }
  })

  it('begins after a parcel was announced, and does nothing today before the shift begins', () => {
    for (const { parcel, plan } of walk(NOON))
      if (plan) expect(warehouseDate(plan.receivedAt, timeZone) > parcel.announcedOn).toBe(true)
    const early = script(warehouseTime(TODAY, '05:00', timeZone))
    expect(early.some(({ at }) => warehouseDate(at, timeZone) === TODAY)).toBe(false)
  })

  it('leaves about half of the parcels on their way or at some step', () => {
    const over = (unit: Unit) => ['shelved', 'scrapped', 'dispatched'].includes(unit.state)
    const done = RETURNS.filter(({ tracking }) => {
      const parcel = floor.parcels.get(tracking)
      return parcel?.state === 'closed' && units.filter((u) => u.parcel.id === parcel.id).every(over)
    })
    expect(done.length / RETURNS.length).toBeGreaterThan(0.35)
    expect(done.length / RETURNS.length).toBeLessThan(0.65)
    expect(floor.parcels.size / RETURNS.length).toBeLessThan(0.85)
  })

  it('fills yesterday with decided and shelved units of both sellers, and today as well by noon', () => {
    const on = (at: string | null) => (at === null ? '' : warehouseDate(at, timeZone))
    const yesterday = addDays(TODAY, -1)
    for (const { code } of DEMO_SELLERS) {
      const own = units.filter((u) => u.seller === code)
      expect(own.filter((u) => on(u.classifiedAt) === yesterday).length).toBeGreaterThan(40)
      expect(own.filter((u) => on(u.shelvedAt) === yesterday).length).toBeGreaterThan(20)
      expect(own.filter((u) => on(u.registeredAt) === TODAY).length).toBeGreaterThan(5)
    }
  })

  it('shows every state, grade and disposition, holds, a quarantine, approvals and second decisions', () => {
    const states = [
      'registered',
      'inspected',
      'classified',
      'shelved',
      'refurbishing',
      'scrapped',
      'dispatched',
    ]
    expect([...new Set(units.map((u) => u.state))]).toEqual(expect.arrayContaining(states))
    expect(new Set(units.flatMap((u) => u.grade ?? [])).size).toBe(5)
    expect(new Set(units.flatMap((u) => u.disposition ?? [])).size).toBe(3)
    expect(units.some((u) => u.held?.waitsFor === 'seller' && u.zone === 'hold')).toBe(true)
    expect(units.some((u) => u.held?.quarantine && u.zone === 'quarantine')).toBe(true)
    expect(units.some((u) => u.decision?.approvalNeeded)).toBe(true)
    expect(units.some((u) => u.decision?.overrideReason)).toBe(true)
    expect(units.some((u) => u.product === null)).toBe(true)
    expect(units.some((u) => u.serial !== null)).toBe(true)
  })

  it('keeps what it plans to decide in step with what the rules suggest', () => {
    const decided = walk(NOON).flatMap(({ plan }) =>
      (plan?.units ?? []).flatMap((u) => u.rounds.flatMap((r) => r.decision ?? [])),
    )
    const suggested = decided.filter((d) => d.choice === 'suggested').length
    expect(suggested / decided.length).toBeGreaterThan(0.88)
    for (const { decision } of units)
      if (decision && !decision.overrideReason && decision.suggested)
        expect(decision.disposition).toBe(decision.suggested.disposition)
  })

  it('counts every registered piece on its announced line', () => {
    const first = RETURNS.find((p) => floor.parcels.get(p.tracking)?.units.length)
    const parcel = floor.parcels.get(first?.tracking ?? '')
    const [line] = first?.lines ?? []
    const key = lineKey({ rmaNumber: first?.rma ?? '', sku: line?.sku ?? '', occurrence: 1 })
    expect(Object.keys(parcel?.registered ?? {})).toContain(key)
  })
})
