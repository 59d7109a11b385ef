import { type Check, GRADES, MOST_ANSWERS } from '@restow/domain'
import type { Language } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { moved, newAnswer, setAnswer, withText } from './checklist-edit.ts'

interface Props {
  check: Check
  /** Its place, from 0. */
  at: number
  language: Language
  wrong: (field: string) => string | undefined
  onCheck: (change: Partial<Check>) => void
}

/** One answer: its words in one language, and the best grade it still allows. */
function Answer({ check, at, place, language, wrong, onCheck }: Props & { place: number }) {
  const { t } = useTexts()
  const answer = check.answers[place]
  if (!answer) return null
  const { label, cap } = answer
  const what = label.en || t('checklists.answer', { n: place + 1 })
  const problem = wrong(`checks.${at}.answers.${place}`)
  return (
    <li className="flex flex-wrap items-start gap-2">
      <span
        aria-hidden
        className="mt-6 grid size-6 shrink-0 place-items-center rounded-[6px] bg-line-2 text-xs text-ink-2"
      >
        {place + 1}
      </span>
      <div className="min-w-[160px] grow basis-0">
        <TextInput
          label={t('checklists.answer', { n: place + 1 })}
          value={label[language] ?? ''}
          placeholder={language === 'en' ? undefined : label.en}
          onValue={(said) => onCheck(setAnswer(check, place, { label: withText(label, language, said) }))}
          maxLength={300}
          wrong={problem}
          lang={language}
        />
      </div>
      <div className="w-36">
        <SelectInput
          label={t('checklists.cap')}
          value={cap}
          onValue={(grade) => onCheck(setAnswer(check, place, { cap: grade }))}
          options={GRADES.map((grade) => ({ value: grade, text: t(`grade.${grade}`) }))}
        />
      </div>
      <span className="mt-5 flex">
        <Action
          look="quiet"
          className="h-9 px-1.5"
          aria-label={t('labels.up', { what })}
          disabled={place === 0}
          icon={<ArrowUp aria-hidden size={15} />}
          onClick={() => onCheck({ answers: moved(check.answers, place, -1) })}
        />
        <Action
          look="quiet"
          className="h-9 px-1.5"
          aria-label={t('labels.down', { what })}
          disabled={place === check.answers.length - 1}
          icon={<ArrowDown aria-hidden size={15} />}
          onClick={() => onCheck({ answers: moved(check.answers, place, 1) })}
        />
        <Action
          look="quiet"
          className="h-9 px-1.5"
          aria-label={t('checklists.removeAnswer', { what })}
          disabled={check.answers.length <= 2}
          icon={<X aria-hidden size={15} />}
          onClick={() => onCheck({ answers: check.answers.filter((_, i) => i !== place) })}
        />
      </span>
    </li>
  )
}

/** One question of a checklist with its answers, best first. */
export function CheckFields(props: Props) {
  const { t } = useTexts()
  const { check, at, language, wrong, onCheck } = props
  const { question, required, answers } = check
  const last = answers.at(-1)
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        label={t('checklists.question')}
        value={question[language] ?? ''}
        placeholder={language === 'en' ? undefined : question.en}
        onValue={(said) => onCheck({ question: withText(question, language, said) })}
        maxLength={300}
        wrong={wrong(`checks.${at}`)}
        lang={language}
      />
      <Tick checked={required} onCheck={(on) => onCheck({ required: on })}>
        <span className="text-s">{t('checklists.required')}</span>
      </Tick>
      <ol className="flex flex-col gap-2">
        {answers.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new answer is known by its place alone
          <Answer key={place} {...props} place={place} />
        ))}
      </ol>
      <Action
        look="quiet"
        className="self-start"
        disabled={answers.length >= MOST_ANSWERS}
        icon={<Plus aria-hidden size={14} />}
        onClick={() => onCheck({ answers: [...answers, newAnswer(last?.cap ?? 'good')] })}
      >
        {t('checklists.addAnswer')}
      </Action>
    </div>
  )
}
