import { LANGUAGE_CODES, LANGUAGES, type Language } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Tag } from '@restow/ui/desk-parts'
import { type Body, missingIn } from './checklist-edit.ts'

/** In which language questions are written just now, with how much each still lacks. */
export function LanguagePick({
  body,
  value,
  onValue,
}: {
  body: Body
  value: Language
  onValue: (value: Language) => void
}) {
  const { t } = useTexts()
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="unseen">{t('checklists.language')}</legend>
      {LANGUAGE_CODES.map((code) => {
        const missing = missingIn(body, code)
        return (
          <label
            key={code}
            lang={code}
            className="flex h-8 cursor-pointer items-center gap-1.5 rounded-[8px] border border-line px-2.5 text-s font-[550] text-ink-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-info pointer-coarse:h-11"
          >
            <input
              type="radio"
              name="checklist-language"
              className="unseen"
              checked={value === code}
              onChange={() => onValue(code)}
            />
            {LANGUAGES[code]}
            {missing > 0 && <Tag look="look">{t('checklists.missing', { n: missing })}</Tag>}
          </label>
        )
      })}
    </fieldset>
  )
}
