import type { SellerChecks } from '@restow/contracts'
import { MOST_OWN_CHECKS, ownChecksProblems } from '@restow/domain'
import { type Language, useLanguage } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty } from '@restow/ui/desk-parts'
import { ListPlus, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { api } from '../shell/api.ts'
import { CheckList } from './CheckList.tsx'
import { type Body, newCheck, ofCategories, withCodes } from './checklist-edit.ts'
import { HandheldPreview } from './HandheldPreview.tsx'
import { LanguagePick } from './LanguagePick.tsx'
import { OfCategories } from './OfCategories.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useLeavingGuard } from './use-leaving-guard.tsx'
import { useSaving } from './use-saving.ts'

interface Props {
  kept: SellerChecks
  onKept: (kept: SellerChecks) => void
}

const NO_ANGLES = { always: [], belowLikeNew: [] }

/** What is wrong with them, by field; said while they are changed. */
function useProblems(body: Body, changed: boolean) {
  const { t } = useTexts()
  const coded = useMemo(() => withCodes(body, true).checks, [body])
  const problems = useMemo(
    () => new Map(ownChecksProblems(coded).map(({ field, code }) => [field, code])),
    [coded],
  )
  const wrong = (field: string) => {
    const code = changed ? problems.get(field) : undefined
    if (code === 'too_many' || code === 'category_wrong') return t(`ownChecks.wrong.${code}`)
    return code && t(`checklists.wrong.${code}`)
  }
  return { coded, problems, wrong }
}

/** A seller's own questions as a form, beside a handheld that shows the question at hand. */
export function OwnChecksEditor({ kept, onKept }: Props) {
  const { t } = useTexts()
  const { seller, version, categories } = kept
  const before = useMemo<Body>(() => ({ checks: kept.checks, requiredAngles: NO_ANGLES }), [kept])
  const [draft, setDraft] = useState<Body | null>(null)
  const [language, setLanguage] = useState<Language>(useLanguage.getState().language)
  const [open, setOpen] = useState(0)
  const saving = useSaving()
  const body = draft ?? before
  const changed = JSON.stringify(body) !== JSON.stringify(before)
  const { coded, problems, wrong } = useProblems(body, changed)
  const leaving = useLeavingGuard(changed)
  const edit = (next: Body | null) => {
    saving.forget()
    setDraft(next)
  }
  const save = () =>
    saving.run(t('ownChecks.saved'), async () => {
      const next = await api.putSellerChecks(seller, { version, checks: coded })
      setDraft(null)
      onKept(next)
    })
  if (body.checks.length === 0 && !changed)
    return (
      <Card>
        <Empty
          icon={<ListPlus size={22} />}
          title={t('ownChecks.none')}
          action={
            <Action
              look="primary"
              icon={<Plus aria-hidden size={15} />}
              onClick={() => edit({ ...body, checks: [newCheck()] })}
            >
              {t('checklists.addCheck')}
            </Action>
          }
        >
          {t('ownChecks.noneHint')}
        </Empty>
      </Card>
    )
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
      <div className="flex min-w-0 flex-col gap-4">
        <LanguagePick body={body} value={language} onValue={setLanguage} />
        <CheckList
          {...{ body, language, open, wrong }}
          onBody={edit}
          onOpen={setOpen}
          hint={t('ownChecks.most')}
          most={MOST_OWN_CHECKS}
          more={(at) => (
            <OfCategories
              chosen={body.checks[at]?.categories ?? null}
              categories={categories}
              wrong={wrong(`checks.${at}.categories`)}
              onChosen={(chosen) => edit(ofCategories(body, at, chosen))}
            />
          )}
        />
        {wrong('checks') && <p className="text-s font-semibold text-wrong">{wrong('checks')}</p>}
        <SaveBar
          changed={changed}
          problems={problems.size}
          saving={saving}
          onSave={() => void save()}
          onUndo={() => edit(null)}
        />
      </div>
      <div className="min-w-0 xl:sticky xl:top-5">
        <HandheldPreview checks={body.checks} at={Math.max(0, open)} language={language} />
      </div>
      {leaving}
    </div>
  )
}
