import type { Flow } from '@restow/contracts'
import { dateFormat } from '@restow/ui'
import type { ChartSlot } from '@restow/ui/desk-parts'

const DAY_HOURS = 24

/** What a time is written by: as people of the warehouse read its clocks. */
interface Reading {
  readonly timeZone: string
  readonly language: string
}

/**
 * The hours of a day, as a chart's slots. On a day on which the clocks change an hour may come twice, so each then says by which
 * time it is meant.
 */
export function hourSlots(
  { hours, until }: Flow,
  asOf: string,
  { timeZone, language }: Reading,
): ChartSlot[] {
  const locale = language === 'en' ? 'en-GB' : language
  const isUsual = hours.length === DAY_HOURS
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const clock = dateFormat(locale, time)
  const told = dateFormat(locale, isUsual ? time : { ...time, timeZoneName: 'short' })
  return hours.map((from, i) => {
    const next = hours[i + 1] ?? until
    return {
      key: from,
      name: `${clock.format(Date.parse(from))}–${told.format(Date.parse(next))}`,
      tick: String(Number(clock.formatToParts(Date.parse(from)).find((part) => part.type === 'hour')?.value)),
      now: from <= asOf && asOf < next,
    }
  })
}

/** What is to come is not nothing: hours that have not begun have no number yet. */
export const soFar = (flow: Flow, counts: readonly number[], asOf: string): (number | null)[] =>
  counts.map((count, i) => ((flow.hours[i] ?? '') <= asOf ? count : null))

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
