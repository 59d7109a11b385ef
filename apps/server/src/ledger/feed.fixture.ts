import { vi } from 'vitest'

/** How long tests of the feed wait for what was recorded to be told. */
export const until = (what: () => boolean | Promise<boolean>) =>
  vi.waitUntil(what, { timeout: 30_000, interval: 10 })
