import type { LabelTemplate } from '@restow/contracts'
import { GRADES, PRODUCT_CODES } from '@restow/domain'
import { LANGUAGE_CODES, LANGUAGES } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { LABEL_TEXTS } from '@restow/ui/labels'
import { LineOrder } from './LineOrder.tsx'
import { withCondition } from './template-changes.ts'

interface Props {
  template: LabelTemplate
  onTemplate: (template: LabelTemplate) => void
}

/** A seller's own words for a grade; what stands there otherwise shows through the empty field. */
function Conditions({ template, onTemplate }: Props) {
  const { t } = useTexts()
  const usual = LABEL_TEXTS[template.language]
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="text-xs font-semibold text-ink-2">{t('labels.conditions')}</legend>
      <p className="text-xs text-ink-3">{t('labels.conditionsHint')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {GRADES.map((grade) => (
          <TextInput
            key={grade}
            label={t(`grade.${grade}`)}
            value={template.conditions[grade] ?? ''}
            onValue={(words) => onTemplate(withCondition(template, grade, words))}
            placeholder={usual[`label.condition.${grade}`]}
            maxLength={60}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** All that a seller may say about its labels. */
export function TemplateFields({ template, onTemplate }: Props) {
  const { t } = useTexts()
  const set = (change: Partial<LabelTemplate>) => onTemplate({ ...template, ...change })
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectInput
          label={t('labels.code')}
          value={template.code}
          onValue={(code) => set({ code })}
          options={PRODUCT_CODES.map((value) => ({ value, text: value.toUpperCase() }))}
          hint={t('labels.codeHint')}
        />
        <SelectInput
          label={t('labels.language')}
          value={template.language}
          onValue={(language) => set({ language })}
          options={LANGUAGE_CODES.map((value) => ({ value, text: LANGUAGES[value] }))}
          hint={t('labels.languageHint')}
        />
      </div>
      <div>
        <Tick checked={template.mayBeMatrix} onCheck={(mayBeMatrix) => set({ mayBeMatrix })}>
          {t('labels.mayBeMatrix')}
        </Tick>
        <Tick checked={template.plate} onCheck={(plate) => set({ plate })}>
          {t('labels.plate')}
        </Tick>
      </div>
      <LineOrder lines={template.lines} onLines={(lines) => set({ lines })} />
      <TextInput
        label={t('labels.note')}
        value={template.note}
        onValue={(note) => set({ note })}
        maxLength={120}
        hint={t(
          template.note !== '' && !template.lines.includes('note') ? 'labels.noteOff' : 'labels.noteHint',
        )}
      />
      <Conditions {...{ template, onTemplate }} />
    </>
  )
}
