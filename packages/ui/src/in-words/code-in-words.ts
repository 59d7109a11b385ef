import {
  becauseOfFacts,
  HOUSE_CATEGORIES,
  type HoldBecause,
  type RejectionFacts,
  reasonCode,
} from '@restow/domain'
import { fill } from '../languages/fill.ts'

/** Codes of lists that are not closed: what is known is said in the reader's language, what is not stays readable. */

/** A text by its key, where there is one. */
type Find = (key: string) => string | undefined

/** A code as text: `FREE_TRIAL_ENDED` is “free trial ended”. What a person wrote is left as they wrote it. */
export const readable = (code: string): string =>
  (/^[A-Z0-9_-]+$/.test(code) ? code.toLowerCase() : code).replaceAll('_', ' ')

/**
 * A customer's reason in words: by its own code where there are words for it, else by the one it is mapped to.
 * @param reason as it came, and mapped; one that is mapped to nothing is told as it came, never lost
 */
export function reasonInWords(find: Find, { raw, mapped }: { raw: string; mapped: string }): string {
  if (raw.trim() === '') return ''
  const own = find(`reason.${reasonCode(raw)}`)
  return own ?? (mapped === 'unknown' ? undefined : find(`reason.${mapped}`)) ?? readable(raw.trim())
}

/** A category of products in words; one that a house made itself is told as it stands. */
export const categoryInWords = (find: Find, category: string): string =>
  find(`category.${category}`) ?? readable(category)

/** The category that is said so, as products and checklists hold it: “Elektronik” is `electronics` to who reads German. */
export function categoryOfWords(find: Find, typed: string): string {
  const said = typed.trim()
  const isSaid = (code: string) => find(`category.${code}`)?.toLowerCase() === said.toLowerCase()
  return HOUSE_CATEGORIES.find(isSaid) ?? said
}

/**
 * The question that a unit waits with. What a rule of the house asks is said in the reader's language; what a person asked, what
 * was asked before rules said what for, and what a newer rule asks stay as they were recorded.
 */
export function questionInWords(
  find: Find,
  { question, because }: { question: string; because?: HoldBecause | undefined },
): string {
  const text = because && find(`heldFor.${because.code}`)
  if (!text) return question
  switch (because.code) {
    case 'suspicion': {
      const said = because.findings.map((finding) => find(`finding.${finding}`) ?? readable(finding))
      return fill(text, { findings: said.join(', ') })
    }
    case 'seller_inactive':
      return fill(text, { seller: because.seller })
  }
}

/** A rejection's facts, with the question that a rule asked as people read it. */
export function factsInWords(find: Find, facts: RejectionFacts): RejectionFacts {
  const { question } = facts
  if (typeof question !== 'string') return facts
  return { ...facts, question: questionInWords(find, { question, because: becauseOfFacts(facts) }) }
}
