import { useTexts } from '@restow/ui/desk'
import { Filter } from '@restow/ui/desk-parts'
import type { ReactNode } from 'react'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { useAnySellers } from './sellers.ts'
import { useFilters } from './use-filters.ts'

interface Props {
  title: string
  about: string
  children: (seller: string) => ReactNode
  /** Instead, where there is no seller yet. */
  none?: ReactNode
}

/** A page about one seller: whoever is signed in as one, or for staff the chosen one. */
export function SellerPage({ title, about, children, none = null }: Props) {
  const { t } = useTexts()
  const user = useUser()
  const { filters, set } = useFilters()
  const { sellers, none: isNone } = useAnySellers()
  const seller = user.seller ?? filters.seller ?? sellers[0]?.value ?? ''
  const choice = user.role !== 'seller' && !isNone && (
    <Filter
      label={t('list.seller')}
      value={seller}
      onValue={(code) => set('seller', code)}
      options={sellers}
    />
  )
  return (
    <Page title={title} tools={choice}>
      <p className="-mt-2 max-w-[80ch] text-s text-ink-2">{about}</p>
      {isNone ? none : seller !== '' && children(seller)}
    </Page>
  )
}
