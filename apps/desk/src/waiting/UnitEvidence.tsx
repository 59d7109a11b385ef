import type { UnitView, WaitingItem } from '@restow/contracts'
import type { WaitingKind } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge, Tag } from '@restow/ui/desk-parts'
import { CircleCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, shortBin, wordOf } from '../shell/words.ts'
import { Facts, Inspection } from '../units/Facts.tsx'
import { Story } from '../units/Story.tsx'
import { unitSentence } from '../units/unit-sentences.ts'
import { Arithmetic } from './Arithmetic.tsx'
import { useKeys } from './keys.ts'
import { Photos } from './Photos.tsx'
import { Why } from './Why.tsx'

/** Where what it would bring speaks for or against something. */
const WEIGHED: ReadonlySet<WaitingKind> = new Set<WaitingKind>(['approval', 'hold', 'hold_seller', 'veto'])

interface Props {
  item: WaitingItem
  /** It no longer waits: somebody else decided. */
  gone: boolean
  /** Grows with each change, so that what is shown is what stands. */
  round: number
  children: ReactNode
}

function Standing({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  return (
    <span className="flex flex-wrap gap-1.5">
      <Tag>{wordOf('unitState', unit.state)}</Tag>
      {unit.grade && <Tag>{t(`grade.${unit.grade}`)}</Tag>}
      {unit.disposition && <DecisionBadge of={unit.disposition}>{wordOf('route', unit.route)}</DecisionBadge>}
      {unit.held && <DecisionBadge of="hold">{t('unit.onHold')}</DecisionBadge>}
      {unit.bin && (
        <Tag>
          <span className="font-mono">{shortBin(unit.bin)}</span>
        </Tag>
      )}
    </span>
  )
}

/** Who was faster, and what they decided. */
export function Gone({ story, sentence }: { story: UnitView['story']; sentence: typeof unitSentence }) {
  const { t } = useTexts()
  const last = story.at(-1)
  return (
    <div
      role="status"
      className="flex items-start gap-2 rounded-[10px] bg-resell-soft px-3 py-2 text-s text-resell"
    >
      <CircleCheck aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="min-w-0 break-words">
        <b className="font-semibold">{t('waiting.goneTitle')}</b>{' '}
        {last &&
          t('waiting.goneBy', {
            what: sentence({ key: last.eventId, items: [last] }),
            by: last.by,
            at: dayAndTime(last.recordedAt),
          })}
      </span>
    </div>
  )
}

/** A unit that waits: why, what can be said to it, and all that helps to say it. */
export function UnitEvidence({ item, gone, round, children }: Props) {
  const { t } = useTexts()
  const lpn = item.lpn ?? ''
  const asked = useAsk(`${lpn} ${round} ${gone}`, () => api.unit(lpn))
  const [large, setLarge] = useState<number | null>(null)
  const unit = asked.data
  useKeys({ p: unit && unit.photos.length > 0 ? () => setLarge(0) : undefined })
  if (asked.problem !== null && !asked.loading && !unit)
    return (
      <Card>
        <ProblemNote problem={asked.problem} again={asked.again} />
      </Card>
    )
  return (
    <>
      <Card>
        <div className="flex flex-col gap-2.5 px-3.5 py-3 text-s">
          <div className="flex flex-col gap-1">
            <h2 className="min-w-0 text-l font-semibold break-words">
              {item.title ?? t('unit.unknownProduct')}
            </h2>
            <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
              <Link to={`/units/${lpn}`} className="text-accent underline underline-offset-2">
                <Code value={lpn} />
              </Link>
              <span>{item.seller ?? t('unit.unclaimed')}</span>
            </p>
            {unit && <Standing unit={unit} />}
          </div>
          {gone && unit ? (
            <Gone story={unit.story} sentence={unitSentence} />
          ) : (
            <Why item={item} unit={unit} />
          )}
          {!gone && children}
        </div>
      </Card>
      {unit ? (
        <>
          <Photos about={lpn} photos={unit.photos} large={large} onLarge={setLarge} />
          {WEIGHED.has(item.kind) && <Arithmetic unit={unit} />}
          <Inspection unit={unit} />
          <Facts unit={unit} />
          <Card title={t('unit.story')}>
            <Story story={unit.story} sentence={unitSentence} label={t('unit.story')} />
          </Card>
        </>
      ) : (
        <p className="text-s text-ink-2">{t('app.loading')}</p>
      )}
    </>
  )
}
