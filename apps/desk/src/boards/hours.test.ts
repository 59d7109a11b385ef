import { describe, expect, it } from 'vitest'
import { hourSlots, soFar, sumOf } from './hours.ts'

const HOUR = 3_600_000
const hoursFrom = (from: string, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => new Date(Date.parse(from) + i * HOUR).toISOString())
const flow = (from: string, count: number) => {
  const all = hoursFrom(from, count)
  return { hours: all.slice(0, -1), until: all.at(-1) ?? '', parcels: { in: [], out: [] }, units: [] }
}
const LA = { timeZone: 'America/Los_Angeles', language: 'en' }

describe('the hours of a chart', () => {
  it('are read off the clock of the warehouse, from midnight to midnight', () => {
    const slots = hourSlots(flow('2026-11-21T08:00:00.000Z', 24), '2026-11-21T22:30:00.000Z', LA)
    expect([slots[0], slots[23]].map((slot) => slot?.name)).toEqual(['00:00–01:00', '23:00–00:00'])
    expect(slots.map(({ tick }) => tick)).toEqual(Array.from({ length: 24 }, (_, i) => String(i)))
    expect(slots.filter(({ now }) => now).map(({ tick }) => tick)).toEqual(['14'])
  })

  it('say by which time they are meant where one comes twice', () => {
    const slots = hourSlots(flow('2026-11-01T07:00:00.000Z', 25), '2026-11-01T07:00:00.000Z', LA)
    expect(slots).toHaveLength(25)
    expect(slots.slice(1, 3).map(({ tick }) => tick)).toEqual(['1', '1'])
    expect(slots[1]?.name).not.toBe(slots[2]?.name)
    expect(new Set(slots.map(({ key }) => key)).size).toBe(25)
  })

  it('leave out the one that the clocks skip', () => {
    const slots = hourSlots(flow('2026-03-08T08:00:00.000Z', 23), '2026-03-08T08:00:00.000Z', LA)
    expect(slots.slice(0, 4).map(({ tick }) => tick)).toEqual(['0', '1', '3', '4'])
  })

  it.each(['zh-CN', 'de', 'es'])('are short below the axis in %s, too', (language) => {
    const slots = hourSlots(flow('2026-11-21T08:00:00.000Z', 24), '', { ...LA, language })
    expect(slots[7]?.tick).toBe('7')
  })
})

describe('the numbers of a day that is not over', () => {
  it('are unknown for the hours to come, and nothing where nothing happened', () => {
    const day = flow('2026-11-21T08:00:00.000Z', 3)
    expect(soFar(day, [4, 0, 0], '2026-11-21T09:00:00.000Z')).toEqual([4, 0, null])
    expect(sumOf([4, 0, 2])).toBe(6)
  })
})
