import type { BoardPerson, PeopleBoard } from '@restow/contracts'
import { PERSON_STEPS, type PersonStep } from '@restow/domain'
import { secondsBetween } from './clocks.ts'
import type { PersonRow } from './people.queries.ts'

type Body = Pick<PeopleBoard, 'people' | 'totals'>
type Counted = NonNullable<PersonRow['steps']>[number]

const HOUR = 3600
const NOTHING = { lastHour: 0, today: 0 }

/** How many an hour, to one place after the point. Within the first hour nothing can be said: ten minutes are no measure. */
export function perHour(units: number, seconds: number | null): number | null {
  if (seconds === null || seconds < HOUR) return null
  return Math.round((units / (seconds / HOUR)) * 10) / 10
}

const countOf = (steps: readonly Counted[] | null, step: PersonStep) =>
  steps?.find((one) => one.step === step) ?? NOTHING

function person(row: PersonRow): BoardPerson {
  const { badge, name, role, first, latest, at, event, kind, key, deviceId, device } = row
  const seconds = latest === null ? null : secondsBetween(first, latest)
  const steps = PERSON_STEPS.map((step) => {
    const { lastHour, today } = countOf(row.steps, step)
    return { step, lastHour, today, perHour: perHour(today, seconds) }
  })
  return { badge, name, role, steps, since: first, last: { at, event, kind, key, deviceId, device } }
}

/** The board as supervisors see it, by name: it is no ranking. */
export function peopleOf(rows: readonly PersonRow[]): Body {
  const totals = PERSON_STEPS.map((step) => {
    const counts = rows.map((row) => countOf(row.steps, step))
    const sum = (of: (count: typeof NOTHING) => number) => counts.reduce((all, count) => all + of(count), 0)
    return { step, lastHour: sum((c) => c.lastHour), today: sum((c) => c.today) }
  })
  return { people: rows.map(person), totals }
}
