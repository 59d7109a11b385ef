import type { SellerPolicy } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime } from '../shell/words.ts'
import { History } from './History.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'

function Standing({ policy }: { policy: SellerPolicy }) {
  const { t } = useTexts()
  const { version, changedBy, changedAt } = policy
  return (
    <>
      <Tag>{t('policy.version', { n: version })}</Tag>
      {changedBy && changedAt && (
        <span className="text-s text-ink-2">
          {t('house.changedBy', { by: changedBy, at: dayAndTime(changedAt) })}
        </span>
      )}
    </>
  )
}

function Policy({ seller, own }: { seller: string; own: boolean }) {
  const { t } = useTexts()
  const { role } = useUser()
  const asked = useAsk(`policy ${seller}`, (signal) => api.policy(seller, signal))
  const [saved, setSaved] = useState<SellerPolicy | null>(null)
  const policy = saved ?? asked.data
  return (
    <Page
      title={own ? t('nav.policy') : `${t('sellers.title')} ${seller}`}
      heading={
        own ? undefined : (
          <span className="flex items-center gap-1.5">
            <Link to="/set-up/sellers" className="text-ink-2 hover:text-ink">
              {t('sellers.title')}
            </Link>
            <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
            <span>{seller}</span>
          </span>
        )
      }
      tools={policy && <Standing policy={policy} />}
    >
      <p className="-mt-2 max-w-[72ch] text-s text-ink-2">
        {t(own ? 'policy.aboutOwn' : role === 'admin' ? 'policy.about' : 'policy.adminOnly')}
      </p>
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {!policy && asked.problem === null && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {policy && (
        <PolicyEditor key={seller} kept={policy} fixed={own || role !== 'admin'} onKept={setSaved} />
      )}
      {!own && <History kind="seller" of={seller} round={policy?.version ?? 0} />}
    </Page>
  )
}

/** A seller and its policy, for the house. */
export function SellerPage() {
  const { seller = '' } = useParams()
  return <Policy key={seller} seller={seller} own={false} />
}

/** A seller's own policy, for its own users: to be read. */
export function OwnPolicy() {
  const { seller = '' } = useUser()
  return <Policy seller={seller} own />
}
