/** Clocks of a warehouse: what stands on its wall, in its time zone, and the instant that it is. */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** What the wall shows at an instant, as if it were UTC, in milliseconds. */
function wallOf(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

/**
 * The instant at which a warehouse's wall clock shows this time on this day. A time that a clock skips in spring
 * is the one an hour later; of a time that comes twice in autumn it is one of the two.
 * @param date YYYY-MM-DD
 * @param time HH:MM or HH:MM:SS
 * @param timeZone an IANA name
 * @returns ISO 8601 in UTC with milliseconds
 */
export function warehouseTime(date: string, time: string, timeZone: string): string {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  if (Number.isNaN(wall)) throw new RangeError(`"${date} ${time}" is no day and time of day.`)
  const offsetAt = (instant: number) => wallOf(instant, timeZone) - instant
  const first = wall - offsetAt(wall)
  // The first guess may have used the offset of the other side of a clock change.
  const second = wall - offsetAt(first)
  return new Date(wallOf(second, timeZone) === wall ? second : Math.max(first, second)).toISOString()
}

/** The day that it is in a time zone at an instant: YYYY-MM-DD. */
export function warehouseDate(instant: string, timeZone: string): string {
  return new Date(wallOf(Math.floor(Date.parse(instant) / 1000) * 1000, timeZone)).toISOString().slice(0, 10)
}

/** A day so many days later: YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
