import type { AddedWebhook, WebhookItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty, TextInput } from '@restow/ui/desk-parts'
import { Webhook as Hook } from 'lucide-react'
import { useState } from 'react'
import { ProblemNote } from '../asking/Problem.tsx'
import { SellerPage } from '../asking/SellerPage.tsx'
import { ShownOnce } from '../asking/ShownOnce.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { today } from '../shell/words.ts'
import { type Deed, HookCard } from './HookCard.tsx'
import { MessagesDialog } from './MessagesDialog.tsx'
import { WebhookForm } from './WebhookForm.tsx'

type Over =
  | { readonly is: 'new' }
  | { readonly is: 'shown'; readonly hook: AddedWebhook }
  | { readonly is: Deed; readonly of: WebhookItem }
  | null

interface OverProps {
  seller: string
  over: NonNullable<Over>
  onShown: (hook: AddedWebhook) => void
  onDone: () => void
  onClose: () => void
}

/** Everything since a day, once more. */
function Replay({ seller, of, onDone, onClose }: Omit<OverProps, 'over' | 'onShown'> & { of: WebhookItem }) {
  const { t } = useTexts()
  const [from, setFrom] = useState(today())
  return (
    <FormDialog
      title={t('hooks.replay')}
      about={t('hooks.replayAbout')}
      save={() => api.replayWebhook(seller, of.id, from)}
      ready={from !== '' && from <= today()}
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('hooks.replay'), look: 'primary' }}
    >
      <TextInput label={t('hooks.from')} value={from} onValue={setFrom} type="date" max={today()} />
    </FormDialog>
  )
}

function Dialog({ seller, over, onShown, onDone, onClose }: OverProps) {
  const { t } = useTexts()
  if (over.is === 'shown') {
    const texts = [{ label: t('hooks.secret'), value: over.hook.secret }]
    return <ShownOnce title={over.hook.url} about={t('hooks.secretAbout')} texts={texts} onClose={onClose} />
  }
  if (over.is === 'new')
    return <WebhookForm seller={seller} onAdded={onShown} onChanged={onDone} onClose={onClose} />
  const { of } = over
  if (over.is === 'change')
    return <WebhookForm seller={seller} of={of} onAdded={onShown} onChanged={onDone} onClose={onClose} />
  if (over.is === 'messages') return <MessagesDialog seller={seller} of={of} onClose={onDone} />
  if (over.is === 'replay') return <Replay seller={seller} of={of} onDone={onDone} onClose={onClose} />
  if (over.is === 'secret')
    return (
      <FormDialog
        title={t('hooks.newSecret')}
        about={t('hooks.newSecretAbout')}
        save={async () => onShown(await api.renewWebhookSecret(seller, of.id))}
        ready
        onDone={() => {}}
        onClose={onClose}
        act={{ text: t('hooks.newSecret'), look: 'primary' }}
      />
    )
  return (
    <FormDialog
      title={t('hooks.removeTitle')}
      about={t('hooks.removeAbout', { url: of.url })}
      save={() => api.removeWebhook(seller, of.id)}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('hooks.remove'), look: 'danger' }}
    />
  )
}

/** Where one seller's systems are told of things. */
function HooksOf({ seller }: { seller: string }) {
  const { t } = useTexts()
  const asked = useAsk(`webhooks ${seller}`, (signal) => api.webhooks(seller, signal))
  const [over, setOver] = useState<Over>(null)
  const items = asked.data?.items ?? []
  const again = () => {
    setOver(null)
    asked.again()
  }
  const add = (
    <Action look="primary" onClick={() => setOver({ is: 'new' })}>
      {t('hooks.add')}
    </Action>
  )
  return (
    <>
      {asked.problem !== null && <ProblemNote problem={asked.problem} again={asked.again} />}
      {asked.data && items.length === 0 && (
        <Card>
          <Empty icon={<Hook size={22} />} title={t('hooks.none')} action={add}>
            {t('hooks.noneHint')}
          </Empty>
        </Card>
      )}
      {items.length > 0 && <div>{add}</div>}
      {items.map((hook) => (
        <HookCard
          key={hook.id}
          seller={seller}
          hook={hook}
          onDeed={(deed) => setOver({ is: deed, of: hook })}
          onChanged={asked.again}
        />
      ))}
      {over && (
        <Dialog
          seller={seller}
          over={over}
          onShown={(hook) => {
            setOver({ is: 'shown', hook })
            asked.again()
          }}
          onDone={again}
          onClose={() => setOver(null)}
        />
      )}
    </>
  )
}

/** What other systems are told as it happens. */
export function Webhooks() {
  const { t } = useTexts()
  return (
    <SellerPage title={t('hooks.title')} about={t('hooks.about')}>
      {(seller) => <HooksOf key={seller} seller={seller} />}
    </SellerPage>
  )
}
