import type {
  BinsBoard,
  DispositionsBoard,
  PeopleBoard,
  PipelineBoard,
  WaitingBoard,
} from '@restow/contracts'
import { lastInTime } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { binsAt } from './bins.ts'
import { beganBefore } from './clocks.ts'
import { findDispositions } from './dispositions.queries.ts'
import { dispositionsOf } from './dispositions.ts'
import { hoursOf } from './flow.ts'
import type { Hall } from './hall.ts'
import { findPeople } from './people.queries.ts'
import { peopleOf } from './people.ts'
import { findNamed, findWaits } from './pipeline.queries.ts'
import { pipelineAt } from './pipeline.ts'
import type { Due } from './running.ts'
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

/** When the hours of the day begin in which it is looked. */
export const hoursToday = ({ now, timeZone }: Pick<Look, 'now' | 'timeZone'>, calendar: Calendar): string[] =>
  hoursOf(calendar.dayBounds(calendar.dayAt(now, timeZone), timeZone))

const PICTURED_DAYS = 14
const AN_HOUR = 3600

const headOf = (look: Look, day: string) => ({
  cursor: look.cursor,
  asOf: look.now,
  warehouse: look.warehouse,
  timeZone: look.timeZone,
  day,
})

/** @param hall what is in the house and has moved in the hours of its day, read with the same eyes */
export async function pipelineBoard(
  on: Queryable,
  look: Look,
  calendar: Calendar,
  hall: Hall,
): Promise<PipelineBoard> {
  const { warehouse, seller, now } = look
  const day = calendar.dayAt(now, look.timeZone)
  const { until } = calendar.dayBounds(day, look.timeZone)
  const { targets, unclaimed } = hall.settled
  const waits = await findWaits(on, warehouse, seller, now)
  const unclaimedBy = unclaimed && lastInTime(now, unclaimed)
  const idsOf = (next: readonly Due[], kind: Due['kind']) =>
    next.flatMap((d) => (d.kind === kind ? [d.id] : []))
  const named = (next: readonly Due[]) => findNamed(on, idsOf(next, 'unit'), idsOf(next, 'parcel'))
  const asked = { seller, now, hours: hoursToday(look, calendar), until, targets, unclaimedBy }
  return { ...headOf(look, day), ...(await pipelineAt(hall, asked, { waits, named })) }
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

/** @param hall what lies there and has moved in the hours of its day, read with the same eyes */
export function binsBoard(look: Look, calendar: Calendar, hall: Hall): BinsBoard {
  const { seller, now, timeZone } = look
  const day = calendar.dayAt(now, timeZone)
  const { from } = calendar.dayBounds(day, timeZone)
  return { ...headOf(look, day), ...binsAt(hall, { seller, now, from, targets: hall.settled.targets }) }
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
