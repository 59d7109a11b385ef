import { describe, expect, it } from 'vitest'
import type { PersonRow } from './people.queries.ts'
import { peopleOf, perHour } from './people.ts'

const row = (badge: string, over: Partial<PersonRow> = {}): PersonRow => ({
  badge,
  name: badge,
  role: 'operator',
  steps: [],
  first: '2026-11-21T16:00:00.000Z',
  latest: '2026-11-21T18:30:00.000Z',
  at: '2026-11-21T18:30:00.000Z',
  event: 'UnitInspected',
  kind: 'unit',
  key: 'RU0000000017',
  deviceId: 'handheld-7',
  device: null,
  ...over,
})

describe('how much somebody does in an hour', () => {
  it('is counted from the first act of the day to the last, so that a break at the end costs nothing', () => {
    const { people } = peopleOf([row('A', { steps: [{ step: 'inspected', lastHour: 4, today: 30 }] })])
    expect(people[0]?.steps.find(({ step }) => step === 'inspected')).toEqual({
      step: 'inspected',
      lastHour: 4,
      today: 30,
      perHour: 12,
    })
  })

  it('is not said within the first hour', () => {
    expect(perHour(20, 3599)).toBeNull()
    expect(perHour(20, 3600)).toBe(20)
    expect(perHour(0, null)).toBeNull()
  })
})

describe('the board of people', () => {
  it('leaves them as they come, by name, however much each has done', () => {
    const busy = row('Z', { steps: [{ step: 'left', lastHour: 9, today: 99 }] })
    expect(peopleOf([row('A'), busy]).people.map(({ badge }) => badge)).toEqual(['A', 'Z'])
  })

  it('adds up each step by itself', () => {
    const rows = ['A', 'B'].map((badge) =>
      row(badge, { steps: [{ step: 'decided', lastHour: 1, today: 5 }] }),
    )
    const { totals } = peopleOf(rows)
    expect(totals.find(({ step }) => step === 'decided')).toEqual({ step: 'decided', lastHour: 2, today: 10 })
    expect(totals.find(({ step }) => step === 'received')).toEqual({
      step: 'received',
      lastHour: 0,
      today: 0,
    })
  })
})
