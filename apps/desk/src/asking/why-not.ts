import type { Outcome } from '@restow/contracts'
import { fillSentence } from '@restow/domain'
import { factsInWords } from '@restow/ui'
import { findText } from '@restow/ui/desk'
import { timeZone } from '../shell/session.store.ts'
import { wordOf } from '../shell/words.ts'

/** Which words stand behind the codes among a rejection's facts. */
const WORDS_OF: Readonly<Record<string, string>> = { needs: 'role', role: 'role', outcome: 'outcome' }

/** Why a command was not taken, as a sentence in the language in use; null where it was. */
export function whyNot({ outcome, code = '', facts = {}, message = '' }: Outcome): string | null {
  if (outcome === 'accepted') return null
  const template = findText(`why.${code}`)
  if (template === undefined) return message || code
  const told = Object.entries(factsInWords(findText, facts)).map(([name, fact]) => {
    const list = WORDS_OF[name]
    return [name, list && typeof fact === 'string' ? wordOf(list, fact) : fact]
  })
  return fillSentence(template, Object.fromEntries(told), {
    timeZone: timeZone(),
    now: new Date().toISOString(),
  })
}

/** What the server refused, for a dialog that shows what went wrong. */
export class Refused extends Error {}

/** Takes an outcome, or throws its sentence. */
export function taken(outcome: Outcome): Outcome {
  const why = whyNot(outcome)
  if (why !== null) throw new Refused(why)
  return outcome
}
