import type { Flow } from '@restow/contracts'
import { UNIT_STATES } from '@restow/domain'
import type { FlowRow, StreamFlow } from './flow.queries.ts'

const HOUR_MS = 3_600_000

/**
 * When the hours of a day begin, as instants: a clock that is put forward or back makes the day one hour shorter or longer,
 * by half an hour in a few places, whose day then ends with half an hour.
 * @param bounds the first instant of the day and the first one after it, ISO 8601
 */
export function hoursOf({ from, until }: { from: string; until: string }): string[] {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  const count = Math.ceil((end - begin) / HOUR_MS)
  return Array.from({ length: count }, (_, i) => new Date(begin + i * HOUR_MS).toISOString())
}

/**
 * What moved with parcels that came in and no more is seen without a look at their events.
 * @param hours when the hours of the day begin; what is after the last one began counts as of that
 */
export function cameIn(
  parcels: readonly {
    readonly id: string
    readonly seller: string | null
    readonly received: string | null
  }[],
  hours: readonly string[],
): StreamFlow[] {
  const begins = hours.map((hour) => Date.parse(hour))
  return parcels.flatMap(({ id, seller, received }) => {
    const time = received === null ? Number.NaN : Date.parse(received)
    const hour = begins.findLastIndex((begin) => begin <= time) + 1
    return hour === 0 ? [] : [{ stream: id, seller, step: 'parcels', hour, came: 1, went: 0 }]
  })
}

/** The flow as the board tells it: a number for every step and every hour, also where nothing moved. */
export function flowOf(hours: readonly string[], until: string, rows: readonly FlowRow[]): Flow {
  const ofStep = (step: FlowRow['step']) => {
    const own = rows.filter((row) => row.step === step)
    const at = (count: (row: FlowRow) => number) =>
      hours.map((_, i) => own.filter((row) => row.hour === i + 1).reduce((sum, row) => sum + count(row), 0))
    return { in: at((row) => row.came), out: at((row) => row.went) }
  }
  return {
    hours: [...hours],
    until,
    parcels: ofStep('parcels'),
    units: UNIT_STATES.filter((step) => step !== 'void').map((step) => ({ step, ...ofStep(step) })),
  }
}
