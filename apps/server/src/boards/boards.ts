import type {
  BinsBoard,
  DispositionsBoard,
  PeopleBoard,
  PipelineBoard,
  WaitingBoard,
} from '@restow/contracts'
import { lastInTime, type Targets } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { findDecidedToday } from './bins.queries.ts'
import { binsAt } from './bins.ts'
import { beganBefore, clockLimits } from './clocks.ts'
import { findDispositions } from './dispositions.queries.ts'
import { dispositionsOf } from './dispositions.ts'
import { hoursOf } from './flow.ts'
import type { Hall } from './hall.ts'
import { findPeople } from './people.queries.ts'
import { peopleOf } from './people.ts'
import { findPipeline, findUnclaimedRule } from './pipeline.queries.ts'
import { pipelineAt } from './pipeline.ts'
import { findClockTargets } from './targets.queries.ts'
import { countWaiting } from './waiting.queries.ts'
import { askingAt, kindsFor, waitingAt } from './waiting.ts'

/** The days of a warehouse; the reports' room knows them. */
export interface Calendar {
  dayAt(instant: string, timeZone: string): string
  dayBounds(date: string, timeZone: string): { from: string; until: string }
  addDays(date: string, days: number): string
}

/** What is looked at, and when. */
export interface Look {
  readonly warehouse: string
  readonly timeZone: string
  readonly seller: string | null
  /** Whether staff looks; a seller is not told who of them did what. */
  readonly byStaff: boolean
  readonly now: string
  readonly cursor: string
}

const PICTURED_DAYS = 14
const AN_HOUR = 3600

const headOf = (look: Look, day: string) => ({
  cursor: look.cursor,
  asOf: look.now,
  warehouse: look.warehouse,
  timeZone: look.timeZone,
  day,
})

/** What all statements over the floor begin with; floor.queries.ts says what is what. */
function floorValues(look: Look, day: string, calendar: Calendar, targets: Targets): unknown[] {
  const { warehouse, seller, now, timeZone } = look
  const { from } = calendar.dayBounds(day, timeZone)
  return [warehouse, seller, now, from, ...clockLimits(now, targets), from]
}

export async function pipelineBoard(on: Queryable, look: Look, calendar: Calendar): Promise<PipelineBoard> {
  const day = calendar.dayAt(look.now, look.timeZone)
  const rule = await findUnclaimedRule(on, look.warehouse)
  const past = rule && lastInTime(look.now, rule)
  const { house } = await findClockTargets(on, look.warehouse)
  const bounds = calendar.dayBounds(day, look.timeZone)
  const hours = hoursOf(bounds)
  const row = await findPipeline(on, [...floorValues(look, day, calendar, house), past, hours])
  return { ...headOf(look, day), ...pipelineAt(look.now, row, house, { hours, until: bounds.until }) }
}

export async function waitingBoard(on: Queryable, look: Look, calendar: Calendar): Promise<WaitingBoard> {
  const kinds = kindsFor(look.byStaff)
  const row = await countWaiting(on, kinds, await askingAt(on, look))
  return {
    ...headOf(look, calendar.dayAt(look.now, look.timeZone)),
    ...waitingAt(look.now, look.byStaff, row),
  }
}

export async function peopleBoard(on: Queryable, look: Look, calendar: Calendar): Promise<PeopleBoard> {
  const { warehouse, seller, now, timeZone } = look
  const day = calendar.dayAt(now, timeZone)
  const { from } = calendar.dayBounds(day, timeZone)
  const span = { warehouse, seller, from, anHourAgo: beganBefore(now, AN_HOUR) }
  return { ...headOf(look, day), ...peopleOf(await findPeople(on, span)) }
}

/** @param hall what lies there, read with the same eyes */
export async function binsBoard(
  on: Queryable,
  look: Look,
  calendar: Calendar,
  hall: Hall,
): Promise<BinsBoard> {
  const { warehouse, seller, now, timeZone } = look
  const day = calendar.dayAt(now, timeZone)
  const { from } = calendar.dayBounds(day, timeZone)
  const decided = await findDecidedToday(on, warehouse, seller, from)
  const targets = await findClockTargets(on, warehouse)
  return { ...headOf(look, day), ...binsAt(hall, decided, { seller, now, from, targets }) }
}

export async function dispositionsBoard(
  on: Queryable,
  look: Look,
  calendar: Calendar,
): Promise<DispositionsBoard> {
  const { warehouse, seller, timeZone } = look
  const day = calendar.dayAt(look.now, timeZone)
  const days = Array.from({ length: PICTURED_DAYS }, (_, i) => calendar.addDays(day, i + 1 - PICTURED_DAYS))
  const begins = days.map((d) => calendar.dayBounds(d, timeZone).from)
  return {
    ...headOf(look, day),
    ...dispositionsOf(days, await findDispositions(on, warehouse, seller, begins, look.now), look.byStaff),
  }
}
