import { useEffect, useRef } from 'react'

const TYPES_IN = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'

/** Is a key meant for the page, and not for a field, a dialog or the browser? */
function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  const at = event.target as Element | null
  return !at?.closest?.(TYPES_IN) && !document.querySelector('[role="dialog"], [role="menu"]')
}

/** Keys of the page, by what they are called in small letters. One that answers false was not meant for it after all. */
export function useKeys(keys: Readonly<Record<string, (() => unknown) | undefined>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const act = latest.current[event.key.toLowerCase()]
      if (act && act() !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
