import type { LabelTemplate } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, Empty, Filter } from '@restow/ui/desk-parts'
import { Store } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAnySellers } from '../asking/sellers.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useFilters } from '../asking/use-filters.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

type Drafts = Readonly<Record<string, LabelTemplate | null>>
interface Kept {
  readonly seller: string
  readonly kept: LabelTemplate
}

function NoSeller() {
  const { t } = useTexts()
  return (
    <Card>
      <Empty
        icon={<Store size={22} />}
        title={t('labels.noSeller')}
        action={
          <Link to="/set-up/sellers" className={actionClasses('primary')}>
            {t('nav.sellers')}
          </Link>
        }
      >
        {t('labels.noSellerHint')}
      </Empty>
    </Card>
  )
}

/** One seller's label. What is not saved yet is kept while staff look at another seller's. */
function LabelOf({ seller }: { seller: string }) {
  const [drafts, setDrafts] = useState<Drafts>({})
  const [saved, setSaved] = useState<{ over: Kept; kept: LabelTemplate } | null>(null)
  const asked = useAsk<Kept>(seller, async (signal) => ({
    seller,
    kept: await api.labelTemplate(seller, signal),
  }))
  const answer = asked.data
  if (asked.problem !== null && !asked.loading)
    return (
      <Card>
        <ProblemNote problem={asked.problem} again={asked.again} />
      </Card>
    )
  if (answer?.seller !== seller) return null
  return (
    <TemplateEditor
      key={seller}
      seller={seller}
      kept={saved?.over === answer ? saved.kept : answer.kept}
      draft={drafts[seller] ?? null}
      onDraft={(draft) => setDrafts((before) => ({ ...before, [seller]: draft }))}
      onKept={(kept, sent) => {
        setSaved({ over: answer, kept })
        setDrafts((before) => (before[seller] === sent ? { ...before, [seller]: null } : before))
      }}
    />
  )
}

/** What stands on a seller's relabels: the seller's own, or for staff the chosen seller's. */
export function Labels() {
  const { t } = useTexts()
  const user = useUser()
  const { filters, set } = useFilters()
  const { sellers, none } = useAnySellers()
  const seller = user.seller ?? filters.seller ?? sellers[0]?.value ?? ''
  return (
    <Page
      title={t('labels.title')}
      tools={
        user.role !== 'seller' &&
        !none && (
          <Filter
            label={t('list.seller')}
            value={seller}
            onValue={(code) => set('seller', code)}
            options={sellers}
          />
        )
      }
    >
      <p className="-mt-2 max-w-[80ch] text-s text-ink-2">{t('labels.about')}</p>
      {none ? <NoSeller /> : seller !== '' && <LabelOf seller={seller} />}
    </Page>
  )
}
