import type { AddedApiKey, ApiKeyItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, DataTable, Empty, Filter } from '@restow/ui/desk-parts'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAnySellers } from '../asking/sellers.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useFilters } from '../asking/use-filters.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { NewKey, ReplaceKey, RevokeKey, Secret } from './KeyDialogs.tsx'
import { keyColumns } from './key-columns.tsx'

type Over =
  | { readonly is: 'new' }
  | { readonly is: 'made'; readonly made: AddedApiKey }
  | { readonly is: 'replace' | 'revoke'; readonly of: ApiKeyItem }
  | null

/** The keys of one seller's scripts, and what is done with them. */
function KeysOf({ seller }: { seller: string }) {
  const { t } = useTexts()
  const asked = useAsk(`api keys ${seller}`, (signal) => api.apiKeys(seller, signal))
  const [over, setOver] = useState<Over>(null)
  const items = asked.data?.items ?? []
  const close = () => setOver(null)
  const made = (key: AddedApiKey) => {
    setOver({ is: 'made', made: key })
    asked.again()
  }
  const add = (
    <Action look="primary" onClick={() => setOver({ is: 'new' })}>
      {t('keys.add')}
    </Action>
  )
  return (
    <Card>
      {asked.problem !== null && <ProblemNote problem={asked.problem} again={asked.again} />}
      {asked.data && items.length === 0 && (
        <Empty icon={<KeyRound size={22} />} title={t('keys.none')} action={add}>
          {t('keys.noneHint')}
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <div className="flex justify-end p-3">{add}</div>
          <DataTable
            label={t('keys.list', { seller })}
            columns={keyColumns({
              replace: (of) => setOver({ is: 'replace', of }),
              revoke: (of) => setOver({ is: 'revoke', of }),
            })}
            rows={items}
            rowKey={({ key }) => key}
            stale={asked.loading}
          />
        </>
      )}
      {over?.is === 'new' && <NewKey seller={seller} onMade={made} onClose={close} />}
      {over?.is === 'made' && <Secret made={over.made} onClose={close} />}
      {over?.is === 'replace' && <ReplaceKey seller={seller} of={over.of} onMade={made} onClose={close} />}
      {over?.is === 'revoke' && (
        <RevokeKey
          seller={seller}
          of={over.of}
          onDone={() => {
            close()
            asked.again()
          }}
          onClose={close}
        />
      )}
    </Card>
  )
}

/** Keys for scripts: the seller's own, or for staff the chosen seller's. */
export function Keys() {
  const { t } = useTexts()
  const user = useUser()
  const { filters, set } = useFilters()
  const { sellers } = useAnySellers()
  const seller = user.seller ?? filters.seller ?? sellers[0]?.value ?? ''
  return (
    <Page
      title={t('keys.title')}
      tools={
        sellers.length > 0 && (
          <Filter
            label={t('list.seller')}
            value={seller}
            onValue={(code) => set('seller', code)}
            options={sellers}
          />
        )
      }
    >
      <p className="-mt-2 max-w-[80ch] text-s text-ink-2">{t('keys.about')}</p>
      {seller !== '' && <KeysOf key={seller} seller={seller} />}
    </Page>
  )
}
