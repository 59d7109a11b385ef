import type { Check } from '@restow/domain'
import type { Language } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'

/** Questions with their answers, to be read. */
export function ChecksRead({ checks, language = 'en' }: { checks: readonly Check[]; language?: Language }) {
  const { t } = useTexts()
  const said = (text: Check['question']) => text[language] ?? text.en
  return (
    <ol className="flex list-decimal flex-col gap-1.5 pl-5">
      {checks.map((check) => (
        <li key={check.check}>
          <span className="font-semibold">{said(check.question)}</span>
          <span className="block text-ink-2">
            {check.answers.map((one) => `${said(one.label)} (${t(`grade.${one.cap}`)})`).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  )
}
