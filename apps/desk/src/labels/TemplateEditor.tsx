import type { LabelTemplate } from '@restow/contracts'
import { USUAL_TEMPLATE } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Card } from '@restow/ui/desk-parts'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Preview } from './Preview.tsx'
import { TemplateFields } from './TemplateFields.tsx'
import { changedParts } from './template-changes.ts'
import { partName, partWords } from './template-words.ts'

/** Saves a template, and says how that went. */
function useSaving(seller: string, onKept: Props['onKept']) {
  const { t } = useTexts()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const [done, setDone] = useState('')
  const save = async (template: LabelTemplate) => {
    setBusy(true)
    setWrong('')
    try {
      onKept(await api.putLabelTemplate(seller, template), template)
      setDone(t('labels.saved', { seller }))
    } catch (error) {
      noticeEnd(error)
      setWrong(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const forget = () => {
    setWrong('')
    setDone('')
  }
  return { busy, wrong, done, save, forget }
}

function Changes({ kept, template }: { kept: LabelTemplate; template: LabelTemplate }) {
  const { t } = useTexts()
  return (
    <div className="text-s">
      <p className="font-semibold text-look">{t('labels.changed')}</p>
      <ul className="text-ink-2">
        {changedParts(kept, template).map((part) => (
          <li key={part} className="break-words">
            {t('labels.change', {
              what: partName(part),
              from: partWords(part, kept),
              to: partWords(part, template),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Props {
  seller: string
  kept: LabelTemplate
  /** What was changed and not saved yet; null where nothing was. */
  draft: LabelTemplate | null
  onDraft: (draft: LabelTemplate | null) => void
  /** @param sent what was saved; whoever went on typing meanwhile has another draft by now */
  onKept: (kept: LabelTemplate, sent: LabelTemplate) => void
}

/** A seller's label: its picture, and the fields that make it. */
export function TemplateEditor({ seller, kept, draft, onDraft, onKept }: Props) {
  const { t } = useTexts()
  const template = draft ?? kept
  const changed = changedParts(kept, template).length > 0
  const usual = changedParts(template, USUAL_TEMPLATE).length === 0
  const { busy, wrong, done, save, forget } = useSaving(seller, onKept)
  const edit = (next: LabelTemplate | null) => {
    forget()
    onDraft(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed && !busy) void save(template)
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(420px,520px)]">
      <section aria-label={t('labels.preview')} className="min-w-0 xl:sticky xl:top-5">
        <Preview seller={seller} template={template} unsaved={changed} />
      </section>
      <Card title={t('labels.form')}>
        <form onSubmit={submit} className="flex flex-col gap-4 px-3.5 pb-3.5">
          <TemplateFields template={template} onTemplate={edit} />
          {changed && <Changes kept={kept} template={template} />}
          <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
            {wrong}
          </p>
          <p role="status" className="text-s font-semibold text-right empty:hidden">
            {changed ? '' : done}
          </p>
          <div className="flex flex-wrap gap-2">
            <Action type="submit" look="primary" disabled={busy || !changed}>
              {t(busy ? 'setUp.saving' : 'labels.save')}
            </Action>
            <Action disabled={busy || !changed} onClick={() => edit(null)}>
              {t('labels.undo')}
            </Action>
            <Action
              look="quiet"
              disabled={busy || usual}
              onClick={() => edit(structuredClone(USUAL_TEMPLATE))}
            >
              {t('labels.reset')}
            </Action>
          </div>
        </form>
      </Card>
    </div>
  )
}
