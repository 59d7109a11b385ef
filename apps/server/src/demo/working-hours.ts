import { between, type Random } from './random.ts'
import { addDays, warehouseTime } from './warehouse-time.ts'

/** The shift on the floor: 07:30 to 17:30, every day of the week. */
const OPENS = 7 * 60 + 30
const SHIFT_MINUTES = 600

/** Hands at work: time passes for them in working hours only, and stops at the present. */
export interface Hands {
  /** Some working minutes later; null when that is still to come. */
  after(low: number, high: number): string | null
  /** Nothing more is done by these hands: the work lies where it is. */
  stop(): void
  /** Other hands that go on from here. */
  fork(): Hands
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The instant after so many minutes of work since the shift of a day began. */
function instantAfter(day: string, minutes: number, timeZone: string): string {
  const seconds = Math.round(minutes * 60)
  const days = Math.floor(seconds / (SHIFT_MINUTES * 60))
  const left = OPENS * 60 + seconds - days * SHIFT_MINUTES * 60
  const time = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60].map(twoDigits).join(':')
  return warehouseTime(addDays(day, days), time, timeZone)
}

/**
 * Hands that begin at a minute of a day's shift.
 * @param now nothing is done after it, ISO 8601 in UTC
 */
export function handsFrom(random: Random, day: string, minute: number, now: string, timeZone: string): Hands {
  let passed = minute
  return {
    after(low, high) {
      passed += between(random, Math.round(low * 60), Math.round(high * 60)) / 60
      if (!Number.isFinite(passed)) return null
      const instant = instantAfter(day, passed, timeZone)
      if (instant <= now) return instant
      passed = Number.POSITIVE_INFINITY
      return null
    },
    stop() {
      passed = Number.POSITIVE_INFINITY
    },
    fork: () => handsFrom(random, day, passed, now, timeZone),
  }
}
