import type { ExpectedReturnItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, actionClasses, type Column, DataTable, Modal } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { useUser } from '../shell/session.store.ts'
import { money, reasonSaid, whole } from '../shell/words.ts'
import { FactList } from '../units/FactList.tsx'

type Line = ExpectedReturnItem['lines'][number] & { readonly at: number }

function Trackings({ numbers }: { numbers: readonly string[] }) {
  const { t } = useTexts()
  const { role } = useUser()
  if (numbers.length === 0) return t('announced.noTracking')
  return (
    <span className="flex flex-wrap gap-x-3">
      {numbers.map((number) =>
        role === 'seller' ? (
          <Code key={number} value={number} />
        ) : (
          <Link
            key={number}
            to={`/parcels?search=${encodeURIComponent(number)}`}
            className="text-accent underline underline-offset-2"
          >
            <Code value={number} />
          </Link>
        ),
      )}
    </span>
  )
}

/** What can still be done as long as nothing of it has come. */
function Acts({ item, onCancel }: { item: ExpectedReturnItem; onCancel: () => void }) {
  const { t } = useTexts()
  const query = new URLSearchParams({ seller: item.seller, rma: item.rmaNumber })
  return (
    <div className="flex flex-wrap justify-end gap-2 border-t border-line px-3.5 pt-3.5">
      <Action onClick={onCancel}>{t('announce.cancel')}</Action>
      <Link to={`/announcements/change?${query}`} className={actionClasses()}>
        {t('announce.toChange')}
      </Link>
    </div>
  )
}

interface Props {
  item: ExpectedReturnItem
  onCancel: () => void
  onClose: () => void
}

/** One announced return with its lines, and how much of each has come. */
export function AnnouncedDialog({ item, onCancel, onClose }: Props) {
  const { t } = useTexts()
  const columns: Column<Line>[] = [
    { key: 'sku', head: t('col.sku'), cell: (line) => <Code value={line.sku} />, max: 140 },
    { key: 'title', head: t('col.title'), cell: (line) => line.title, title: (line) => line.title, max: 300 },
    {
      key: 'reason',
      head: t('col.reason'),
      cell: (line) => reasonSaid(line.reason),
      title: (line) => line.reason.raw,
    },
    {
      key: 'value',
      head: t('col.value'),
      cell: (line) => (line.value ? money(line.value.minor, line.value.currency) : '–'),
      align: 'right',
    },
    {
      key: 'pieces',
      head: t('col.pieces'),
      cell: (line) => t('parcel.of', { done: whole(line.registered), all: whole(line.quantity) }),
      align: 'right',
    },
  ]
  return (
    <Modal
      wide
      title={<Code value={item.rmaNumber} />}
      about={`${item.seller} · ${t(`expectedState.${item.state}`)}`}
      close={t('button.close')}
      onClose={onClose}
    >
      <div className="-mx-3.5">
        <FactList
          facts={[
            { name: t('col.order'), value: item.orderNumber && <Code value={item.orderNumber} /> },
            { name: t('col.channel'), value: item.channel },
            { name: t('col.carrier'), value: item.carrier },
            { name: t('col.announcedOn'), value: item.announcedOn },
            { name: t('announced.trackings'), value: <Trackings numbers={item.trackingNumbers} /> },
          ]}
        />
        <DataTable
          label={t('announced.lines', { rma: item.rmaNumber })}
          columns={columns}
          rows={item.lines.map((line, at) => ({ ...line, at }))}
          rowKey={(line) => `${line.at}`}
          className="border-t border-line"
        />
        {item.state === 'announced' && <Acts item={item} onCancel={onCancel} />}
      </div>
    </Modal>
  )
}
