import type { ChecklistRow } from '@restow/contracts'
import { ANGLES, checklistProblems, GENERAL_CATEGORY, MOST_CHECKS } from '@restow/domain'
import { type Language, useLanguage } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tick } from '@restow/ui/desk-parts'
import { useMemo, useState } from 'react'
import { api } from '../shell/api.ts'
import { categorySaid } from '../shell/words.ts'
import { CheckList } from './CheckList.tsx'
import { type Body, bodyOf, toggleAngle, withCodes } from './checklist-edit.ts'
import { HandheldPreview } from './HandheldPreview.tsx'
import { LanguagePick } from './LanguagePick.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useLeavingGuard } from './use-leaving-guard.tsx'
import { useSaving } from './use-saving.ts'

interface PartProps {
  body: Body
  onBody: (body: Body) => void
}

function Angles({ body, onBody }: PartProps) {
  const { t } = useTexts()
  return (
    <Card title={t('checklists.angles')}>
      <div className="grid gap-3 px-3.5 pb-3.5 sm:grid-cols-2">
        {(['always', 'belowLikeNew'] as const).map((when) => (
          <fieldset key={when}>
            <legend className="text-xs font-semibold text-ink-2">{t(`checklists.${when}`)}</legend>
            <div className="grid grid-cols-2">
              {ANGLES.map((angle) => (
                <Tick
                  key={angle}
                  checked={body.requiredAngles[when].includes(angle)}
                  onCheck={(on) => onBody(toggleAngle(body, when, angle, on))}
                >
                  <span className="text-s">{t(`angle.${angle}`)}</span>
                </Tick>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  )
}

interface Props {
  kept: ChecklistRow
  onKept: (kept: ChecklistRow) => void
}

/** A category's checklist as a form, beside a handheld that shows the question at hand. */
export function ChecklistEditor({ kept, onKept }: Props) {
  const { t } = useTexts()
  const { category, version, retired } = kept
  const before = useMemo(() => bodyOf(kept), [kept])
  const [draft, setDraft] = useState<Body | null>(null)
  const [language, setLanguage] = useState<Language>(useLanguage.getState().language)
  const [open, setOpen] = useState(0)
  const saving = useSaving()
  const body = draft ?? before
  const coded = useMemo(() => withCodes(body), [body])
  const problems = useMemo(
    () => new Map(checklistProblems({ category, ...coded }).map(({ field, code }) => [field, code])),
    [category, coded],
  )
  const changed = version === 0 || JSON.stringify(body) !== JSON.stringify(before)
  const leaving = useLeavingGuard(changed)
  const edit = (next: Body | null) => {
    saving.forget()
    setDraft(next)
  }
  const save = (retire: boolean) =>
    saving.run(
      t(retire ? 'checklists.retiredSaid' : 'checklists.saved', { category: categorySaid(category) }),
      async () => {
        const next = await api.putChecklist(category, {
          version,
          ...coded,
          ...(retire ? { retired: true } : {}),
        })
        setDraft(null)
        onKept(next)
      },
    )
  const wrong = (field: string) => {
    const code = problems.get(field)
    return code && changed ? t(`checklists.wrong.${code}`) : undefined
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
      <div className="flex min-w-0 flex-col gap-4">
        <LanguagePick body={body} value={language} onValue={setLanguage} />
        <CheckList
          {...{ body, language, open, wrong }}
          onBody={edit}
          onOpen={setOpen}
          hint={t('checklists.checksHint')}
          most={MOST_CHECKS}
        />
        {wrong('checks') && <p className="text-s font-semibold text-wrong">{wrong('checks')}</p>}
        <Angles body={body} onBody={edit} />
        <SaveBar
          changed={changed}
          problems={problems.size}
          saving={saving}
          onSave={() => void save(false)}
          onUndo={() => edit(null)}
        />
        {category !== GENERAL_CATEGORY && version > 0 && (
          <div className="flex flex-wrap items-center gap-3 text-s text-ink-2">
            <Action disabled={saving.busy || changed} onClick={() => void save(!retired)}>
              {t(retired ? 'checklists.unretire' : 'checklists.retire')}
            </Action>
            <span>{t(retired ? 'checklists.unretireHint' : 'checklists.retireHint')}</span>
          </div>
        )}
      </div>
      <div className="min-w-0 xl:sticky xl:top-5">
        <HandheldPreview checks={body.checks} at={Math.max(0, open)} language={language} />
      </div>
      {leaving}
    </div>
  )
}
