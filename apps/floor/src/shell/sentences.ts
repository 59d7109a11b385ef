import { fillSentence, type HoldBecause, type RejectionCode, type RejectionFacts } from '@restow/domain'
import { dateFormat, factsInWords, questionInWords, reasonInWords } from '@restow/ui'
import { type FloorKey, findText } from '@restow/ui/floor'
import { useSession } from './session.store.ts'

/** Which words stand behind the codes among a rejection's facts. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  zone: ['zone'],
  wanted: ['zone'],
  disposition: ['disposition'],
  route: ['route'],
  grade: ['grade'],
  allowed: ['grade'],
  outcome: ['outcome'],
  waitsFor: ['waitsFor'],
  because: ['finding', 'grade'],
  role: ['role'],
  needs: ['role'],
  lastType: ['event'],
  state: ['unitState', 'parcelState'],
  angles: ['angle'],
}

function inWords(name: string, fact: string): string {
  const lists = WORDS_OF[name]
  if (!lists) return fact
  const word = (code: string) => lists.map((list) => findText(`${list}.${code}`)).find(Boolean) ?? code
  return fact.split(', ').map(word).join(', ')
}

/** Where and when sentences are read: times are the warehouse's. */
export function readingPlace(): { timeZone: string; now: string } {
  return { timeZone: useSession.getState().person?.timeZone ?? 'UTC', now: new Date().toISOString() }
}

/** The question that a unit waits with, a rule's in the language in use. */
export const questionSaid = (held: { question: string; because?: HoldBecause | undefined }): string =>
  questionInWords(findText, held)

/**
 * The sentence of a rejection in the language in use.
 * @param message what the server said, for codes that this app does not know yet
 */
export function whyNot(code: string, facts: RejectionFacts = {}, message = ''): string {
  const template = findText(`why.${code}`)
  if (template === undefined) return message || code
  const told = Object.entries(factsInWords(findText, facts)).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? inWords(name, fact) : fact,
  ])
  return fillSentence(template, Object.fromEntries(told), readingPlace())
}

type Title = Extract<FloorKey, `verdict.${string}`>
const TITLES: Partial<Record<RejectionCode, Title>> = {
  wrong_zone: 'verdict.wrongBin',
  bin_unknown: 'verdict.wrongBin',
  bin_full: 'verdict.binFull',
  already_there: 'verdict.already',
  plate_check_digit: 'verdict.misread',
  tracking_unreadable: 'verdict.misread',
  plate_taken: 'verdict.taken',
  held: 'verdict.held',
  already_held: 'verdict.held',
  not_inspected: 'verdict.notYet',
  not_classified: 'verdict.notYet',
  photos_missing: 'verdict.notYet',
  answers_missing: 'verdict.notYet',
  approval_missing: 'verdict.notYet',
  veto_running: 'verdict.notYet',
  already_received: 'verdict.already',
  already_inspected: 'verdict.already',
  already_shelved: 'verdict.already',
  already_decided: 'verdict.already',
  scrapped: 'verdict.gone',
  dispatched: 'verdict.gone',
  missing: 'verdict.gone',
  forbidden: 'verdict.forbidden',
  same_person: 'verdict.forbidden',
  not_your_step: 'verdict.forbidden',
  too_late_to_take_back: 'verdict.forbidden',
}

/** Two words over a rejection. */
export const titleOf = (code: string): string =>
  findText(TITLES[code as RejectionCode] ?? 'verdict.wrong') ?? code

/** A word of one of the lists; the code itself where a newer server sends one that this app does not know. */
export function wordOf(list: string, code: string | null): string {
  return code === null ? '' : (findText(`${list}.${code}`) ?? code.replaceAll('_', ' '))
}

/** Why the customer sent it back; empty where that is not known. */
export const reasonSaid = (reason: { raw: string; mapped: string }): string => reasonInWords(findText, reason)

/** A time of day in the warehouse. */
export function timeOfDay(at: string | number): string {
  const { timeZone } = readingPlace()
  return dateFormat('en-GB', { timeZone, timeStyle: 'short' }).format(new Date(at))
}
