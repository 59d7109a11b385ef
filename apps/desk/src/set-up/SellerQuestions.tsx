import type { SellerChecks } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { ChecksRead } from './ChecksRead.tsx'
import { History, OwnHistory } from './History.tsx'
import { OwnChecksEditor } from './OwnChecksEditor.tsx'
import { PolicyFrame } from './PolicyFrame.tsx'
import { whoIs } from './policy-fields.ts'

function Questions({ seller, own }: { seller: string; own: boolean }) {
  const { t, language } = useTexts()
  const fixed = whoIs(useUser().role) === 'nobody'
  const asked = useAsk(`checks ${seller}`, (signal) => api.sellerChecks(seller, signal))
  const [saved, setSaved] = useState<SellerChecks | null>(null)
  const checks = saved ?? asked.data
  const round = checks?.version ?? 0
  return (
    <PolicyFrame
      {...{ seller, own, asked }}
      stands={checks}
      about={t(own ? 'ownChecks.about' : 'ownChecks.aboutSeller')}
    >
      {checks && !fixed && <OwnChecksEditor key={seller} kept={checks} onKept={setSaved} />}
      {checks && fixed && (
        <Card title={t('checklists.checks')}>
          <div className="px-3.5 pb-3.5 text-s">
            {checks.checks.length > 0 ? (
              <ChecksRead checks={checks.checks} language={language} />
            ) : (
              <p className="text-ink-2">{t('ownChecks.noneRead')}</p>
            )}
          </div>
        </Card>
      )}
      {own ? (
        <OwnHistory seller={seller} round={round} />
      ) : (
        <History kind="seller" of={seller} round={round} />
      )}
    </PolicyFrame>
  )
}

/** What a seller has asked about its goods, for the house. */
export function SellerQuestions() {
  const { seller = '' } = useParams()
  return <Questions key={seller} seller={seller} own={false} />
}

/** What one has asked about one's own goods, for a seller's users. */
export function OwnQuestions() {
  const { seller = '' } = useUser()
  return <Questions seller={seller} own />
}
