import { defineConfig } from 'vitest/config'

/** Journeys that have the computer to themselves: what they are about goes by milliseconds, or keeps two browsers busy. */
const ALONE = ['camera', 'trigger', 'offline', 'live'].map((name) => `packages/e2e/src/${name}.e2e.ts`)

/**
 * Files that run in one process share what they import: it is read once for each process instead of once for each file. Where it is about
 * a database, each has one of its own. The floor's unit tests do not: each wants a browser's store of its own.
 */
const TOGETHER = { isolate: false }

/** What unit tests go by. */
const UNIT = {
  sequence: { groupOrder: 0 },
  // A computer that others use too is slow, not wrong: what never ends is still found.
  testTimeout: 60_000,
  maxWorkers: 2,
}
const NO_UNIT = ['**/node_modules/**', '**/*.db.test.ts', '**/*.long.test.ts']

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
          ...UNIT,
          ...TOGETHER,
          name: 'unit',
          include: ['{packages,apps}/*/src/**/*.test.{ts,tsx}'],
          exclude: [...NO_UNIT, 'apps/floor/**'],
        },
      },
      {
        test: {
          ...UNIT,
          name: 'unit-floor',
          include: ['apps/floor/src/**/*.test.{ts,tsx}'],
          exclude: NO_UNIT,
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
