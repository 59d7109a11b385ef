import { vi } from 'vitest'

/** What tests of the feed share: who sends what is recorded, and how long they wait for it to be told. */

export const sender = {
  user: 'OP1001',
  role: 'operator',
  warehouse: 'LAX1',
  timeZone: 'America/Los_Angeles',
} as const

export const until = (what: () => boolean | Promise<boolean>) =>
  vi.waitUntil(what, { timeout: 30_000, interval: 10 })
