import type { WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { type Deed, Done } from '../unclaimed/Done.tsx'
import { Panel as UnclaimedPanel } from '../unclaimed/Panel.tsx'
import { DeviceEvidence, DroppedEvidence } from './DeviceEvidence.tsx'
import { ParcelEvidence } from './ParcelEvidence.tsx'
import { UnitEvidence } from './UnitEvidence.tsx'
import { codeOf, kindName } from './words.ts'

interface Props {
  item: WaitingItem
  gone: boolean
  round: number
  onBack: () => void
  onChanged: () => void
  /** What can be said to it. */
  children: ReactNode
}

/** What nobody claimed in time is claimed or given up for as in the pool. */
function Unclaimed({ tracking, onChanged }: { tracking: string; onChanged: () => void }) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const done = (next: Deed) => {
    setDeed(next)
    onChanged()
  }
  return (
    <>
      {deed && (
        <Done
          key={deed.said}
          deed={deed}
          onUndone={(said) => done({ tracking: deed.tracking, said, eventId: '' })}
        />
      )}
      <UnclaimedPanel
        key={`${tracking} ${deed?.said ?? ''}`}
        tracking={tracking}
        rest=""
        onDeed={done}
        onChanged={onChanged}
      />
    </>
  )
}

function Body({ item, gone, round, onChanged, children }: Omit<Props, 'onBack'>) {
  switch (item.kind) {
    case 'unclaimed':
      return <Unclaimed tracking={item.trackingNumber ?? ''} onChanged={onChanged} />
    case 'dropped':
      return <DroppedEvidence {...{ item, gone }}>{children}</DroppedEvidence>
    case 'device':
      return <DeviceEvidence item={item} />
    default:
      return item.lpn === null ? (
        <ParcelEvidence {...{ item, gone, round }}>{children}</ParcelEvidence>
      ) : (
        <UnitEvidence {...{ item, gone, round }}>{children}</UnitEvidence>
      )
  }
}

/** The one that is looked at. Where there is no room for both, it takes the list's place. */
export function Panel({ onBack, ...of }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  return (
    <section
      aria-label={`${kindName(of.item.kind, role)} ${codeOf(of.item)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      data-deeds
      className="flex min-h-0 min-w-0 flex-col gap-3 rounded-m *:shrink-0 focus-visible:outline-offset-[-3px] xl:max-h-full xl:overflow-y-auto"
    >
      <Action
        look="quiet"
        className="self-start xl:hidden"
        icon={<ArrowLeft aria-hidden size={15} />}
        onClick={onBack}
      >
        {t('waiting.back')}
      </Action>
      <Body {...of} />
    </section>
  )
}
