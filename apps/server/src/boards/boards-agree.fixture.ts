import { expect } from 'vitest'
import { STAFF, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { addDays, dayAt, dayBounds } from '../reports/business-day.ts'
import { binsBoard, dispositionsBoard, hoursToday, peopleBoard, pipelineBoard } from './boards.ts'
import {
  type Moment,
  toldBins,
  toldClocks,
  toldDecidedToday,
  toldDispositions,
  toldFlow,
  toldPeople,
  toldSteps,
} from './boards-told.fixture.ts'
import { type Asking, Hall } from './hall.ts'
import type { Retold } from './ledger-told.fixture.ts'

const timeZone = 'America/Los_Angeles'

/** Days on which the clocks of Los Angeles change, worked through from the evening before to late at night. */
export const FALL = {
  timeZone,
  hours: 25,
  from: '2026-11-01T07:00:00.000Z',
  begins: '2026-11-01T02:00:00.000Z',
  ends: '2026-11-02T07:20:00.000Z',
  now: '2026-11-02T07:25:00.000Z',
} as const
export const SPRING = {
  timeZone,
  hours: 23,
  from: '2026-03-08T08:00:00.000Z',
  begins: '2026-03-08T02:00:00.000Z',
  ends: '2026-03-09T06:20:00.000Z',
  now: '2026-03-09T06:25:00.000Z',
} as const

const calendar = { addDays, dayAt, dayBounds }

/** How many were at each step when the day began, by what stands by now. */
const atMidnight = (told: Retold, from: string, ids: ReadonlySet<string>) => {
  const last = new Map<string, string>()
  for (const event of told.stood)
    if (event.kind === 'unit' && event.meta.recordedAt < from && ids.has(event.id))
      last.set(event.id, event.to)
  return [...last.values()]
}

const looking = (now: string, seller: string | null = null) => {
  const look = { warehouse: 'LAX1', timeZone, seller, now, cursor: '', byStaff: true }
  return { look, day: { now: Date.parse(now), hours: hoursToday(look, calendar) } }
}

/** A hall that is read at this time and, as time goes on, catches up. */
export async function openHall(warehouse: Warehouse, now: string) {
  const asking: Asking = (question) => question(warehouse.node.db.staff)
  const hall = await Hall.open(asking, 'LAX1', looking(now).day)
  return { hall, catchUp: (at: string) => hall.catchUp(looking(at).day) }
}

/**
 * Every board, made at the moment, is held against the ledger told anew.
 * @param kept what was read earlier and has caught up; read now where it is left out
 */
export async function expectBoards(
  warehouse: Warehouse,
  told: Retold,
  at: Omit<Moment, 'seller'> & { readonly seller: string | undefined },
  kept?: Hall,
): Promise<void> {
  const { seller, ...rest } = at
  const moment: Moment = { ...rest, ...(seller ? { seller } : {}) }
  const { look } = looking(at.now, seller ?? null)
  const on = warehouse.node.db.staff
  const hall = kept ?? (await openHall(warehouse, at.now)).hall
  const pipeline = await pipelineBoard(on, look, calendar, hall)
  expect(pipeline).toMatchObject(toldSteps(told, moment))
  expect(pipeline.clocks.byClock).toMatchObject(toldClocks(told, moment))
  const left = pipeline.clocks.next.map(({ leftSeconds }) => leftSeconds)
  const late = pipeline.clocks.broken.count
  const running = pipeline.clocks.byClock.reduce((all, clock) => all + clock.running, 0)
  expect(left).toEqual([...left].sort((a, b) => a - b))
  expect(left.filter((seconds) => seconds <= 0)).toHaveLength(Math.min(20, late))
  expect(left.filter((seconds) => seconds > 0)).toHaveLength(Math.min(20, running - late))
  expect(pipeline.flow.hours).toHaveLength(at.hours)
  expect(pipeline.flow).toMatchObject(toldFlow(told, moment))
  const ids = new Set(
    told.units
      .filter((u) => u.state !== 'void' && !u.missing?.writtenOff && (!seller || u.seller === seller))
      .map((u) => u.id),
  )
  const before = atMidnight(told, at.from, ids)
  const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0)
  for (const flow of pipeline.flow.units) {
    const now = pipeline.units.find(({ step }) => step === flow.step)?.units ?? 0
    expect(before.filter((step) => step === flow.step).length + sum(flow.in) - sum(flow.out), flow.step).toBe(
      now,
    )
  }

  const dispositions = await dispositionsBoard(on, look, calendar)
  const days = dispositions.days.map(({ date }) => date)
  expect(days.at(-1)).toBe(dayAt(at.now, timeZone))
  const { days: toldDays, onTheBench, overridden, value, ...today } = toldDispositions(told, moment, days)
  expect(dispositions).toMatchObject({ days: toldDays, onTheBench, today })
  expect(dispositions.today.overrides.units).toBe(overridden)
  const { recovered, lost, unvalued } = dispositions.today
  const byCurrency = (sums: typeof lost) => new Map(sums.map(({ currency, minor }) => [currency, minor]))
  expect({ recovered: byCurrency(recovered), lost: byCurrency(lost), unvalued }).toEqual(value)

  const bins = binsBoard(look, calendar, hall)
  const filled = bins.zones.flatMap((zone) => zone.bins.filter(({ plates }) => plates > 0))
  const { plates, onTheFloor } = toldBins(told, moment)
  expect(Object.fromEntries(filled.map((bin) => [bin.code, bin.plates]))).toEqual(plates)
  expect(bins.totals.onTheFloor).toMatchObject(onTheFloor)
  expect(bins.totals.decidedToday).toEqual(toldDecidedToday(told, moment))

  if (seller) return
  const people = await peopleBoard(on, look, calendar)
  const badges = people.people.map(({ badge }) => badge)
  expect(people.people.map(({ name }) => name)).toEqual(people.people.map(({ name }) => name).sort())
  expect(people.people).toMatchObject(toldPeople(told, moment, badges))
  expect(
    toldPeople(
      told,
      moment,
      STAFF.map(({ badge }) => badge),
    ).length,
  ).toBe(badges.length)
  for (const { step, today } of people.totals)
    expect(today, step).toBe(
      sum(people.people.map((one) => one.steps.find((s) => s.step === step)?.today ?? 0)),
    )
}
