import type { Handlers } from '../ledger/knowledge.ts'

/** What the inspection of a unit names: the unit, and the checklists it may be held against. */
export const inspectHandlers = {
  InspectUnit: ({ lpn, checklist }, { performed }) => ({
    lpn,
    checklists: checklist ?? (performed === 'earlier' ? 'former' : 'standing'),
  }),
} satisfies Handlers
