import type { AddedApiKey, ApiKeyItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, DataTable, Empty } from '@restow/ui/desk-parts'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { ProblemNote } from '../asking/Problem.tsx'
import { SellerPage } from '../asking/SellerPage.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { NewKey, ReplaceKey, RevokeKey, Secret } from './KeyDialogs.tsx'
import { type Deeds, keyColumns, narrowKey } from './key-columns.tsx'

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
  const deeds: Deeds = {
    replace: (of) => setOver({ is: 'replace', of }),
    revoke: (of) => setOver({ is: 'revoke', of }),
  }
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
            columns={keyColumns(deeds)}
            narrow={narrowKey(deeds)}
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
  return (
    <SellerPage title={t('keys.title')} about={t('keys.about')}>
      {(seller) => <KeysOf key={seller} seller={seller} />}
    </SellerPage>
  )
}
