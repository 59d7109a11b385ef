import type { DayMailItem, MailRecipientItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, type Column, Modal, Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, shortDate } from '../shell/words.ts'

const LOOKS = { waiting: 'look', sent: 'right', given_up: 'wrong' } as const

function useColumns(seller: string, again: (mail: DayMailItem) => void): Column<DayMailItem>[] {
  const { t } = useTexts()
  const when = ({ sentAt, nextAt }: DayMailItem) =>
    sentAt ? dayAndTime(sentAt) : nextAt ? t('mails.next', { at: dayAndTime(nextAt) }) : '–'
  return [
    {
      key: 'day',
      head: t('mails.day'),
      cell: ({ day }) => (
        <Link
          to={`/reports/${day}?seller=${encodeURIComponent(seller)}`}
          className="text-accent underline underline-offset-2"
        >
          {shortDate(day)}
        </Link>
      ),
    },
    { key: 'warehouse', head: t('mails.warehouse'), cell: ({ warehouse }) => warehouse, from: 'sm' },
    {
      key: 'state',
      head: t('keys.state'),
      cell: ({ state }) => <Tag look={LOOKS[state]}>{t(`mails.state.${state}`)}</Tag>,
    },
    { key: 'when', head: t('mails.when'), cell: when, from: 'sm' },
    {
      key: 'answer',
      head: t('mails.answer'),
      cell: ({ answer }) => answer ?? '–',
      title: ({ answer }) => answer ?? undefined,
      max: 320,
      grows: true,
      from: 'md',
    },
    {
      key: 'acts',
      head: t('keys.acts'),
      cell: (mail) =>
        mail.state !== 'waiting' && <Action onClick={() => again(mail)}>{t('mails.again')}</Action>,
      align: 'right',
    },
  ]
}

interface Props {
  seller: string
  of: MailRecipientItem
  onClose: () => void
}

/** Which days went there and which did not, and why; each can be sent once more. */
export function MailsDialog({ seller, of, onClose }: Props) {
  const { t } = useTexts()
  const pages = usePages<DayMailItem>(`mails ${of.id}`, (place, signal) =>
    api.dayMails({ seller, id: of.id }, place, signal),
  )
  const again = (mail: DayMailItem) =>
    void api.sendDayMailAgain(seller, of.id, mail).finally(() => pages.again())
  return (
    <Modal wide title={t('mails.list')} about={of.address} close={t('button.close')} onClose={onClose}>
      <ListCard
        label={t('mails.list')}
        pages={pages}
        columns={useColumns(seller, again)}
        rowKey={({ warehouse, day }) => `${warehouse} ${day}`}
        empty={<p className="p-5 text-ink-2">{t('mails.noMails')}</p>}
      />
    </Modal>
  )
}
