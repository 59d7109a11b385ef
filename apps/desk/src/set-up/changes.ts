import type { ChangeItem } from '@restow/contracts'
import { useLanguage } from '@restow/ui'
import { findText, tell } from '@restow/ui/desk'
import { money, wordOf } from '../shell/words.ts'

/** What was changed, field by field, as people read it. */

export interface ChangedField {
  readonly name: string
  readonly from: string
  readonly to: string
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that are counted or named by the house, and say nothing of their own. */
const UNSAID = new Set(['version', 'category'])
/** Which words stand behind a value, by the last part of its field. */
const WORDS: Readonly<Record<string, string>> = {
  role: 'role',
  zone: 'zone',
  scrapRoute: 'route',
  routes: 'route',
  available: 'route',
  relabel: 'route',
  cap: 'grade',
  afterwards: 'grade',
  offeredFor: 'grade',
}

/** @param currency of the amounts in it, where it has any */
function textOf(value: unknown, last: string, currency: string | null): string {
  if (value === null || value === undefined || value === '') return tell('labels.nothing')
  if (typeof value === 'boolean') return tell(value ? 'labels.on' : 'labels.off')
  const list = WORDS[last]
  if (list && typeof value === 'string') return wordOf(list, value)
  if (last.endsWith('Minor') && typeof value === 'number') return money(value, currency)
  if (Array.isArray(value))
    return value.map((one) => textOf(one, last, currency)).join(', ') || tell('labels.nothing')
  return isPlain(value) ? briefOf(value, currency) : String(value)
}

/** A text in the reader's language, where it is said in it. */
const saidIn = (text: Plain): string => String(text[useLanguage.getState().language] ?? text.en)

/** A thing of a list by what it is called: a check by its code, a cost by its item and amount. */
function briefOf(one: Plain, currency: string | null): string {
  const { check, answer, item, minor, en, question } = one
  if (typeof en === 'string') return saidIn(one)
  if (typeof item === 'string') return `${wordOf('cost', item)} ${money(Number(minor), currency)}`
  if (typeof check === 'string') return isPlain(question) ? saidIn(question) : check
  if (typeof answer === 'string') return answer
  return Object.entries(one)
    .map(([key, value]) => `${key} ${textOf(value, key, currency)}`)
    .join(' ')
}

const nameOf = (path: readonly string[]): string =>
  findText(`changed.${path.join('.')}`) ??
  path
    .map(
      (part) => findText(`changed.${part}`) ?? findText(`grade.${part}`) ?? findText(`route.${part}`) ?? part,
    )
    .join(' · ')

const isMissing = (value: unknown): boolean => value === null || value === undefined

/** Objects are told of down to what differs in them; lists whole, but for those of things with a code. */
function differing(
  path: readonly string[],
  from: unknown,
  to: unknown,
  currency: string | null,
): ChangedField[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  const [was, is] = [isMissing(from) ? {} : from, isMissing(to) ? {} : to]
  // What is there as a whole, or is gone, is told part by part too, but for what has a name to be told by.
  if (isPlain(was) && isPlain(is) && (path.length < 2 || (isPlain(from) && isPlain(to)))) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !UNSAID.has(key))
    return keys.flatMap((key) => differing([...path, key], was[key], is[key], currency))
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const [before, after] = [byCode(from), byCode(to)]
    if (before && after) return differing(path, before, after, currency)
  }
  const last = path.at(-1) ?? ''
  return [{ name: nameOf(path), from: textOf(from, last, currency), to: textOf(to, last, currency) }]
}

/** Checks and answers by their codes, in place of their places. */
function byCode(list: readonly unknown[]): Plain | null {
  const pairs = list.map((one) => (isPlain(one) ? [one.check ?? one.answer, one] : [null, one]))
  if (pairs.length === 0 || pairs.some(([code]) => typeof code !== 'string')) return null
  return Object.fromEntries(pairs as [string, unknown][])
}

/** The body of a checklist, the policy and the questions of a seller are what is meant, not their columns. */
const opened = (side: Plain): Plain => {
  const { body, policy, checks, ...others } = side
  const meant = [body, policy, checks].filter(isPlain)
  return Object.assign({}, others, ...meant)
}

/** @returns nothing for what was only made: then all of it is new */
export function changedFields({ before, after }: Pick<ChangeItem, 'before' | 'after'>): ChangedField[] {
  if (!before || !after) return []
  const [was, is] = [opened(before), opened(after)]
  const currency = is.currency ?? was.currency
  return differing([], was, is, typeof currency === 'string' ? currency : null)
}
