import type { ImportItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, type Column, Empty, SelectInput, Tag } from '@restow/ui/desk-parts'
import { FileInput } from 'lucide-react'
import { useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { useSellers } from '../asking/sellers.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, whole } from '../shell/words.ts'
import { DropFile } from './DropFile.tsx'
import { Progress, rejectedAddress } from './Progress.tsx'
import { useImport } from './use-import.ts'

function useColumns(): Column<ImportItem>[] {
  const { t } = useTexts()
  const number = (key: 'total' | 'created' | 'updated' | 'unchanged', from?: 'sm' | 'md') =>
    ({
      key,
      head: t(`imports.${key}`),
      cell: (item: ImportItem) => whole(item[key]),
      align: 'right',
      ...(from ? { from } : {}),
    }) as const
  return [
    { key: 'startedAt', head: t('imports.startedAt'), cell: (item) => dayAndTime(item.startedAt) },
    { key: 'seller', head: t('col.seller'), cell: (item) => item.seller },
    {
      key: 'state',
      head: t('col.state'),
      cell: (item) => (
        <Tag look={item.state === 'failed' ? 'wrong' : item.state === 'running' ? 'look' : 'plain'}>
          {t(`importState.${item.state}`)}
        </Tag>
      ),
    },
    { key: 'format', head: t('imports.format'), cell: (item) => t(`format.${item.format}`), from: 'md' },
    { key: 'by', head: t('col.by'), cell: (item) => item.startedBy, max: 180, from: 'lg' },
    number('total'),
    number('created', 'sm'),
    number('updated', 'md'),
    number('unchanged', 'md'),
    {
      key: 'rejected',
      head: t('imports.notTaken'),
      cell: (item) =>
        item.rejected > 0 ? (
          <a
            href={rejectedAddress(item.id)}
            download
            aria-label={`${t('imports.download')}: ${whole(item.rejected)}`}
            className="font-semibold text-wrong underline underline-offset-2"
          >
            {whole(item.rejected)}
          </a>
        ) : (
          '0'
        ),
      align: 'right',
    },
  ]
}

type ImportFormat = Parameters<typeof api.importReturns>[0]['format']
const FORMATS: readonly ImportFormat[] = ['amazon', 'csv']

/** Files of announced returns: drop one, watch it, take the rejected lines back. */
export function Imports() {
  const { t } = useTexts()
  const user = useUser()
  const sellers = useSellers()
  const [picked, setPicked] = useState('')
  const [format, setFormat] = useState<ImportFormat>('amazon')
  const pages = usePages<ImportItem>('imports', (place, signal) => api.imports(place, signal))
  const { state, send, busy } = useImport(pages.again)
  const seller = user.seller ?? (picked || sellers[0]?.value || '')
  return (
    <Page title={t('imports.title')}>
      <Card className="flex flex-col gap-4 p-3.5">
        <div className="grid gap-3 sm:grid-cols-[200px_200px]">
          {user.role !== 'seller' && (
            <SelectInput label={t('imports.for')} value={seller} onValue={setPicked} options={sellers} />
          )}
          <SelectInput
            label={t('imports.format')}
            value={format}
            onValue={setFormat}
            options={FORMATS.map((one) => ({ value: one, text: t(`format.${one}`) }))}
          />
        </div>
        <DropFile
          disabled={busy || seller === ''}
          onFile={(file) => void send(file, () => api.importReturns({ seller, format }, file))}
        />
      </Card>
      {state && <Progress {...state} />}
      <h2 className="text-m font-semibold">{t('imports.before')}</h2>
      <ListCard
        label={t('imports.before')}
        pages={pages}
        columns={useColumns()}
        rowKey={(item) => item.id}
        empty={
          <Empty icon={<FileInput size={22} />} title={t('imports.none')}>
            {t('imports.noneHint')}
          </Empty>
        }
      />
    </Page>
  )
}
