import type { Handlers } from '../ledger/knowledge.ts'

/** What the work at the bench names. */
export const refurbishHandlers = {
  StartRefurbishment: ({ lpn }) => ({ lpn, policies: true }),
  FinishRefurbishment: ({ lpn }) => ({ lpn }),
} satisfies Handlers
