import type { ChecklistRow } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag } from '@restow/ui/desk-parts'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { categorySaid, dayAndTime } from '../shell/words.ts'
import { ChecklistEditor } from './ChecklistEditor.tsx'
import { ChecksRead } from './ChecksRead.tsx'
import { EMPTY } from './checklist-edit.ts'
import { History } from './History.tsx'

/** A category that has none yet begins with the questions of the general one: they fit anything. */
function begun(category: string, general: ChecklistRow | undefined): ChecklistRow {
  const { checks, requiredAngles } = general ?? EMPTY
  const nobody = { changedBy: null, changedAt: null }
  return { category, version: 0, retired: false, checks, requiredAngles, products: 0, ...nobody }
}

/** An older version, to be read and to be taken up again. */
function Older({
  category,
  version,
  onTake,
}: {
  category: string
  version: number
  onTake: (old: ChecklistRow) => void
}) {
  const { t } = useTexts()
  const [shown, setShown] = useState<number | null>(null)
  const asked = useAsk(shown === null ? null : `${category} ${shown}`, (signal) =>
    api.checklistAt(category, shown ?? 1, signal),
  )
  if (version < 2) return null
  const old = shown === null || asked.loading ? undefined : asked.data
  return (
    <Card title={t('checklists.older')}>
      <div className="flex flex-wrap gap-1.5 px-3.5 pb-3">
        {Array.from({ length: version - 1 }, (_, i) => version - 1 - i)
          .slice(0, 30)
          .map((one) => (
            <Action
              key={one}
              aria-pressed={shown === one}
              onClick={() => setShown(shown === one ? null : one)}
            >
              {t('policy.version', { n: one })}
            </Action>
          ))}
      </div>
      {old && (
        <div className="border-t border-line px-3.5 py-3 text-s">
          {old.changedAt && (
            <p className="pb-2 text-ink-2">
              {[dayAndTime(old.changedAt), old.changedBy].filter(Boolean).join(' · ')}
            </p>
          )}
          <ChecksRead checks={old.checks} />
          <Action className="mt-3" onClick={() => onTake(old)}>
            {t('checklists.takeUp')}
          </Action>
        </div>
      )}
    </Card>
  )
}

/** What is asked about units of one category. */
export function ChecklistPage() {
  const { t } = useTexts()
  const { category = '' } = useParams()
  const asked = useAsk('checklists', (signal) => api.checklists(signal))
  const [saved, setSaved] = useState<ChecklistRow | null>(null)
  const [round, setRound] = useState(0)
  const [taken, setTaken] = useState(0)
  const items = asked.data?.items ?? []
  const found = items.find((one) => one.category === category)
  const general = items.find((one) => one.category === 'general')
  const kept = saved?.category === category ? saved : asked.data ? (found ?? begun(category, general)) : null
  const keep = (next: ChecklistRow) => {
    setSaved(next)
    setRound((n) => n + 1)
  }
  const takeUp = async (old: ChecklistRow) => {
    if (!kept) return
    const { checks, requiredAngles } = old
    keep(await api.putChecklist(category, { version: kept.version, checks, requiredAngles }))
    // What was being changed gives way to what was taken up.
    setTaken((n) => n + 1)
  }
  return (
    <Page
      title={`${t('checklists.title')} ${categorySaid(category)}`}
      heading={
        <span className="flex items-center gap-1.5">
          <Link to="/set-up/checklists" className="text-ink-2 hover:text-ink">
            {t('checklists.title')}
          </Link>
          <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
          <span className="truncate">{categorySaid(category)}</span>
        </span>
      }
      tools={
        kept && (
          <>
            <Tag>{kept.version === 0 ? t('checklists.new') : t('policy.version', { n: kept.version })}</Tag>
            {kept.retired && <Tag look="look">{t('checklists.retired')}</Tag>}
          </>
        )
      }
    >
      <p className="-mt-2 max-w-[78ch] text-s text-ink-2">{t('checklists.aboutOne')}</p>
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {!kept && asked.problem === null && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {kept && <ChecklistEditor key={`${category} ${taken}`} kept={kept} onKept={keep} />}
      {kept && (
        <Older
          category={category}
          version={kept.version}
          onTake={(old) => void takeUp(old).catch(asked.again)}
        />
      )}
      <History kind="checklist" of={category} round={round} />
    </Page>
  )
}
