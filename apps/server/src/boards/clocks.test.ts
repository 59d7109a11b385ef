import { describe, expect, it } from 'vitest'
import { ageAt, type ClockRow, clockItemAt, clocksAt, share } from './clocks.ts'

const NOW = '2026-11-21T20:00:00.000Z'
const row = (over: Partial<ClockRow>): ClockRow => ({
  clock: 'register',
  running: 1,
  broken: 0,
  breaking: 0,
  oldestBroken: null,
  nextSeconds: null,
  ...over,
})

describe('a time target', () => {
  it('shows the oldest of all that are broken, and the next of all that will be', () => {
    const rows = [
      row({
        broken: 2,
        oldestBroken: '2026-11-21T15:00:00.000Z',
        breaking: 1,
        nextSeconds: 1800.9,
      }),
      row({
        clock: 'decide',
        broken: 1,
        oldestBroken: '2026-11-19T20:00:00.000Z',
        breaking: 3,
        nextSeconds: 600.2,
      }),
    ]
    expect(clocksAt(NOW, rows)).toEqual({
      broken: { count: 3, oldestSeconds: 48 * 3600 },
      breaking: { count: 4, nextSeconds: 600 },
    })
  })

  it('has nothing to show where nothing runs', () => {
    expect(clocksAt(NOW, [row({ running: 0 })])).toEqual({
      broken: { count: 0, oldestSeconds: null },
      breaking: { count: 0, nextSeconds: null },
    })
  })

  it('says for each thing when it is due, and how much time is left', () => {
    const item = {
      kind: 'parcel',
      key: 'T1',
      clock: 'register',
      seller: null,
      title: null,
      bin: null,
      held: false,
      targetSeconds: 4 * 3600,
    } as const
    expect(clockItemAt(NOW, { ...item, startedAt: '2026-11-21T15:59:00.000Z' })).toMatchObject({
      dueAt: '2026-11-21T19:59:00.000Z',
      leftSeconds: -60,
    })
  })
})

describe('an age', () => {
  it('is never below zero, whatever another node’s clock says', () => {
    expect(ageAt(NOW, '2026-11-21T20:00:05.000Z')).toBe(0)
    expect(ageAt(NOW, null)).toBeNull()
  })
})

describe('a share', () => {
  it('of nothing is not a number', () => {
    expect(share(0, 0)).toBeNull()
    expect(share(1, 3)).toBe(0.3333)
  })
})
