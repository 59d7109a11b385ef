import type { WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, TextInput } from '@restow/ui/desk-parts'
import { type Ref, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { shortBin } from '../shell/words.ts'
import { DEEDS_OF, type Deed, isOwnRequest, KEY_OF, lookOf, type Said } from './decisions.ts'
import { Key } from './Key.tsx'

interface Props {
  item: WaitingItem
  busy: boolean
  /** The field in which something is said along with it. */
  field: Ref<HTMLInputElement>
  onDeed: (deed: Deed, said: Said) => void
}

/** What can be said to it, and the field for what is said along. */
export function Decide({ item, busy, field, onDeed }: Props) {
  const { t } = useTexts()
  const { badge, role } = useUser()
  const [note, setNote] = useState('')
  const [bin, setBin] = useState(item.kind === 'missing' && item.bin ? shortBin(item.bin) : '')
  const deeds = role === 'seller' ? [] : DEEDS_OF[item.kind]
  if (deeds.length === 0) return null
  if (isOwnRequest(item, badge))
    return <p className="text-s font-semibold text-look">{t('waiting.ownRequest', { badge: badge ?? '' })}</p>
  const answers = item.kind === 'hold' || item.kind === 'hold_seller'
  return (
    <form
      className="flex flex-col gap-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = deeds
        if (first) onDeed(first, { note, bin })
      }}
    >
      {item.kind === 'missing' && (
        <TextInput
          label={t('waiting.foundIn')}
          hint={t('waiting.foundInHint')}
          value={bin}
          onValue={setBin}
          maxLength={64}
        />
      )}
      {item.kind !== 'dropped' && (
        <TextInput
          ref={field}
          label={answers ? t('waiting.answer') : t('unit.note')}
          value={note}
          onValue={setNote}
          maxLength={1000}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {deeds.map((deed, n) => (
          <Action
            key={deed}
            type={n === 0 ? 'submit' : 'button'}
            look={lookOf(deed, n === 0)}
            disabled={busy}
            aria-keyshortcuts={KEY_OF[deed]}
            onClick={n === 0 ? undefined : () => onDeed(deed, { note, bin })}
          >
            {t(`deed.${deed}`)}
            <Key name={KEY_OF[deed]} />
          </Action>
        ))}
      </div>
    </form>
  )
}
