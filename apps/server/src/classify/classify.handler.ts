import type { Handlers } from '../ledger/knowledge.ts'

/** What the decision about a unit names: the unit, and its seller's policy. */
export const classifyHandlers = {
  ClassifyUnit: ({ lpn }) => ({ lpn, policies: true }),
  AnswerScrap: ({ lpn }) => ({ lpn }),
  ApproveScrap: ({ lpn }) => ({ lpn }),
  ScrapUnit: ({ lpn }) => ({ lpn, policies: true }),
} satisfies Handlers
