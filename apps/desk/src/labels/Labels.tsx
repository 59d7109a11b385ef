import type { LabelTemplate } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { NoSeller } from '../asking/NoSeller.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { SellerPage } from '../asking/SellerPage.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

type Drafts = Readonly<Record<string, LabelTemplate | null>>
interface Kept {
  readonly seller: string
  readonly kept: LabelTemplate
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
  return (
    <SellerPage
      title={t('labels.title')}
      about={t('labels.about')}
      none={<NoSeller title={t('labels.noSeller')} hint={t('labels.noSellerHint')} />}
    >
      {(seller) => <LabelOf seller={seller} />}
    </SellerPage>
  )
}
