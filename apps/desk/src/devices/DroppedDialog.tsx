import type { DeviceItem, DroppedItem } from '@restow/contracts'
import { WOULD_LEAD_TO } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { type Column, Modal } from '@restow/ui/desk-parts'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, wordOf } from '../shell/words.ts'
import { calledBy } from './DeviceDialogs.tsx'

function useColumns(): Column<DroppedItem>[] {
  const { t } = useTexts()
  return [
    { key: 'at', head: t('dropped.when'), cell: ({ droppedAt }) => dayAndTime(droppedAt) },
    { key: 'who', head: t('dropped.who'), cell: ({ droppedBy }) => <Code value={droppedBy} /> },
    {
      key: 'what',
      head: t('dropped.what'),
      cell: ({ type, about }) => (
        <span className="flex items-center gap-2">
          {wordOf('event', WOULD_LEAD_TO[type])} {about && <Code value={about} />}
        </span>
      ),
    },
    { key: 'reason', head: t('dropped.reason'), cell: ({ reason }) => t(`dropped.${reason}`) },
    {
      key: 'doneBy',
      head: t('dropped.doneBy'),
      cell: ({ doneBy }) => <Code value={doneBy} />,
      from: 'md',
    },
    {
      key: 'message',
      head: t('dropped.refusal'),
      cell: ({ message }) => message || '–',
      title: ({ message }) => message,
      max: 320,
      from: 'md',
    },
  ]
}

/** What was dropped on a device: what it was, whose, why it was refused, who let it go and why. */
export function DroppedDialog({ device, onClose }: { device: DeviceItem; onClose: () => void }) {
  const { t } = useTexts()
  const { deviceId } = device
  const title = t('dropped.title', { what: calledBy(device) })
  const pages = usePages<DroppedItem>(`dropped ${deviceId}`, (place, signal) =>
    api.droppedOn(deviceId, place, signal),
  )
  return (
    <Modal wide title={title} about={t('dropped.about')} close={t('button.close')} onClose={onClose}>
      <ListCard
        label={title}
        pages={pages}
        columns={useColumns()}
        rowKey={(row) => row.commandId}
        empty={<p className="p-5 text-ink-2">{t('dropped.none')}</p>}
      />
    </Modal>
  )
}
