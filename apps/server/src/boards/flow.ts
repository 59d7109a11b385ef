import type { Flow } from '@restow/contracts'
import { UNIT_STATES } from '@restow/domain'
import type { FlowRow } from './flow.queries.ts'

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

/** In which of the hours of a day a time is, counted from 1, by when they begin; 0 before them, and what is after them is in the last. */
export const hourOf = (begins: readonly number[], time: number): number =>
  begins.findLastIndex((begin) => begin <= time) + 1

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
