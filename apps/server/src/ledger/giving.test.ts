import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Giving } from './giving.ts'
import type { Stretch } from './stretch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const STRETCH: Stretch = {
  ...{ after: 3, until: 4, at: '2026-03-02T09:00:00.000Z', happened: null },
  ...{ types: ['ParcelReceived'], warehouses: ['LAX1'], devices: ['handheld-1'] },
}

function opened(told: Stretch[] = []): Giving {
  const giving = new Giving((stretch) => told.push(stretch))
  giving.open()
  return giving
}

describe('positions with what is recorded', () => {
  it('are wanted where it is little, once the feed is open', () => {
    const closed = new Giving(() => {})
    expect(closed.isWanted(1)).toBe(false)
    closed.open()
    expect([1, 8, 9].map((events) => closed.isWanted(events))).toEqual([true, true, false])
  })

  it('are not wanted under load, and again once it is over', () => {
    const giving = opened()
    const wanted = Array.from({ length: 100 }, () => giving.isWanted(1))
    expect(wanted.slice(0, 40)).toEqual(Array(40).fill(true))
    expect(wanted.at(-1)).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(giving.isWanted(1)).toBe(true)
  })

  it('are not wanted for a while where they could not be given', () => {
    const told: Stretch[] = []
    const giving = opened(told)
    giving.given(null)
    expect(giving.isWanted(1)).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(giving.isWanted(1)).toBe(true)
    giving.given(STRETCH)
    expect(giving.isWanted(1)).toBe(true)
    expect(told).toEqual([STRETCH])
  })
})
