import { defineConfig } from 'vitest/config'

/** Journeys that have the computer to themselves: what they are about goes by milliseconds, or keeps two browsers busy. */
const ALONE = ['camera', 'trigger', 'offline', 'live'].map((name) => `packages/e2e/src/${name}.e2e.ts`)

/**
 * Files that run in one process share what they import: the server is read once for each process instead of once for each file. Each has
 * a database of its own. Unit tests do not: those of the floor each want a browser's store of their own.
 */
const TOGETHER = { isolate: false }

/** What all browser journeys go by. A browser on a busy machine is slow, not wrong. */
const JOURNEY = {
  ...TOGETHER,
  globalSetup: ['packages/testkit/src/postgres-setup.ts', 'packages/testkit/src/demo-setup.ts'],
  testTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
  hookTimeout: 180_000,
}

/** Unit and database tests side by side; browser journeys apart, two at a time or each by itself. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{packages,apps}/*/src/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.long.test.ts'],
          // A computer that others use too is slow, not wrong: what never ends is still found.
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...TOGETHER,
          name: 'db',
          sequence: { groupOrder: 1 },
          include: ['{packages,apps}/*/src/**/*.db.test.ts'],
          globalSetup: ['packages/testkit/src/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...JOURNEY,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['packages/e2e/src/**/*.e2e.ts'],
          exclude: ALONE,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...JOURNEY,
          name: 'e2e-alone',
          sequence: { groupOrder: 3 },
          include: ALONE,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'long',
          sequence: { groupOrder: 4 },
          include: ['{packages,apps}/*/src/**/*.long.test.ts'],
          globalSetup: ['packages/testkit/src/postgres-setup.ts'],
          testTimeout: 1_800_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
