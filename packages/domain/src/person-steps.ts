/** What is counted of a person, in the order of the flow: parcels received, all else in units. `put_away` is into any bin. */
export const PERSON_STEPS = [
  'received',
  'registered',
  'inspected',
  'decided',
  'put_away',
  'refurbished',
  'left',
] as const
export type PersonStep = (typeof PERSON_STEPS)[number]
