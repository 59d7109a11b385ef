import { describe, expect, it } from 'vitest'
import { addDays, dayAt, dayBounds, dayExists } from './business-day.ts'

const hours = (date: string, timeZone: string) => {
  const { from, until } = dayBounds(date, timeZone)
  return (Date.parse(until) - Date.parse(from)) / 3_600_000
}

describe('a business day', () => {
  it('begins and ends at midnight on the wall of the warehouse', () => {
    expect(dayBounds('2026-11-21', 'America/Los_Angeles')).toEqual({
      from: '2026-11-21T08:00:00.000Z',
      until: '2026-11-22T08:00:00.000Z',
    })
    expect(dayBounds('2026-07-01', 'Asia/Kolkata').from).toBe('2026-06-30T18:30:00.000Z')
    expect(dayBounds('2026-07-01', 'Pacific/Kiritimati').from).toBe('2026-06-30T10:00:00.000Z')
  })

  it.each([
    ['2026-03-08', 'America/Los_Angeles', 23],
    ['2026-11-01', 'America/Los_Angeles', 25],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-06-15', 'America/Los_Angeles', 24],
    ['2026-06-15', 'UTC', 24],
  ])('%s in %s has %d hours', (date, timeZone, expected) => {
    expect(hours(date, timeZone)).toBe(expected)
  })

  it('begins at one where the clock skips midnight', () => {
    // Chile puts its clocks forward at midnight.
    expect(dayBounds('2026-09-06', 'America/Santiago').from).toBe('2026-09-06T04:00:00.000Z')
    expect(hours('2026-09-06', 'America/Santiago')).toBe(23)
  })

  it('has no hours where a country skipped it', () => {
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0)
  })

  it.each(['America/Los_Angeles', 'Europe/Berlin', 'America/Havana', 'Africa/Cairo', 'Asia/Kathmandu'])(
    'follows the day before without a gap, and holds all its instants, in %s',
    (timeZone) => {
      for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
        const { from, until } = dayBounds(date, timeZone)
        expect(dayBounds(addDays(date, 1), timeZone).from).toBe(until)
        expect(dayAt(from, timeZone)).toBe(date)
        expect(dayAt(new Date(Date.parse(until) - 1).toISOString(), timeZone)).toBe(date)
      }
    },
  )

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '9999-12-31',
    'x',
  ])('does not exist as %s', (date) => {
    expect(dayExists(date)).toBe(false)
  })

  it.each(['2024-02-29', '2026-11-22', '1970-01-01'])('exists as %s', (date) => {
    expect(dayExists(date)).toBe(true)
  })
})
