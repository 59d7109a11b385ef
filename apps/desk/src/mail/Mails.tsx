import type { MailRecipientItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty } from '@restow/ui/desk-parts'
import { Mail } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { NoSeller } from '../asking/NoSeller.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { SellerPage } from '../asking/SellerPage.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { MailsDialog } from './MailsDialog.tsx'
import { type Deed, RecipientCard } from './RecipientCard.tsx'
import { RecipientForm } from './RecipientForm.tsx'

type Over = { readonly is: 'new' } | { readonly is: Deed; readonly of: MailRecipientItem } | null

interface OverProps {
  seller: string
  over: NonNullable<Over>
  onDone: () => void
  onClose: () => void
}

function Dialog({ seller, over, onDone, onClose }: OverProps) {
  const { t } = useTexts()
  if (over.is === 'new') return <RecipientForm seller={seller} onDone={onDone} onClose={onClose} />
  const { of } = over
  if (over.is === 'change') return <RecipientForm seller={seller} of={of} onDone={onDone} onClose={onClose} />
  if (over.is === 'mails') return <MailsDialog seller={seller} of={of} onClose={onDone} />
  return (
    <FormDialog
      title={t('mails.removeTitle')}
      about={t('mails.removeAbout', { address: of.address })}
      save={() => api.removeMailRecipient(seller, of.id)}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('mails.remove'), look: 'danger' }}
    />
  )
}

/** Nobody gets a day yet, or nobody can. */
function Nobody({ on, add }: { on: boolean; add: ReactNode }) {
  const { t } = useTexts()
  return (
    <Card>
      <Empty
        icon={<Mail size={22} />}
        title={t(on ? 'mails.none' : 'mails.off')}
        {...(on ? { action: add } : {})}
      >
        {t(on ? 'mails.noneHint' : 'mails.offHint')}
      </Empty>
    </Card>
  )
}

/** Who gets one seller's days. */
function RecipientsOf({ seller }: { seller: string }) {
  const { t } = useTexts()
  const asked = useAsk(`mail recipients ${seller}`, (signal) => api.mailRecipients(seller, signal))
  const [over, setOver] = useState<Over>(null)
  const { on, items } = asked.data ?? { on: true, items: [] }
  const again = () => {
    setOver(null)
    asked.again()
  }
  const add = (
    <Action look="primary" onClick={() => setOver({ is: 'new' })}>
      {t('mails.add')}
    </Action>
  )
  return (
    <>
      {asked.problem !== null && <ProblemNote problem={asked.problem} again={asked.again} />}
      {asked.data && (items.length === 0 || !on) && <Nobody on={on} add={add} />}
      {items.length > 0 && on && <div>{add}</div>}
      {items.map((recipient) => (
        <RecipientCard
          key={recipient.id}
          {...{ seller, recipient, on }}
          onDeed={(deed) => setOver({ is: deed, of: recipient })}
          onChanged={asked.again}
        />
      ))}
      {over && <Dialog {...{ seller, over }} onDone={again} onClose={() => setOver(null)} />}
    </>
  )
}

/** Who gets the day by e-mail once it has closed. */
export function Mails() {
  const { t } = useTexts()
  return (
    <SellerPage
      title={t('mails.title')}
      about={t('mails.about')}
      none={<NoSeller title={t('report.noSeller')} hint={t('report.noSellerHint')} />}
    >
      {(seller) => <RecipientsOf key={seller} seller={seller} />}
    </SellerPage>
  )
}
