import type { AddedWebhook, WebhookItem } from '@restow/contracts'
import { WEBHOOK_TYPES, type WebhookType } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { TextInput, Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'

interface Props {
  seller: string
  /** The one that is changed; a new one where it is left out. */
  of?: WebhookItem
  onAdded: (hook: AddedWebhook) => void
  onChanged: () => void
  onClose: () => void
}

/** An address, and what is told there. */
export function WebhookForm({ seller, of, onAdded, onChanged, onClose }: Props) {
  const { t } = useTexts()
  const [url, setUrl] = useState(of?.url ?? '')
  const [types, setTypes] = useState<readonly WebhookType[]>(of?.types ?? WEBHOOK_TYPES)
  const tick = (type: WebhookType, on: boolean) =>
    setTypes(WEBHOOK_TYPES.filter((one) => (one === type ? on : types.includes(one))))
  const said = { url: url.trim(), types: [...types] }
  const save = async () => {
    if (of === undefined) return onAdded(await api.addWebhook(seller, said))
    await api.changeWebhook(seller, of.id, said)
    onChanged()
  }
  return (
    <FormDialog
      title={t(of ? 'hooks.change' : 'hooks.add')}
      about={t('hooks.formAbout')}
      save={save}
      ready={/^https?:\/\/\S+$/.test(said.url) && types.length > 0}
      onDone={() => {}}
      onClose={onClose}
      act={{ text: t(of ? 'button.save' : 'hooks.add'), look: 'primary' }}
    >
      <TextInput
        label={t('hooks.url')}
        value={url}
        onValue={setUrl}
        hint={t('hooks.urlHint')}
        type="url"
        inputMode="url"
        maxLength={2000}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-s font-semibold">{t('hooks.types')}</legend>
        {WEBHOOK_TYPES.map((type) => (
          <Tick key={type} checked={types.includes(type)} onCheck={(on) => tick(type, on)}>
            <span>
              <span className="font-mono text-s">{type}</span>{' '}
              <span className="text-s text-ink-2">{t(`hooks.type.${type}`)}</span>
            </span>
          </Tick>
        ))}
      </fieldset>
    </FormDialog>
  )
}
