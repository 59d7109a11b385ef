import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

export type Filters = Readonly<Record<string, string>>

/** The filters of a list, kept in the address so that it can be shared and gone back to. */
export function useFilters(): {
  filters: Filters
  set: (name: string, value: string) => void
  clear: () => void
} {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (name: string, value: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === '') next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const clear = useCallback(() => setParams({}, { replace: true }), [setParams])
  return { filters: Object.fromEntries(params), set, clear }
}
