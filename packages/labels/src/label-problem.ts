import type { LabelProblemCode } from '@restow/contracts'

/** What a problem is about: the kind, the size, sizes that would do, the code that does not fit. */
export type LabelProblemFacts = Readonly<Record<string, string | number | readonly string[]>>

/** A label that cannot be printed so that it can be scanned and read; nothing was printed. */
export class LabelProblem extends Error {
  readonly code: LabelProblemCode
  readonly facts: LabelProblemFacts

  constructor(code: LabelProblemCode, facts: LabelProblemFacts = {}) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.name = 'LabelProblem'
    this.code = code
    this.facts = facts
  }
}
