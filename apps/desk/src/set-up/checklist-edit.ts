import type { ChecklistRow } from '@restow/contracts'
import { type Angle, type Check, type Checklist, OWN_CODE, type OwnCheck, type Text } from '@restow/domain'
import type { Language } from '@restow/ui'

/** A checklist while it is changed: each step makes another one. */

export interface Body extends Pick<Checklist, 'requiredAngles'> {
  /** A seller's own may be of some categories alone. */
  readonly checks: readonly OwnCheck[]
}
type Answer = Check['answers'][number]
export const bodyOf = ({
  checks,
  requiredAngles,
}: Pick<ChecklistRow, 'checks' | 'requiredAngles'>): Body => ({
  checks,
  requiredAngles,
})

export const EMPTY: Body = { checks: [], requiredAngles: { always: ['front'], belowLikeNew: ['damage'] } }

/** Of a code, so that one that is taken has room for a number, and a seller's own for how it begins. */
const LONGEST = 24

/** A code out of English words: `Is the box sealed?` is `is_the_box_sealed`; one that is taken gets a number. */
export function codeFrom(text: string, taken: readonly string[]): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST)
    .replace(/_$/, '')
  const code = plain || 'check'
  const free = [code, ...Array.from({ length: 98 }, (_, i) => `${code}_${i + 2}`)]
  return free.find((one) => !taken.includes(one)) ?? code
}

/** A text with one language said otherwise; what is left empty is not there, but for English. */
export function withText(text: Text, language: Language, said: string): Text {
  const { [language]: _, ...others } = text
  return said.trim() === '' && language !== 'en' ? ({ ...others } as Text) : { ...text, [language]: said }
}

export const moved = <T>(list: readonly T[], at: number, by: -1 | 1): T[] => {
  const next = [...list]
  const [one] = next.splice(at, 1)
  if (one !== undefined) next.splice(Math.max(0, at + by), 0, one)
  return next
}

export const setCheck = (body: Body, at: number, change: Partial<OwnCheck>): Body => ({
  ...body,
  checks: body.checks.map((one, i) => (i === at ? { ...one, ...change } : one)),
})
export const setAnswer = (check: Check, at: number, change: Partial<Answer>): Partial<Check> => ({
  answers: check.answers.map((one, i) => (i === at ? { ...one, ...change } : one)),
})

/** A question's code; those of sellers' own questions, and only those, begin in their own way. */
function checkCode(text: string, taken: readonly string[], own: boolean): string {
  const plain = text.replace(/^[^a-z0-9]*own(?![a-z0-9])/i, ' ')
  if (!own) return codeFrom(plain, taken)
  const begun = taken.map((one) => one.replace(OWN_CODE, ''))
  return OWN_CODE + codeFrom(plain, begun)
}

/** Codes are made of the English words, once and for all: reports and events hold on to them. New ones have none until saved. */
export function withCodes({ checks, requiredAngles }: Body, own = false): Body {
  const taken = checks.map((one) => one.check)
  const coded = checks.map((check) => {
    const code = check.check || checkCode(check.question.en, taken, own)
    if (!check.check) taken.push(code)
    const used = check.answers.map((one) => one.answer)
    const answers = check.answers.map((one) => {
      const answer = one.answer || codeFrom(one.label.en, used)
      if (!one.answer) used.push(answer)
      return { ...one, answer }
    })
    return { ...check, check: code, answers }
  })
  return { checks: coded, requiredAngles }
}

export const newAnswer = (cap: Answer['cap']): Answer => ({ answer: '', cap, label: { en: '' } })
export const newCheck = (): Check => ({
  check: '',
  question: { en: '' },
  required: true,
  answers: [newAnswer('like_new'), newAnswer('good')],
})

export function toggleAngle(body: Body, when: 'always' | 'belowLikeNew', angle: Angle, on: boolean): Body {
  const { requiredAngles } = body
  const angles = requiredAngles[when].filter((one) => one !== angle)
  return { ...body, requiredAngles: { ...requiredAngles, [when]: on ? [...angles, angle] : angles } }
}

/** A question about goods of these categories alone; null: about all. */
export function ofCategories(body: Body, at: number, categories: readonly string[] | null): Body {
  const checks = body.checks.map((one, i) => {
    if (i !== at) return one
    const { categories: _, ...check } = one
    return categories ? { ...check, categories } : check
  })
  return { ...body, checks }
}

/** How many texts this language lacks. */
export function missingIn({ checks }: Body, language: Language): number {
  const texts = checks.flatMap((check) => [check.question, ...check.answers.map((one) => one.label)])
  return texts.filter((text) => !text[language]?.trim()).length
}
