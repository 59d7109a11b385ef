import { LabelProblem } from '@restow/labels'
import { ProblemError } from '../problem.ts'

/** What was the matter with a label, said to whoever wanted it printed. */
const SENTENCES: Readonly<Record<LabelProblem['code'], (facts: Record<string, string>) => string>> = {
  size_too_small: ({ kind, size, fits }) =>
    `Nothing of the kind ${kind} has room on ${size}${fits ? `. It can be printed on ${fits}` : ''}.`,
  code_too_long: ({ text, size, fits }) =>
    `The code ${text} is too long to be scanned off ${size}${fits ? `. It can be printed on ${fits}` : ' or any other size. Choose a shorter code'}.`,
  code_not_printable: ({ code, why }) =>
    why === 'gtin'
      ? `${code} is no GTIN: it takes 8, 12, 13 or 14 digits with a right check digit. Correct the product.`
      : `${code} cannot be printed as a barcode that scanners give back as it is. Use letters without accents, digits and signs.`,
  code_missing: ({ product }) =>
    `The product has no ${(product ?? 'code').toUpperCase()}. Give it one, or choose another code in the label template.`,
  language_unfit: () => 'This printer’s language does not print such a label.',
  nothing_to_print: () => 'There is no label to print.',
}

/** What was the matter, in a sentence. */
export function sentenceOf({ code, facts }: LabelProblem): string {
  const words = Object.entries(facts).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : String(value),
  ])
  return SENTENCES[code](Object.fromEntries(words))
}

/** A drawing’s problem as the answer 422; anything else as it came. */
export function labelAnswer(error: unknown): unknown {
  return error instanceof LabelProblem ? new ProblemError(422, error.code, sentenceOf(error)) : error
}
