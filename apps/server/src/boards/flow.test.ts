import { describe, expect, it } from 'vitest'
import { dayBounds } from '../reports/business-day.ts'
import { cameIn, flowOf, hoursOf } from './flow.ts'

describe('the hours of a day in the warehouse', () => {
  const count = (date: string, timeZone: string) => hoursOf(dayBounds(date, timeZone)).length

  it('are 24, and 23 or 25 where the clocks are put forward or back', () => {
    expect(count('2026-10-31', 'America/Los_Angeles')).toBe(24)
    expect(count('2026-03-08', 'America/Los_Angeles')).toBe(23)
    expect(count('2026-11-01', 'America/Los_Angeles')).toBe(25)
  })

  it('begin at midnight on the wall, also where that is no full hour elsewhere', () => {
    expect(hoursOf(dayBounds('2026-11-21', 'Asia/Kolkata'))[0]).toBe('2026-11-20T18:30:00.000Z')
  })

  it('end with half an hour where clocks are put back by half an hour', () => {
    expect(count('2026-04-05', 'Australia/Lord_Howe')).toBe(25)
  })
})

describe('the flow of a day', () => {
  it('has a number for every step and every hour, also where nothing moved', () => {
    const rows = [
      { step: 'registered', hour: 2, came: 3, went: 1 },
      { step: 'parcels', hour: 1, came: 2, went: 0 },
    ] as const
    const flow = flowOf(['a', 'b'], 'c', rows)
    expect(flow.parcels).toEqual({ in: [2, 0], out: [0, 0] })
    expect(flow.units[0]).toEqual({ step: 'registered', in: [0, 3], out: [0, 1] })
    expect(flow.units.map(({ step }) => step)).not.toContain('void')
    expect(flow.units.at(-1)).toEqual({ step: 'dispatched', in: [0, 0], out: [0, 0] })
  })
})

describe('what moved with a parcel that came in', () => {
  const hours = ['2026-03-02T08:00:00.000Z', '2026-03-02T09:00:00.000Z']
  const hourOf = (received: string | null) =>
    cameIn([{ id: 'a', seller: 'LOTUS', received }], hours).map(({ hour }) => hour)

  it('is in the hour in which it came, counted from 1; none before the day, and the last one after it', () => {
    const times = ['07:59:59.999', '08:00:00.000', '08:59:59.999', '09:00:00.000', '23:00:00.000']
    expect(times.map((time) => hourOf(`2026-03-02T${time}Z`))).toEqual([[], [1], [1], [2], [2]])
    expect(hourOf(null)).toEqual([])
    const received = '2026-03-02T08:30:00.000Z'
    expect(cameIn([{ id: 'a', seller: null, received }], [])).toEqual([])
    expect(cameIn([{ id: 'a', seller: null, received }], hours)).toEqual([
      { stream: 'a', seller: null, step: 'parcels', hour: 1, came: 1, went: 0 },
    ])
  })
})
