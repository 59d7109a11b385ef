import type { WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Filter, Modal } from '@restow/ui/desk-parts'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { money, sums, whole } from '../shell/words.ts'
import { minorOf } from './amounts.ts'
import {
  type Deed,
  deedsForAll,
  isOwnRequest,
  KEY_OF,
  lookOf,
  needsWords,
  type Said,
  scrapUpTo,
  worthOf,
} from './decisions.ts'
import { Key } from './Key.tsx'
import { SaidAlong } from './SaidAlong.tsx'
import { codeOf, titleOf } from './words.ts'

interface BarProps {
  picked: readonly WaitingItem[]
  busy: boolean
  onDeed: (deed: Deed) => void
  onClear: () => void
}

/** What can be said to all that are picked at once. */
export function BulkBar({ picked, busy, onDeed, onClear }: BarProps) {
  const { t, tn } = useTexts()
  const { role } = useUser()
  const deeds = deedsForAll(picked, role)
  const kinds = new Set(picked.map(({ kind }) => kind)).size
  return (
    <div
      data-bulk
      role="toolbar"
      aria-label={tn('waiting.picked', picked.length)}
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-3.5 py-2 text-s"
    >
      <span className="font-semibold">{tn('waiting.picked', picked.length)}</span>
      {deeds.length === 0 && (
        <span className="text-ink-2">
          {t(kinds > 1 ? 'waiting.severalKinds' : 'waiting.severalQuestions')}
        </span>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        {deeds.map((deed, n) => (
          <Action
            key={deed}
            look={lookOf(deed, n === 0)}
            disabled={busy}
            aria-keyshortcuts={KEY_OF[deed]}
            onClick={() => onDeed(deed)}
          >
            {t(`deed.${deed}`)}
            <Key name={KEY_OF[deed]} />
          </Action>
        ))}
        <Action look="quiet" onClick={onClear}>
          {t('waiting.clear')}
        </Action>
      </span>
    </div>
  )
}

/** Picks the scrap of one seller up to a value: what is small need not be looked at one by one. */
export function PickUpTo({
  items,
  onPick,
}: {
  items: readonly WaitingItem[]
  onPick: (items: readonly WaitingItem[]) => void
}) {
  const { t } = useTexts()
  const { badge } = useUser()
  const pairs = [
    ...new Set(
      items.flatMap(({ seller, value }) => (seller && value ? [`${seller} · ${value.currency}`] : [])),
    ),
  ].sort()
  const [pair, setPair] = useState('')
  const [typed, setTyped] = useState('')
  if (pairs.length === 0) return null
  const chosen = pairs.includes(pair) ? pair : (pairs[0] ?? '')
  const [seller = '', currency = ''] = chosen.split(' · ')
  const minor = minorOf(typed, currency)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (minor !== null) onPick(scrapUpTo(items, { seller, minor, currency }, badge))
  }
  return (
    <form
      onSubmit={submit}
      className="flex flex-wrap items-center gap-2 border-b border-line px-3.5 py-2 text-s text-ink-2"
    >
      <span>{t('waiting.pickUpTo')}</span>
      <Filter
        label={t('list.seller')}
        value={chosen}
        onValue={setPair}
        options={pairs.map((value) => ({ value, text: value }))}
      />
      <input
        inputMode="decimal"
        aria-label={t('waiting.upTo')}
        placeholder={t('waiting.upTo')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        aria-invalid={typed !== '' && minor === null ? true : undefined}
        className="h-8 w-24 rounded-[8px] border border-edge bg-surface px-2 text-right text-s text-ink tabular-nums aria-invalid:border-wrong pointer-coarse:h-11"
      />
      <Action type="submit" disabled={minor === null}>
        {t('waiting.pickThem')}
      </Action>
    </form>
  )
}

interface DialogProps {
  items: readonly WaitingItem[]
  deed: Deed
  onGo: (items: readonly WaitingItem[], said: Said) => void
  onClose: () => void
}

/** Within the dialog, so that whoever has picked with keys goes on with them: the field has the focus, Enter does it. */
function BulkForm({ items, deed, onGo, onClose }: DialogProps) {
  const { t, tn } = useTexts()
  const { badge } = useUser()
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, button[type="submit"]')?.focus()
  }, [])
  const rest = items.filter((item) => !isOwnRequest(item, badge))
  const own = items.length - rest.length
  const worth = sums(worthOf(rest))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (needsWords(deed) && note.trim() === '') setWrong(true)
    else onGo(rest, { note })
  }
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-3 pt-1 text-s">
      {worth !== '' && rest.length > 1 && <p>{t('waiting.together', { money: worth })}</p>}
      {own > 0 && <p className="font-semibold text-look">{tn('waiting.ownLeftOut', own)}</p>}
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={t('waiting.list')}
        className="max-h-[34dvh] divide-y divide-line-2 overflow-y-auto rounded-[10px] border border-line"
      >
        {rest.map((item) => (
          <li key={item.id} className="flex items-baseline gap-3 px-3 py-1.5 text-xs">
            <span className="font-mono font-semibold">{codeOf(item)}</span>
            <span className="min-w-0 grow truncate text-ink-2">{titleOf(item)}</span>
            <span className="shrink-0 font-mono">
              {item.value ? money(item.value.minor, item.value.currency) : ''}
            </span>
          </li>
        ))}
      </ul>
      {deed !== 'acknowledge' && <SaidAlong deed={deed} value={note} onValue={setNote} wrong={wrong} />}
      {rest.length > 1 && <p className="text-ink-2">{t('waiting.eachByItself')}</p>}
      <div className="flex justify-end gap-2">
        <Action onClick={onClose}>{t('button.cancel')}</Action>
        <Action type="submit" look={lookOf(deed, true)} disabled={rest.length === 0}>
          {t(`deed.${deed}`)}
        </Action>
      </div>
    </form>
  )
}

/** Says once what will be done to how many, and to which; each then has an outcome of its own. */
export function BulkDialog(props: DialogProps) {
  const { t } = useTexts()
  const { badge } = useUser()
  const { items, deed, onClose } = props
  const count = items.filter((item) => !isOwnRequest(item, badge)).length
  return (
    <Modal
      title={t('waiting.bulkTitle', { what: t(`deed.${deed}`), count: whole(count) })}
      about={t(`deedWhat.${deed}`)}
      close={t('button.close')}
      onClose={onClose}
    >
      <BulkForm {...props} />
    </Modal>
  )
}
