import type { UnitView, WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Hand, MessageSquareQuote, TimerOff } from 'lucide-react'
import { deadline } from '../shell/deadline.ts'
import { dayAndTime, money, questionSaid, shortBin, wordOf } from '../shell/words.ts'
import { stepAfterHold } from './onward.ts'
import { exceptionSentences } from './words.ts'

/** What had been suggested instead, and why it was decided otherwise. */
function Override({ unit: { decision } }: { unit: UnitView }) {
  const { t } = useTexts()
  const { suggested, overrideReason } = decision ?? {}
  if (!suggested || suggested.route === decision?.route) return null
  return (
    <p className="text-ink-2">
      {t('story.against', {
        suggested: `${wordOf('disposition', suggested.disposition)}, ${wordOf('route', suggested.route)}`,
        reason: overrideReason
          ? [wordOf('override', overrideReason.code), overrideReason.note].filter(Boolean).join(' – ')
          : '–',
      })}
    </p>
  )
}

function Approval({ item, unit }: { item: WaitingItem; unit: UnitView }) {
  const { t } = useTexts()
  const { decision } = unit
  if (!decision) return null
  return (
    <>
      <p>
        {t('waiting.asks', {
          by: decision.by,
          at: dayAndTime(decision.at),
          route: wordOf('route', decision.route),
        })}{' '}
        {item.value && t('waiting.worth', { money: money(item.value.minor, item.value.currency) })}
      </p>
      <Override unit={unit} />
      <SellersWord unit={unit} />
    </>
  )
}

/** What its seller has said to it, or may still say. */
function SellersWord({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const veto = unit.decision?.veto
  if (!veto) return null
  const { until, agreed } = veto
  const isOver = until <= new Date().toISOString()
  return (
    <p className="flex items-start gap-2 text-ink-2">
      <MessageSquareQuote aria-hidden size={16} className="mt-0.5 shrink-0" />
      {agreed
        ? t('waiting.sellerAgreed', { by: agreed.by, at: dayAndTime(agreed.at) })
        : t(isOver ? 'waiting.sellerSilent' : 'waiting.sellerMay', { until: deadline(until) })}
    </p>
  )
}

/** Scrap as it is proposed to the seller itself. */
function Proposed({ item, unit }: { item: WaitingItem; unit: UnitView }) {
  const { t } = useTexts()
  const { decision } = unit
  if (!decision || item.until === null) return null
  const until = deadline(item.until)
  return (
    <>
      <p className="flex items-start gap-2 text-m font-semibold text-scrap">
        <TimerOff aria-hidden size={16} className="mt-1 shrink-0" />
        <span className="min-w-0">{t('waiting.proposed', { until })}</span>
      </p>
      <p>
        {t('waiting.ifSilent', {
          at: dayAndTime(decision.at),
          route: wordOf('route', decision.route),
          until,
        })}{' '}
        {item.value && t('waiting.worth', { money: money(item.value.minor, item.value.currency) })}
      </p>
      <Override unit={unit} />
    </>
  )
}

function Hold({ item, unit }: { item: WaitingItem; unit: UnitView }) {
  const { t } = useTexts()
  const step = stepAfterHold(unit)
  return (
    <>
      <p className="flex items-start gap-2 text-m font-semibold text-hold">
        <Hand aria-hidden size={16} className="mt-1 shrink-0" />
        <bdi
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
          tabIndex={0}
          className="max-h-60 min-w-0 overflow-y-auto rounded-[4px] break-words whitespace-pre-wrap"
        >
          {questionSaid({ question: item.question ?? '', because: item.because })}
        </bdi>
      </p>
      <p className="text-ink-2">
        {item.by === null
          ? t('waiting.heldSince', { at: dayAndTime(item.since) })
          : t('waiting.heldBy', { by: item.by, at: dayAndTime(item.since) })}
        {unit.held?.quarantine && ` ${t('waiting.quarantine')}`}
      </p>
      {step && <p className="text-ink-2">{t('waiting.thenStep', { step: t(`nextStep.${step}`) })}</p>}
    </>
  )
}

function Missing({ item }: { item: WaitingItem }) {
  const { t } = useTexts()
  const at = dayAndTime(item.since)
  return (
    <>
      <p>
        {item.bin ? t('unit.missing', { at, bin: shortBin(item.bin) }) : t('unit.missingNowhere', { at })}
      </p>
      <p className="text-ink-2">{t('waiting.missingWhat')}</p>
    </>
  )
}

/** Why it waits, as whoever asked would say it. */
export function Why({ item, unit }: { item: WaitingItem; unit: UnitView | undefined }) {
  const { t } = useTexts()
  if (item.kind === 'exception')
    return (
      <>
        <ul className="flex flex-col gap-1">
          {exceptionSentences(item).map((sentence, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity but their place
            <li key={n}>{sentence}</li>
          ))}
        </ul>
        <p className="text-ink-2">
          {t('waiting.recordedAt', { at: dayAndTime(item.since) })} {t('waiting.settleWhat')}
        </p>
      </>
    )
  if (item.kind === 'missing') return <Missing item={item} />
  if (!unit) return null
  if (item.kind === 'veto' && item.by === null) return <Proposed item={item} unit={unit} />
  if (item.kind === 'approval' || item.kind === 'veto') return <Approval item={item} unit={unit} />
  return <Hold item={item} unit={unit} />
}
