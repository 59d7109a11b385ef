import type { Handlers } from '../ledger/knowledge.ts'

/** What the inspection of a unit names: the unit, and the checklists and its seller's questions that it may be held against. */
export const inspectHandlers = {
  InspectUnit: ({ lpn, checklist }, { performed }) => ({
    lpn,
    policies: true,
    checklists: checklist ?? (performed === 'earlier' ? 'former' : 'standing'),
  }),
} satisfies Handlers
