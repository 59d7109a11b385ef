import { useTexts } from '@restow/ui/desk'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'

/** Asks only once the typing has stopped. */
const PAUSE_MS = 250

/**
 * A search field that asks by itself. What is typed is the field's own until then, and it is shut off from the rest of the
 * page: with twenty thousand bins below it, a slow computer would otherwise be busy with each letter.
 */
export function SearchBox({
  value,
  onValue,
  hint,
}: {
  value: string
  onValue: (value: string) => void
  hint: string
}) {
  const { t } = useTexts()
  const field = useRef<HTMLInputElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** What it says by now; behind it what was asked from here and has yet to come back, one after the other. */
  const own = useRef([value])
  const ask = useRef(onValue)
  useEffect(() => {
    ask.current = onValue
  })
  // Said otherwise than by typing here: by going back, by taking all filters away. What was typed since one's own stays.
  useEffect(() => {
    const at = own.current.indexOf(value)
    own.current = at === -1 ? [value] : own.current.slice(at)
    if (!field.current || at !== -1) return
    clearTimeout(waiting.current)
    field.current.value = value
  }, [value])
  useEffect(() => () => clearTimeout(waiting.current), [])
  const type = () => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      const typed = field.current?.value.trim() ?? ''
      // Where an answer is yet to come it may not be what was asked for: then once more does no harm.
      if (own.current.length === 1 && typed === own.current[0]) return
      own.current.push(typed)
      ask.current(typed)
    }, PAUSE_MS)
  }
  return (
    <search className="relative min-w-0 grow basis-[220px] sm:max-w-[320px]">
      <input
        ref={field}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('list.search')}
        placeholder={hint}
        title={hint}
        defaultValue={value}
        onChange={type}
        className="contain-strict block h-8 w-full rounded-[8px] border border-edge bg-surface pr-2 pl-8 text-s placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-l"
      />
      {/* Behind the field in the page, so that it is drawn over it. */}
      <Search
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
    </search>
  )
}
