import type { FoundItem, FoundKind } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Tag, TopModal } from '@restow/ui/desk-parts'
import { CornerDownLeft, Search } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useUser } from '../shell/session.store.ts'
import { shortBin, wordOf } from '../shell/words.ts'
import { useFind } from './find.store.ts'
import { useSearch } from './use-search.ts'

/** Which list the word of a kind's state is in. */
const STATES: Readonly<Record<FoundKind, string>> = {
  unit: 'unitState',
  parcel: 'parcelState',
  expected: 'expectedState',
  product: '',
  bin: 'zone',
  seller: '',
  person: 'role',
}

interface RowProps {
  id: string
  item: FoundItem
  marked: boolean
  onMark: () => void
  onOpen: () => void
}

function Row({ id, item, marked, onMark, onOpen }: RowProps) {
  const { t } = useTexts()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const { kind, key, title, seller, state, by, number } = item
  const isNamed = kind === 'seller' || kind === 'person'
  const through = by && number && number !== key ? `${t(`find.by.${by}`)} ${number}` : ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, and Enter opens what is marked
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      onMouseMove={marked ? undefined : onMark}
      onClick={onOpen}
      className={classes(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-[8px] px-2.5 py-1.5 text-s',
        marked && 'bg-accent-soft',
      )}
    >
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="truncate font-mono font-semibold">{kind === 'bin' ? shortBin(key) : key}</span>
          {title && <span className={classes('min-w-0 truncate', !isNamed && 'text-ink-2')}>{title}</span>}
        </span>
        {(through || (seller && kind !== 'seller')) && (
          <span className="block truncate text-xs text-ink-2">
            {[seller, through].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
      {state && <Tag>{wordOf(STATES[kind], state)}</Tag>}
      {marked && <CornerDownLeft aria-hidden size={14} className="shrink-0 text-ink-3" />}
    </div>
  )
}

function Box({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const { role } = useUser()
  const navigate = useNavigate()
  const list = useId()
  const go = useCallback(
    (path: string) => {
      onClose()
      void navigate(path)
    },
    [navigate, onClose],
  )
  const { typed, setTyped, q, found, items, marked, setMarked, enter, move, open } = useSearch(go)
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) move(by)
    else if (event.key === 'Enter') enter()
    else return
    event.preventDefault()
  }
  const idOf = (index: number) => `${list}-${index}`
  const nothing = found.q === q && found.answer !== null && items.length === 0
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden size={18} className="shrink-0 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the box is opened to be typed into
          autoFocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-activedescendant={items.length > 0 ? idOf(marked) : undefined}
          aria-label={t('find.title')}
          placeholder={t(role === 'seller' ? 'find.hintSeller' : 'find.hint')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
          className="h-13 min-w-0 grow bg-transparent text-l outline-none placeholder:text-ink-3"
        />
        <button
          type="button"
          aria-label={t('button.close')}
          onClick={onClose}
          className="rounded-[6px] border border-line px-1.5 py-0.5 text-xs text-ink-2 hover:bg-line-2"
        >
          {t('find.escape')}
        </button>
      </div>
      <div
        id={list}
        role="listbox"
        aria-label={t('find.found')}
        className="min-h-0 overflow-y-auto px-2 pb-2 empty:hidden"
      >
        {found.answer?.groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={group.kind} role="group" aria-label={t(`find.kind.${group.kind}`)}>
            <p aria-hidden className="flex gap-2 px-2.5 pt-3 pb-1 text-xs font-semibold text-ink-3">
              {t(`find.kind.${group.kind}`)}
              {group.more && <span className="font-normal">{t('find.more')}</span>}
            </p>
            {group.items.map((item) => {
              const index = items.indexOf(item)
              return (
                <Row
                  key={`${item.kind} ${item.key} ${item.seller}`}
                  id={idOf(index)}
                  item={item}
                  marked={index === marked}
                  onMark={() => setMarked(index)}
                  onOpen={() => open(item)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <div role="status" className="px-4 text-s text-ink-2 empty:hidden">
        {nothing && <p className="pt-4 font-semibold text-ink">{t('find.nothing', { q })}</p>}
        {nothing && role !== 'seller' && <p className="pt-1 pb-4">{t('find.nothingHint')}</p>}
        {q === '' && <p className="py-4">{t(role === 'seller' ? 'find.aboutSeller' : 'find.about')}</p>}
      </div>
      {nothing && role === 'seller' && (
        <button
          type="button"
          className="mx-4 mt-1 mb-4 self-start text-s text-accent underline underline-offset-2"
          onClick={() => go(`/unclaimed?number=${encodeURIComponent(q)}`)}
        >
          {t('find.unclaimed')}
        </button>
      )}
      {found.wrong && (
        <p role="alert" className="px-4 py-4 text-s font-semibold text-wrong">
          {found.wrong}
        </p>
      )}
    </>
  )
}

/** Fields have the slash to themselves; nothing else on the desk does. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** One box for whatever somebody knows a number or a name of; `/` or Ctrl+K opens it on every page. */
export function FindBox() {
  const { t } = useTexts()
  const { open, show } = useFind()
  const close = useCallback(() => show(false), [show])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const asks =
        (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) ||
        (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target))
      // A dialog that is open keeps the keyboard.
      if (!asks || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      show(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [show])
  if (!open) return null
  return (
    <TopModal title={t('find.title')} onClose={close}>
      <Box onClose={close} />
    </TopModal>
  )
}
