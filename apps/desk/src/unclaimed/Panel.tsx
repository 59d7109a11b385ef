import type { UnclaimedItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty, Tag } from '@restow/ui/desk-parts'
import { ArrowLeft, PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, wordOf } from '../shell/words.ts'
import { ClaimByHand } from './ClaimByHand.tsx'
import { ClaimDialog, type Owner } from './ClaimDialog.tsx'
import type { Deed } from './Done.tsx'
import { GiveUp } from './GiveUp.tsx'
import { Guesses } from './Guesses.tsx'
import { InIt } from './InIt.tsx'
import { LargePhotos } from './LargePhotos.tsx'
import { carrierName } from './PoolList.tsx'
import { PrintedOnIt } from './PrintedOnIt.tsx'
import { timeWords } from './time.ts'

interface Props {
  tracking: string
  /** The list's filters, to go back to. */
  rest: string
  onDeed: (deed: Deed) => void
  onChanged: () => void
}

function Head({ item, onDeed }: { item: UnclaimedItem; onDeed: (deed: Deed) => void }) {
  const { t } = useTexts()
  const { trackingNumber, carrier, condition, past, receivedAt, receivedBy } = item
  return (
    <Card>
      <div className="flex flex-col gap-1.5 px-3.5 py-3">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="min-w-0 text-l font-semibold break-all">
            <Code value={trackingNumber} />
          </h2>
          <Tag look={past ? 'wrong' : 'plain'}>{timeWords(item)}</Tag>
          {condition && condition !== 'intact' && <Tag look="look">{wordOf('condition', condition)}</Tag>}
        </div>
        <p className="text-s text-ink-2">
          {[
            carrierName(carrier),
            t('unclaimed.received', { at: dayAndTime(receivedAt), who: receivedBy ?? '–' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Link
          to={`/parcels/${encodeURIComponent(trackingNumber)}`}
          className="self-start text-s text-accent underline underline-offset-2"
        >
          {t('unclaimed.openParcel')}
        </Link>
      </div>
      {past && <GiveUp item={item} onDeed={onDeed} />}
    </Card>
  )
}

function Gone({ again }: { again: () => void }) {
  const { t } = useTexts()
  return (
    <Card>
      <Empty
        icon={<PackageCheck size={22} />}
        title={t('unclaimed.gone')}
        action={<Action onClick={again}>{t('problem.again')}</Action>}
      >
        {t('unclaimed.goneHint')}
      </Empty>
    </Card>
  )
}

const isGone = (problem: unknown): boolean => (problem as { status?: number } | null)?.status === 404

/** One unclaimed parcel: what it looks like, what is printed on it, what is in it, and whose it may be. */
export function Panel({ tracking, rest, onDeed, onChanged }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  const asked = useAsk(tracking, (signal) => api.unclaimedParcel(tracking, signal))
  const [round, setRound] = useState(0)
  const [owner, setOwner] = useState<Owner | null>(null)
  const may = role === 'supervisor' || role === 'admin'
  const item = asked.data
  const changed = () => {
    asked.again()
    setRound((n) => n + 1)
    onChanged()
  }
  const body = () => {
    if (asked.problem !== null && !asked.loading)
      return isGone(asked.problem) ? (
        <Gone again={asked.again} />
      ) : (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )
    if (!item) return <p className="text-s text-ink-2">{t('app.loading')}</p>
    return (
      <>
        <Head item={item} onDeed={onDeed} />
        <LargePhotos item={item} />
        <PrintedOnIt item={item} onChanged={changed} />
        <InIt item={item} />
        <Guesses tracking={tracking} round={round} may={may} onPick={setOwner} />
        {may ? (
          <ClaimByHand onPick={setOwner} />
        ) : (
          <p className="text-s text-ink-2">{t('unclaimed.supervisorOnly')}</p>
        )}
      </>
    )
  }
  return (
    <section
      aria-label={tracking}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-col gap-4 rounded-m *:shrink-0 xl:max-h-full xl:overflow-y-auto"
    >
      <Link
        to={`/unclaimed${rest}`}
        className="flex items-center gap-1.5 text-s text-ink-2 hover:text-ink xl:hidden"
      >
        <ArrowLeft aria-hidden size={15} />
        {t('unclaimed.back')}
      </Link>
      {body()}
      {owner && (
        <ClaimDialog tracking={tracking} owner={owner} onDeed={onDeed} onClose={() => setOwner(null)} />
      )}
    </section>
  )
}
