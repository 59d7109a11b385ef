import type { ProductItem } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { TextInput } from '@restow/ui/desk-parts'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

/** Asks only once the typing has stopped. */
const PAUSE_MS = 200
const MOST = '8'

export interface Picked {
  readonly sku: string
  readonly title: string | null
  readonly asin: string | null
}
type Choice = Pick<ProductItem, 'sku' | 'title' | 'asin'> & { readonly isNew: boolean }

/** What fits what is typed, of the seller's catalog; last the SKU itself, where the catalog has none like it. */
function useChoices(seller: string, typed: string): readonly Choice[] {
  const [search, setSearch] = useState('')
  useEffect(() => {
    const waiting = setTimeout(() => setSearch(typed.trim()), PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [typed])
  const asked = useAsk(search === '' ? null : `products of ${seller}: ${search}`, (signal) =>
    api.products({ seller, search, limit: MOST }, signal),
  )
  const isStale = search !== typed.trim() || asked.loading || !asked.data
  if (search === '' || isStale) return []
  const known = asked.data.items.map(({ sku, title, asin }) => ({ sku, title, asin, isNew: false }))
  const isKnown = known.some(({ sku }) => sku === search)
  return isKnown || search.length > 80
    ? known
    : [...known, { sku: search, title: search, asin: null, isNew: true }]
}

function Options({
  id,
  choices,
  marked,
  onPick,
}: {
  id: string
  choices: readonly Choice[]
  marked: number
  onPick: (choice: Choice) => void
}) {
  const { t } = useTexts()
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('announce.found')}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-[10px] border border-line bg-surface p-1 shadow-[0_8px_24px_rgb(0_0_0/.16)]"
    >
      {choices.map((choice, at) => (
        <div
          key={`${choice.isNew} ${choice.sku}`}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === marked}
          // Before the field loses what is typed to its own leaving.
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(choice)
          }}
          className={classes(
            'cursor-pointer rounded-[7px] px-2.5 py-1.5 text-s [overflow-wrap:anywhere] hover:bg-line-2',
            at === marked && 'bg-accent-soft',
          )}
        >
          <span className="font-mono text-xs font-semibold">{choice.sku}</span>
          <span className="block text-ink-2">{choice.isNew ? t('announce.newSku') : choice.title}</span>
        </div>
      ))}
    </div>
  )
}

interface Props {
  seller: string
  picked: Picked
  onPicked: (picked: Picked) => void
  wrong?: string | undefined
}

/** A product of the seller's catalog, found by SKU or title. What is picked is known by its title below the field. */
export function ProductInput({ seller, picked, onPicked, wrong }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(0)
  const choices = useChoices(seller, open ? picked.sku : '')
  const isOpen = open && choices.length > 0
  const pick = ({ sku, title, asin }: Choice) => {
    onPicked({ sku, title, asin })
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const choice = choices[marked]
    if (by !== undefined) setMarked((marked + by + choices.length) % choices.length)
    else if (event.key === 'Enter' && choice) pick(choice)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className="relative">
      <TextInput
        label={t('announce.product')}
        value={picked.sku}
        onValue={(sku) => {
          onPicked({ sku, title: null, asin: null })
          setMarked(0)
          setOpen(true)
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
        hint={picked.title ?? t('announce.productHint')}
        wrong={open ? undefined : wrong}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${marked}` : undefined}
        maxLength={80}
      />
      {isOpen && <Options id={id} choices={choices} marked={marked} onPick={pick} />}
    </div>
  )
}
