import type { UnitView } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge, Tag } from '@restow/ui/desk-parts'
import { ChevronRight } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { usePrints } from '../printing/use-prints.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { dayAndTime, questionSaid, shortBin, wordOf } from '../shell/words.ts'
import { Decision, Facts, Inspection } from './Facts.tsx'
import { Photos } from './Photos.tsx'
import { Story } from './Story.tsx'
import { unitSentence } from './unit-sentences.ts'

function Standing({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { state, disposition, route, grade, bin, held, missing } = unit
  return (
    <>
      <Tag>{wordOf('unitState', state)}</Tag>
      {grade && <Tag>{t(`grade.${grade}`)}</Tag>}
      {disposition && (
        <DecisionBadge of={disposition}>
          {[t(`disposition.${disposition}`), wordOf('route', route)].filter(Boolean).join(' · ')}
        </DecisionBadge>
      )}
      {held && <DecisionBadge of="hold">{t('unit.onHold')}</DecisionBadge>}
      {bin && (
        <Tag>
          <span className="font-mono">{shortBin(bin)}</span>
        </Tag>
      )}
      {missing && <Tag look="wrong">{t('pipeline.waitMissing')}</Tag>}
    </>
  )
}

function Notes({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { held, missing, exceptions } = unit
  return (
    <>
      {held && (
        <p className="rounded-m bg-hold-soft px-3.5 py-2.5 text-s text-hold">
          {t('unit.waits', {
            who: wordOf('waitsFor', held.waitsFor),
            at: dayAndTime(held.at),
            question: questionSaid(held),
          })}
        </p>
      )}
      {missing && (
        <p className="rounded-m bg-scrap-soft px-3.5 py-2.5 text-s text-scrap">
          {missing.lastBin
            ? t('unit.missing', { at: dayAndTime(missing.since), bin: shortBin(missing.lastBin) })
            : t('unit.missingNowhere', { at: dayAndTime(missing.since) })}
          {missing.writtenOff && (
            <span className="block font-semibold">
              {t('unit.writtenOff', { at: dayAndTime(missing.writtenOff.at), by: missing.writtenOff.by })}
            </span>
          )}
        </p>
      )}
      {exceptions.length > 0 && (
        <ul
          aria-label={t('unit.exceptions')}
          className="rounded-m bg-refurbish-soft px-3.5 py-2.5 text-s text-refurbish"
        >
          {exceptions.map((note) => (
            <li key={`${note.eventId} ${note.code}`}>
              {wordOf('exception', note.code)} · {dayAndTime(note.at)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Whole({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const prints = usePrints(unit.lpn)
  return (
    <>
      <p className="-mt-3 truncate text-m text-ink-2" title={unit.product?.title}>
        {unit.product?.title ?? t('unit.unknownProduct')}
      </p>
      <Notes unit={unit} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Photos lpn={unit.lpn} photos={unit.photos} />
          <Card title={t('unit.story')}>
            <Story story={unit.story} sentence={unitSentence} label={t('unit.story')} prints={prints} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Decision unit={unit} />
          <Inspection unit={unit} />
          <Facts unit={unit} />
        </div>
      </div>
    </>
  )
}

/** One unit: where it stands, its photos, its story in words. */
export function UnitPage() {
  const { t } = useTexts()
  const { lpn = '' } = useParams()
  const asked = useAsk(lpn, () => api.unit(lpn))
  const unit = asked.data?.lpn === lpn || asked.data?.formerLpns.includes(lpn) ? asked.data : undefined
  return (
    <Page
      title={`${t('nav.units')} ${lpn}`}
      heading={
        <span className="flex items-center gap-1.5">
          <Link to="/units" className="text-ink-2 hover:text-ink">
            {t('unit.back')}
          </Link>
          <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
          <Code value={lpn} />
        </span>
      }
      tools={unit && <Standing unit={unit} />}
    >
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {asked.loading && !unit && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {unit && <Whole unit={unit} />}
    </Page>
  )
}
