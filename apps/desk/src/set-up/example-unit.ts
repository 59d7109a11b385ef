import { type Finding, type Grade, type Policy, type Suggestion, suggest, type Unit } from '@restow/domain'

/** What the preview reckons with: an article that nobody has sent back. */
export interface Example {
  readonly grade: Grade
  readonly valueMinor: number
  readonly currency: string
  readonly quantity: number
  readonly findings: readonly Finding[]
}

/** The rules look at nothing else of a unit than this. */
const asUnit = ({ grade, valueMinor, currency, quantity, findings }: Example): Unit =>
  ({ grade, findings, quantity, line: { valueMinor, currency } }) as unknown as Unit

/** What the floor would suggest for it under this policy; the same rule, with the same sum. */
export const suggestionFor = (example: Example, policy: Policy): Suggestion | null =>
  suggest(asUnit(example), policy)
