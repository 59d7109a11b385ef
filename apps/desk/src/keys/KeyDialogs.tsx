import type { AddedApiKey, ApiKeyItem } from '@restow/contracts'
import { API_SCOPES, type ApiScope } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Modal, TextInput, Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'

interface MakeProps {
  seller: string
  onMade: (key: AddedApiKey) => void
  onClose: () => void
}

/** A name, and what it is to open. */
export function NewKey({ seller, onMade, onClose }: MakeProps) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['reports'])
  const tick = (scope: ApiScope, on: boolean) =>
    setScopes(API_SCOPES.filter((one) => (one === scope ? on : scopes.includes(one))))
  return (
    <FormDialog
      title={t('keys.add')}
      about={t('keys.about')}
      save={async () => onMade(await api.addApiKey(seller, { name: name.trim(), scopes: [...scopes] }))}
      ready={name.trim() !== '' && scopes.length > 0}
      onDone={() => {}}
      onClose={onClose}
      act={{ text: t('keys.add'), look: 'primary' }}
    >
      <TextInput
        label={t('keys.name')}
        value={name}
        onValue={setName}
        hint={t('keys.nameHint')}
        maxLength={60}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-s font-semibold">{t('keys.scopes')}</legend>
        {API_SCOPES.map((scope) => (
          <Tick key={scope} checked={scopes.includes(scope)} onCheck={(on) => tick(scope, on)}>
            <span>
              <span className="font-semibold">{t(`keys.scope.${scope}`)}</span>{' '}
              <span className="text-s text-ink-2">{t(`keys.scopeHint.${scope}`)}</span>
            </span>
          </Tick>
        ))}
      </fieldset>
    </FormDialog>
  )
}

/** A line for a terminal that uses the key at once. */
const tried = ({ secret, scopes }: AddedApiKey): string => {
  const path = scopes.includes('reports') ? '/api/units?limit=1' : '/api/sessions/current'
  return `curl -H 'Authorization: Bearer ${secret}' '${location.origin}${path}'`
}

/** Shown this once: the server keeps no more than a hash. */
export function Secret({ made, onClose }: { made: AddedApiKey; onClose: () => void }) {
  const { t } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(made.secret).then(() => setCopied(true))
  const whole = { onValue: () => {}, readOnly: true, className: 'font-mono' }
  return (
    <Modal title={made.name} about={t('keys.secretAbout')} close={t('button.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 pt-2">
        <TextInput
          label={t('keys.secret')}
          value={made.secret}
          {...whole}
          onFocus={(event) => event.currentTarget.select()}
        />
        <TextInput
          label={t('keys.try')}
          value={tried(made)}
          {...whole}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="flex justify-end gap-2">
          <Action onClick={copy}>{t(copied ? 'keys.copied' : 'keys.copy')}</Action>
          <Action look="primary" onClick={onClose}>
            {t('button.close')}
          </Action>
        </div>
      </div>
    </Modal>
  )
}

interface KeyProps {
  seller: string
  of: ApiKeyItem
  onClose: () => void
}

export function ReplaceKey({ seller, of, onMade, onClose }: KeyProps & Pick<MakeProps, 'onMade'>) {
  const { t } = useTexts()
  return (
    <FormDialog
      title={t('keys.replaceTitle', { name: of.name })}
      about={t('keys.replaceAbout')}
      save={async () => onMade(await api.replaceApiKey(seller, of.key))}
      ready
      onDone={() => {}}
      onClose={onClose}
      act={{ text: t('keys.replace'), look: 'primary' }}
    />
  )
}

export function RevokeKey({ seller, of, onDone, onClose }: KeyProps & { onDone: () => void }) {
  const { t } = useTexts()
  return (
    <FormDialog
      title={t('keys.revokeTitle', { name: of.name })}
      about={t('keys.revokeAbout', { key: of.key })}
      save={() => api.revokeApiKey(seller, of.key)}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('keys.revoke'), look: 'danger' }}
    />
  )
}
