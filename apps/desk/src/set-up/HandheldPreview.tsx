import type { Check } from '@restow/domain'
import { Choice, type Language } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { ScanBarcode } from 'lucide-react'

/** Any plate will do. */
const PLATE = 'RU0000000017'

interface Props {
  checks: readonly Check[]
  /** Which of them is shown. */
  at: number
  language: Language
}

function Screen({ check, at, of, language }: { check: Check; at: number; of: number; language: Language }) {
  const { t } = useTexts()
  const said = (text: Check['question']) => text[language]?.trim() || text.en || '…'
  return (
    <div lang={language} className="flex flex-col gap-3 p-3.5">
      <p className="flex items-center gap-2 text-m font-semibold">
        <ScanBarcode aria-hidden size={18} className="text-ink-3" />
        <span className="font-mono">{PLATE}</span>
      </p>
      <div aria-hidden className="flex gap-1">
        {Array.from({ length: of + 4 }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have nothing but their place
          <span key={i} className={`h-1 flex-1 rounded-[2px] ${i <= at + 1 ? 'bg-accent' : 'bg-line'}`} />
        ))}
      </div>
      <h3 className="text-xl leading-tight font-[650] break-words">{said(check.question)}</h3>
      {!check.required && <p className="-mt-2 text-m text-ink-2">{t('checklists.mayBeSkipped')}</p>}
      <div className="flex flex-col gap-2">
        {check.answers.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new answer is known by its place alone
          <Choice key={i} mark={i + 1} on={i === 0} onPick={() => {}}>
            {said(answer.label)}
          </Choice>
        ))}
      </div>
    </div>
  )
}

/** A question as the handheld shows it, at its size. It answers nothing. */
export function HandheldPreview({ checks, at, language }: Props) {
  const { t } = useTexts()
  const check = checks[at]
  return (
    <Card title={t('checklists.preview')}>
      <div className="flex justify-center px-3.5 pb-3.5">
        <div
          inert
          className="h-[560px] w-full max-w-[320px] overflow-y-auto rounded-[20px] border-[6px] border-line bg-ground"
        >
          {check ? (
            <Screen check={check} at={at} of={checks.length} language={language} />
          ) : (
            <p className="grid h-full place-items-center px-6 text-center text-s text-ink-2">
              {t('checklists.previewNone')}
            </p>
          )}
        </div>
      </div>
    </Card>
  )
}
