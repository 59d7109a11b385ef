import type { MailRecipientItem } from '@restow/contracts'
import { LANGUAGES } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { api } from '../shell/api.ts'
import { spanSince, whole } from '../shell/words.ts'

export type Deed = 'change' | 'mails' | 'remove'
interface Props {
  seller: string
  recipient: MailRecipientItem
  /** False where the house sends nothing. */
  on: boolean
  onDeed: (deed: Deed) => void
  onChanged: () => void
}

function State({ recipient }: Pick<Props, 'recipient'>) {
  const { t } = useTexts()
  const { stoppedAt, suppressedAt, lastSentAt, lastAnswer } = recipient
  if (stoppedAt !== null) return <Tag>{t('mails.stopped')}</Tag>
  if (suppressedAt !== null) return <Tag look="wrong">{t('mails.suppressed')}</Tag>
  const look = lastAnswer === null ? (lastSentAt === null ? 'plain' : 'right') : 'look'
  return (
    <Tag look={look}>
      {lastSentAt === null ? t('mails.waitingFirst') : t('mails.sent', { span: spanSince(lastSentAt) })}
    </Tag>
  )
}

/** Sends a test at once, and says what the mail server said. */
function Test({ seller, recipient }: Pick<Props, 'seller' | 'recipient'>) {
  const { t } = useTexts()
  const [said, setSaid] = useState('')
  const run = async () => {
    setSaid(t('mails.testing'))
    const tried = await api
      .tryMailRecipient(seller, recipient.id)
      .then(({ sent, answer, milliseconds }) =>
        sent ? t('mails.tested', { ms: whole(milliseconds) }) : answer,
      )
      .catch((error: unknown) => sentenceOf(error))
    setSaid(tried)
  }
  return (
    <>
      <Action onClick={() => void run()} disabled={said === t('mails.testing')}>
        {t('mails.test')}
      </Action>
      <span role="status" className="min-w-0 text-s text-ink-2 [overflow-wrap:anywhere]">
        {said}
      </span>
    </>
  )
}

/** What is the matter with it, where something is. */
function Trouble({ seller, recipient, onChanged }: Pick<Props, 'seller' | 'recipient' | 'onChanged'>) {
  const { t, tn } = useTexts()
  const { id, stoppedAt, suppressedAt, lastAnswer, waiting } = recipient
  const again = () => void api.changeMailRecipient(seller, id, { tryAgain: true }).finally(onChanged)
  if (stoppedAt !== null) return <p className="text-s text-ink-2">{t('mails.stoppedAbout')}</p>
  return (
    <>
      {suppressedAt !== null && <p className="text-s text-ink-2">{t('mails.suppressedAbout')}</p>}
      {waiting > 0 && <p className="text-s text-ink-2">{tn('mails.waiting', waiting)}</p>}
      {lastAnswer !== null && <p className="text-s text-wrong [overflow-wrap:anywhere]">{lastAnswer}</p>}
      {suppressedAt !== null && (
        <div>
          <Action onClick={again}>{t('mails.tryAgain')}</Action>
        </div>
      )}
    </>
  )
}

/** One recipient: what it gets, how that goes, and what is done with it. */
export function RecipientCard({ seller, recipient, on, onDeed, onChanged }: Props) {
  const { t } = useTexts()
  const { address, language, formats, emptyDays, stoppedAt } = recipient
  const files = formats.length > 0 ? formats.map((one) => one.toUpperCase()).join(', ') : t('mails.noFiles')
  const gets = [LANGUAGES[language], files, ...(emptyDays ? [t('mails.emptyToo')] : [])]
  return (
    <Card>
      <div className="flex flex-col gap-2 p-3.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 text-m font-semibold [overflow-wrap:anywhere]">{address}</h2>
          <State recipient={recipient} />
        </div>
        <p className="text-s text-ink-2">{gets.join(' · ')}</p>
        <Trouble seller={seller} recipient={recipient} onChanged={onChanged} />
        <div className="flex flex-wrap items-center gap-1.5 border-t border-line-2 pt-2.5">
          <Action onClick={() => onDeed('mails')}>{t('mails.list')}</Action>
          {stoppedAt === null && <Action onClick={() => onDeed('change')}>{t('mails.change')}</Action>}
          <Action onClick={() => onDeed('remove')}>{t('mails.remove')}</Action>
          {on && stoppedAt === null && <Test seller={seller} recipient={recipient} />}
        </div>
      </div>
    </Card>
  )
}
