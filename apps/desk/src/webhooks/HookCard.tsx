import type { WebhookItem, WebhookTried } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { api } from '../shell/api.ts'
import { longDate, spanSince, whole } from '../shell/words.ts'

export type Deed = 'change' | 'secret' | 'replay' | 'messages' | 'remove'
interface Props {
  seller: string
  hook: WebhookItem
  onDeed: (deed: Deed) => void
  onChanged: () => void
}

function State({ hook }: { hook: WebhookItem }) {
  const { t } = useTexts()
  const { active, failingSince, lastDeliveredAt } = hook
  if (!active) return <Tag>{t('hooks.rests')}</Tag>
  if (failingSince !== null)
    return <Tag look="wrong">{t('hooks.failing', { span: spanSince(failingSince) })}</Tag>
  if (lastDeliveredAt === null) return <Tag look="look">{t('hooks.nothingYet')}</Tag>
  return <Tag look="right">{t('hooks.delivered', { span: spanSince(lastDeliveredAt) })}</Tag>
}

/** Sends a test at once, and says what came of it. */
function Test({ seller, hook }: Pick<Props, 'seller' | 'hook'>) {
  const { t } = useTexts()
  const [tried, setTried] = useState<WebhookTried | string | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setTried(await api.tryWebhook(seller, hook.id).catch((error: unknown) => sentenceOf(error)))
    setBusy(false)
  }
  const said =
    tried === null || typeof tried === 'string'
      ? tried
      : tried.delivered
        ? t('hooks.tested', { status: tried.status ?? '', ms: whole(tried.milliseconds) })
        : tried.error
  return (
    <>
      <Action onClick={() => void run()} disabled={busy}>
        {t('hooks.test')}
      </Action>
      <span role="status" className="text-s text-ink-2">
        {busy ? t('hooks.testing') : said}
      </span>
    </>
  )
}

/** One webhook: where it leads, how it gets on, and what is done with it. */
export function HookCard({ seller, hook, onDeed, onChanged }: Props) {
  const { t } = useTexts()
  const { url, types, active, waiting, dead, lastError, replayFrom } = hook
  const rest = () => void api.changeWebhook(seller, hook.id, { active: !active }).finally(onChanged)
  return (
    <Card>
      <div className="flex flex-col gap-2.5 p-3.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 font-mono text-s font-semibold [overflow-wrap:anywhere]">{url}</h2>
          <State hook={hook} />
        </div>
        <p className="flex flex-wrap gap-1">
          {types.map((type) => (
            <Tag key={type}>{type}</Tag>
          ))}
        </p>
        <p className="text-s text-ink-2">
          {t('hooks.counts', { waiting: whole(waiting), dead: whole(dead) })}
          {replayFrom !== null && ` · ${t('hooks.replaying', { day: longDate(replayFrom) })}`}
        </p>
        {lastError !== null && <p className="text-s text-wrong [overflow-wrap:anywhere]">{lastError}</p>}
        <div className="flex flex-wrap items-center gap-1.5">
          <Test seller={seller} hook={hook} />
        </div>
        <div className="flex flex-wrap gap-1.5 border-t border-line-2 pt-2.5">
          <Action onClick={() => onDeed('messages')}>{t('hooks.messages')}</Action>
          <Action onClick={() => onDeed('replay')}>{t('hooks.replay')}</Action>
          <Action onClick={() => onDeed('change')}>{t('hooks.change')}</Action>
          <Action onClick={rest}>{t(active ? 'hooks.rest' : 'hooks.goOn')}</Action>
          <Action onClick={() => onDeed('secret')}>{t('hooks.newSecret')}</Action>
          <Action onClick={() => onDeed('remove')}>{t('hooks.remove')}</Action>
        </div>
      </div>
    </Card>
  )
}
