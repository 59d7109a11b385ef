import type { OwnerGuess } from '@restow/contracts'
import { Code } from '@restow/ui'
import { findText, useTexts } from '@restow/ui/desk'
import { Action, Card, Empty, Tag, type TagLook } from '@restow/ui/desk-parts'
import { Check, Lightbulb, TriangleAlert } from 'lucide-react'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { shortDate } from '../shell/words.ts'
import type { Owner } from './ClaimDialog.tsx'
import { carrierName } from './PoolList.tsx'

const LOOKS: Record<OwnerGuess['strength'], TagLook> = { strong: 'right', likely: 'look', weak: 'plain' }

/** A reason as a sentence. */
function reasonWords({ code, facts }: OwnerGuess['reasons'][number]): string {
  const told: Record<string, string | number> =
    typeof facts.carrier === 'string' ? { ...facts, carrier: carrierName(facts.carrier) } : facts
  const text = findText(`guess.${code}`) ?? code
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(told[name] ?? ''))
}

const day = (on: string) => (/^\d{4}-\d{2}-\d{2}/.test(on) ? shortDate(on.slice(0, 10)) : on)

function Guess({ guess, may, onPick }: { guess: OwnerGuess; may: boolean; onPick: (owner: Owner) => void }) {
  const { t } = useTexts()
  const { seller, sellerName, rmaNumber, orderNumber, announcedOn, lines, reasons, strength } = guess
  return (
    <li className="flex flex-col gap-2 border-t border-line px-3.5 py-3 text-s">
      <div>
        <div className="flex items-start gap-2">
          <Code value={rmaNumber} className="min-w-0 grow font-semibold break-all" />
          <Tag look={LOOKS[strength]}>{t(`strength.${strength}`)}</Tag>
        </div>
        <p className="text-ink-2">
          {[
            sellerName === seller ? seller : `${sellerName} (${seller})`,
            orderNumber,
            announcedOn && day(announcedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ul className="flex flex-col gap-1">
        {reasons.map((reason) => (
          <li key={reason.code} className="flex items-start gap-1.5">
            {reason.code === 'cancelled' ? (
              <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-look" />
            ) : (
              <Check aria-hidden size={15} className="mt-0.5 shrink-0 text-resell" />
            )}
            <span className="min-w-0 break-words">{reasonWords(reason)}</span>
          </li>
        ))}
      </ul>
      <ul className="text-xs text-ink-2">
        {lines.slice(0, 4).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one SKU may stand in a return more than once
          <li key={`${line.sku} ${at}`} className="flex gap-3">
            <span className="min-w-0 grow truncate" title={line.title}>
              {line.title}
            </span>
            <span className="shrink-0">
              {t('unclaimed.of', { registered: line.registered, quantity: line.quantity })}
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <Action
          look={strength === 'strong' ? 'primary' : 'plain'}
          className="max-w-full self-start overflow-hidden"
          onClick={() => onPick({ seller, rma: rmaNumber })}
        >
          <span className="truncate">{t('unclaimed.merge', { rma: rmaNumber })}</span>
        </Action>
      )}
    </li>
  )
}

interface Props {
  tracking: string
  /** Another number asks anew. */
  round: number
  may: boolean
  onPick: (owner: Owner) => void
}

/** Announced returns that the parcel may be, each with its reasons. None is applied by itself. */
export function Guesses({ tracking, round, may, onPick }: Props) {
  const { t } = useTexts()
  const asked = useAsk(`${tracking} ${round}`, (signal) => api.guesses(tracking, signal))
  const items = asked.data?.items
  return (
    <Card title={t('unclaimed.guesses')}>
      {asked.problem !== null && !asked.loading && (
        <ProblemNote problem={asked.problem} again={asked.again} />
      )}
      {items?.length === 0 && (
        <Empty icon={<Lightbulb size={22} />} title={t('unclaimed.noGuess')}>
          {t('unclaimed.noGuessHint')}
        </Empty>
      )}
      <ul aria-label={t('unclaimed.guesses')}>
        {items?.map((guess) => (
          <Guess key={`${guess.seller} ${guess.rmaNumber}`} {...{ guess, may, onPick }} />
        ))}
      </ul>
    </Card>
  )
}
