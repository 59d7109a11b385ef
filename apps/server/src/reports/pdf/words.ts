import type { DispositionReport, WireMoney } from '@restow/contracts'

/** How things are said on paper: in English, as long as a report has no reader whose language is known. */

/** `carrier_damage` as people say it. */
export const spoken = (code: string | null): string => (code ?? '–').replaceAll('_', ' ')

const whole = new Intl.NumberFormat('en-US')
export const counted = (value: number): string => whole.format(value)

/** Sums of several currencies, the largest first. */
export const amounts = (sums: readonly WireMoney[]): string =>
  [...sums]
    .sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor))
    .map(({ minor, currency, decimal }) => {
      const digits = decimal.split('.')[1]?.length ?? 0
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      return `${new Intl.NumberFormat('en-US', fraction).format(minor / 10 ** digits)} ${currency}`
    })
    .join(', ')

/** 3 h 41, or 12 min. */
export function span(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes} min`
    : `${counted(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')}`
}

export function longDate(date: string): string {
  const options = {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${date}T00:00:00Z`))
}

export const daysOf = ({ date, lastDate }: Pick<DispositionReport, 'date' | 'lastDate'>): string =>
  date === lastDate ? longDate(date) : `${longDate(date)} – ${longDate(lastDate)}`

/** Los Angeles, of America/Los_Angeles. */
export const city = (timeZone: string): string => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
