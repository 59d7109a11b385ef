import type { WebhookItem, WebhookMessage } from '@restow/contracts'
import { WEBHOOK_STATES, type WebhookState } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, type Column, Filter, Modal, Tag } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, whole } from '../shell/words.ts'

const LOOKS = { waiting: 'look', delivered: 'right', dead: 'wrong' } as const

type Again = (message: WebhookMessage) => void

function State({ of: { state, attempts } }: { of: WebhookMessage }) {
  const { t } = useTexts()
  return (
    <span className="flex items-center gap-2">
      <Tag look={LOOKS[state]}>{t(`hooks.state.${state}`)}</Tag>
      {attempts > 1 && <span className="text-ink-2">{t('hooks.attempts', { n: whole(attempts) })}</span>}
    </span>
  )
}

/** One that was given up can be sent once more. */
function SendAgain({ of: message, again }: { of: WebhookMessage; again: Again }) {
  const { t } = useTexts()
  return message.state === 'dead' && <Action onClick={() => again(message)}>{t('hooks.again')}</Action>
}

/** A message on a phone. */
const narrowMessage = (again: Again) => (message: WebhookMessage) => (
  <div className="flex flex-col items-start gap-1.5">
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Code value={message.type} className="text-xs font-semibold" />
      <State of={message} />
    </span>
    <span className="text-ink-2">
      {dayAndTime(message.at)} · <Code value={message.about} className="text-xs [overflow-wrap:anywhere]" />
    </span>
    {message.lastError !== null && <span className="[overflow-wrap:anywhere]">{message.lastError}</span>}
    <SendAgain of={message} again={again} />
  </div>
)

function useColumns(again: Again): Column<WebhookMessage>[] {
  const { t } = useTexts()
  return [
    { key: 'at', head: t('hooks.when'), cell: ({ at }) => dayAndTime(at) },
    { key: 'type', head: t('hooks.type'), cell: ({ type }) => <Code value={type} className="text-xs" /> },
    {
      key: 'about',
      head: t('hooks.aboutWhat'),
      cell: ({ about }) => <Code value={about} className="text-xs" />,
    },
    {
      key: 'state',
      head: t('keys.state'),
      cell: (message) => <State of={message} />,
    },
    {
      key: 'error',
      head: t('hooks.error'),
      cell: ({ lastError }) => lastError ?? '–',
      title: ({ lastError }) => lastError ?? undefined,
      max: 150,
      grows: true,
      from: 'md',
    },
    {
      key: 'acts',
      head: t('keys.acts'),
      cell: (message) => <SendAgain of={message} again={again} />,
      align: 'right',
    },
  ]
}

interface Props {
  seller: string
  of: WebhookItem
  onClose: () => void
}

/** What was told there and what is still to be told; what was given up can be sent once more. */
export function MessagesDialog({ seller, of, onClose }: Props) {
  const { t } = useTexts()
  const [state, setState] = useState<WebhookState | ''>(of.dead > 0 ? 'dead' : '')
  const pages = usePages<WebhookMessage>(`webhook ${of.id} ${state}`, (place, signal) =>
    api.webhookMessages({ seller, id: of.id }, { ...place, ...(state ? { state } : {}) }, signal),
  )
  const again = (message: WebhookMessage) =>
    void api.sendWebhookMessageAgain(seller, of.id, message.id).finally(() => pages.again())
  const all = { value: '' as const, text: t('hooks.allStates') }
  const states = WEBHOOK_STATES.map((one) => ({ value: one, text: t(`hooks.state.${one}`) }))
  return (
    <Modal wide title={t('hooks.messages')} about={of.url} close={t('button.close')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <Filter label={t('keys.state')} value={state} onValue={setState} options={[all, ...states]} />
        <ListCard
          label={t('hooks.messages')}
          pages={pages}
          columns={useColumns(again)}
          narrow={narrowMessage(again)}
          rowKey={({ id }) => id}
          empty={<p className="p-5 text-ink-2">{t('hooks.noMessages')}</p>}
        />
      </div>
    </Modal>
  )
}
