import { defineConfig } from 'vitest/config'

/** Unit and database tests side by side; browser journeys apart, one at a time, since two cores carry one browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{packages,apps}/*/src/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.long.test.ts'],
        },
      },
      {
        test: {
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
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['packages/e2e/src/**/*.e2e.ts'],
          globalSetup: ['packages/testkit/src/postgres-setup.ts'],
          testTimeout: 240_000,
          // A browser on a busy machine is slow, not wrong.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'long',
          sequence: { groupOrder: 3 },
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
