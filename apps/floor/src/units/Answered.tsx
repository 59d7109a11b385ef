import type { HoldAnswer } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { questionSaid, timeOfDay } from '../shell/sentences.ts'

/** Longer than the three lines that a handheld has room for beside the step. */
const isLong = (text: string) => text.length > 90 || text.split('\n').length > 3

/** What the unit was released with: whoever takes its next step has it in sight before. */
export function Answered({ said }: { said: HoldAnswer }) {
  const { t } = useTexts()
  const [whole, setWhole] = useState(false)
  const { answer, by, at } = said
  const question = questionSaid(said)
  const folds = isLong(answer) || isLong(question)
  return (
    <section aria-label={t('answer.title')} className="flex items-start gap-2.5 rounded-m bg-accent-soft p-3">
      <MessageSquareQuote aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
      <div className="min-w-0 grow break-words">
        <p className={classes('text-l font-semibold whitespace-pre-wrap', !whole && 'line-clamp-3')}>
          {answer}
        </p>
        <p className={classes('text-s text-ink-2 whitespace-pre-wrap', !whole && 'line-clamp-1')}>
          {t('answer.asked', { question })}
        </p>
        <p className="text-s text-ink-2">{t('answer.said', { by, at: timeOfDay(at) })}</p>
        {folds && (
          <button
            type="button"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
            className="-mb-2 min-h-14 w-full text-left text-l font-semibold text-accent"
          >
            {t(whole ? 'answer.less' : 'answer.more')}
          </button>
        )}
      </div>
    </section>
  )
}
