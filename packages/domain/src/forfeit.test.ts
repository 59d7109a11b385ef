import { expect, it } from 'vitest'
import { claimableUntil, isPast, lastInTime } from './forfeit.ts'

const RULE = { afterDays: 30, becomes: 'donate' } as const
const parcel = { receivedAt: '2026-03-01T16:00:00.000Z' }

it('waits to the very moment until which it may be claimed, over a change of the clocks too', () => {
  const until = claimableUntil(parcel, RULE)
  expect(until).toBe('2026-03-31T16:00:00.000Z')
  expect(isPast(parcel, RULE, '2026-03-31T15:59:59.999Z')).toBe(false)
  expect(isPast(parcel, RULE, '2026-03-31T16:00:00.000Z')).toBe(true)
  expect(lastInTime('2026-03-31T16:00:00.000Z', RULE)).toBe(parcel.receivedAt)
})

it('never ends for what never came in', () => {
  expect(isPast({ receivedAt: null }, RULE, '2036-03-31T16:00:00.000Z')).toBe(false)
})
