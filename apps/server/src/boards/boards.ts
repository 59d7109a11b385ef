import type { BinsBoard, DispositionsBoard, PipelineBoard, WaitingBoard } from '@restow/contracts'
import { lastInTime, type Targets } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { findBinsBoard } from './bins.queries.ts'
import { binsAt } from './bins.ts'
import { beganBefore, clockLimits } from './clocks.ts'
import { findDispositions } from './dispositions.queries.ts'
import { dispositionsOf } from './dispositions.ts'
import { findPipeline, findUnclaimedRule } from './pipeline.queries.ts'
import { pipelineAt } from './pipeline.ts'
import { findTargets } from './targets.queries.ts'

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
  readonly now: string
  readonly cursor: string
}

const PICTURED_DAYS = 14
const A_DAY = 86_400

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
  const targets = await findTargets(on, look.warehouse)
  const row = await findPipeline(on, [...floorValues(look, day, calendar, targets), past])
  return { ...headOf(look, day), ...pipelineAt(look.now, row, targets) }
}

export async function waitingBoard(on: Queryable, look: Look, calendar: Calendar): Promise<WaitingBoard> {
  const { cursor, asOf, warehouse, timeZone, day, waiting } = await pipelineBoard(on, look, calendar)
  return { cursor, asOf, warehouse, timeZone, day, waiting }
}

export async function binsBoard(on: Queryable, look: Look, calendar: Calendar): Promise<BinsBoard> {
  const day = calendar.dayAt(look.now, look.timeZone)
  const targets = await findTargets(on, look.warehouse)
  const values = [...floorValues(look, day, calendar, targets), beganBefore(look.now, A_DAY)]
  return { ...headOf(look, day), ...binsAt(look.now, await findBinsBoard(on, values)) }
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
    ...dispositionsOf(days, await findDispositions(on, warehouse, seller, begins)),
  }
}
