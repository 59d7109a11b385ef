import type { SellerPolicy } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { History, OwnHistory } from './History.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'
import { PolicyFrame } from './PolicyFrame.tsx'
import { whoIs } from './policy-fields.ts'

function Policy({ seller, own }: { seller: string; own: boolean }) {
  const { t } = useTexts()
  const { role } = useUser()
  const asked = useAsk(`policy ${seller}`, (signal) => api.policy(seller, signal))
  const [saved, setSaved] = useState<SellerPolicy | null>(null)
  const policy = saved ?? asked.data
  const who = whoIs(role)
  const about = { seller: 'policy.aboutYours', house: 'policy.about', nobody: 'policy.adminOnly' } as const
  const round = policy?.version ?? 0
  return (
    <PolicyFrame {...{ seller, own, asked }} stands={policy} about={t(about[who])}>
      {policy && <PolicyEditor key={seller} kept={policy} who={who} onKept={setSaved} />}
      {own ? (
        <OwnHistory seller={seller} round={round} />
      ) : (
        <History kind="seller" of={seller} round={round} />
      )}
    </PolicyFrame>
  )
}

/** A seller and its policy, for the house. */
export function SellerPage() {
  const { seller = '' } = useParams()
  return <Policy key={seller} seller={seller} own={false} />
}

/** A seller's own policy, for its own users. */
export function OwnPolicy() {
  const { seller = '' } = useUser()
  return <Policy seller={seller} own />
}
