import {
  type Checklist,
  FINDINGS,
  type Finding,
  GRADES,
  type Grade,
  IDENTITIES,
  type Identity,
  isAtMost,
  type Text,
  type Unit,
} from '@restow/domain'
import { Field } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Pick } from '../scanner/Pick.tsx'
import { changeDraft } from './draft.store.ts'
import { type Draft, gradesOf, isSuspicious, toggled } from './draft.ts'

/** A checklist's text in the language in use, as far as its seller has it. */
export const inLanguage = (text: Text, language: string): string =>
  text[language] ?? text[language.slice(0, 2)] ?? text.en

function Question({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <>
      <div>
        <h2 className="text-xl leading-tight font-[650]">{title}</h2>
        {hint && <p className="mt-1 text-m text-ink-2">{hint}</p>}
      </div>
      {children}
    </>
  )
}

const list = 'flex flex-col gap-2'

interface PageProps {
  unit: Unit
  draft: Draft
  onNext: () => void
}

/** Is it what was announced? */
export function IdentityPage({ unit, draft, onNext }: PageProps) {
  const { t } = useTexts()
  const title = unit.line ? t('inspect.identity') : t('inspect.identityOpen')
  const pick = (identity: Identity) => {
    changeDraft(unit.lpn, { identity })
    onNext()
  }
  const hint = unit.product === null ? t('register.identify') : undefined
  return (
    <Question title={title} {...(hint ? { hint } : {})}>
      <div role="radiogroup" aria-label={title} className={list}>
        {IDENTITIES.map((identity, i) => (
          <Pick
            key={identity}
            mark={i + 1}
            codes={[`ANSWER.${i + 1}`, `IDENTITY.${identity}`]}
            on={draft.identity === identity}
            onPick={() => pick(identity)}
          >
            {t(`identity.${identity}`)}
          </Pick>
        ))}
      </div>
    </Question>
  )
}

/** One check of the category's list, best answer first. */
export function CheckPage({
  unit,
  draft,
  onNext,
  check,
}: PageProps & { check: Checklist['checks'][number] }) {
  const { language } = useTexts()
  const title = inLanguage(check.question, language)
  const pick = (answer: string) => {
    changeDraft(unit.lpn, { answers: { ...draft.answers, [check.check]: answer } })
    onNext()
  }
  return (
    <Question title={title}>
      <div role="radiogroup" aria-label={title} className={list}>
        {check.answers.map(({ answer, label }, i) => (
          <Pick
            key={answer}
            mark={i + 1}
            codes={[`ANSWER.${i + 1}`]}
            on={draft.answers[check.check] === answer}
            onPick={() => pick(answer)}
          >
            {inLanguage(label, language)}
          </Pick>
        ))}
      </div>
    </Question>
  )
}

/** Another item and an empty box are answers to the first question already. */
const isFoundHere = (finding: Finding) => finding !== 'wrong_item' && finding !== 'empty_box'

/** What was seen; several may stand together, and mostly none does. */
export function FindingsPage({ unit, draft }: PageProps) {
  const { t } = useTexts()
  return (
    <Question title={t('inspect.findings')} hint={t('inspect.findingsHint')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser that handhelds have */}
      <div role="group" aria-label={t('inspect.findings')} className="grid grid-cols-2 gap-2">
        {FINDINGS.filter(isFoundHere).map((finding, i) => (
          <Pick
            key={finding}
            kind="several"
            mark={i + 1}
            codes={[`FINDING.${finding}`, `ANSWER.${i + 1}`]}
            on={draft.findings.includes(finding)}
            onPick={() => changeDraft(unit.lpn, { findings: toggled(draft.findings, finding) })}
          >
            <span className="text-m">{t(`finding.${finding}`)}</span>
          </Pick>
        ))}
      </div>
    </Question>
  )
}

/** The grade that follows from it all; it may be lowered. */
export function GradePage({ unit, draft, checklist }: Omit<PageProps, 'onNext'> & { checklist: Checklist }) {
  const { t } = useTexts()
  const { allowed, given } = gradesOf(checklist, draft)
  const pick = (grade: Grade) => changeDraft(unit.lpn, { lowered: grade })
  return (
    <Question title={t('inspect.grade')} hint={t('inspect.gradeHint', { grade: t(`grade.${allowed}`) })}>
      <div role="radiogroup" aria-label={t('inspect.grade')} className={list}>
        {GRADES.filter((grade) => isAtMost(grade, allowed)).map((grade) => (
          <Pick
            key={grade}
            mark={GRADES.indexOf(grade) + 1}
            codes={[`GRADE.${grade}`]}
            on={given === grade}
            onPick={() => pick(grade)}
          >
            {t(`grade.${grade}`)}
          </Pick>
        ))}
      </div>
      {isSuspicious(draft.findings) && (
        <p className="flex items-center gap-2 rounded-m bg-hold-soft p-3 text-l font-semibold text-hold">
          <TriangleAlert aria-hidden size={22} className="shrink-0" />
          {t('inspect.suspicious')}
        </p>
      )}
      <Field
        label={t('inspect.note')}
        value={draft.note}
        onValue={(note) => changeDraft(unit.lpn, { note })}
        maxLength={2000}
      />
    </Question>
  )
}
