import type { WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, TextInput } from '@restow/ui/desk-parts'
import { useRef, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { shortBin } from '../shell/words.ts'
import { type Deed, deedsOf, isOwnRequest, KEY_OF, lookOf, needsWords, type Said } from './decisions.ts'
import { Key } from './Key.tsx'
import { SaidAlong } from './SaidAlong.tsx'

interface Props {
  item: WaitingItem
  busy: boolean
  onDeed: (deed: Deed, said: Said) => void
}

/** What can be said to it, and the field for what is said along. */
export function Decide({ item, busy, onDeed }: Props) {
  const { t } = useTexts()
  const { badge, role } = useUser()
  const [note, setNote] = useState('')
  const [bin, setBin] = useState(item.kind === 'missing' && item.bin ? shortBin(item.bin) : '')
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const deeds = deedsOf(item.kind, role)
  const [first] = deeds
  if (!first) return null
  if (isOwnRequest(item, badge))
    return <p className="text-s font-semibold text-look">{t('waiting.ownRequest', { badge: badge ?? '' })}</p>
  const say = (deed: Deed) => {
    const isMute = needsWords(deed) && note.trim() === ''
    setWrong(isMute)
    if (isMute) form.current?.querySelector('textarea')?.focus()
    else onDeed(deed, { note, bin })
  }
  return (
    <form
      ref={form}
      className="flex flex-col gap-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        say(first)
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
      {item.kind !== 'dropped' && <SaidAlong deed={first} value={note} onValue={setNote} wrong={wrong} />}
      <div className="flex flex-wrap gap-2">
        {deeds.map((deed, n) => (
          <Action
            key={deed}
            type={n === 0 ? 'submit' : 'button'}
            look={lookOf(deed, n === 0)}
            disabled={busy}
            aria-keyshortcuts={KEY_OF[deed]}
            onClick={n === 0 ? undefined : () => say(deed)}
          >
            {t(`deed.${deed}`)}
            <Key name={KEY_OF[deed]} />
          </Action>
        ))}
      </div>
    </form>
  )
}
