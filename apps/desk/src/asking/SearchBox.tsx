import { useTexts } from '@restow/ui/desk'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'

/** Asks only once the typing has stopped. */
const PAUSE_MS = 250

/** A search field that asks by itself. */
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
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const waiting = setTimeout(() => onValue(typed.trim()), PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [typed, value, onValue])
  return (
    <search className="relative min-w-0 grow basis-[220px] sm:max-w-[320px]">
      <Search
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('list.search')}
        placeholder={hint}
        title={hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className="h-8 w-full rounded-[8px] border border-edge bg-surface pr-2 pl-8 text-s placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-l"
      />
    </search>
  )
}
