import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

export type Filters = Readonly<Record<string, string>>

/** The filters of a list, kept in the address so that it can be shared and gone back to. */
export function useFilters(): {
  filters: Filters
  set: (name: string, value: string) => void
  /** Several at once; an empty one is taken away. */
  setAll: (values: Filters) => void
  clear: () => void
} {
  const [params, setParams] = useSearchParams()
  const setAll = useCallback(
    (values: Filters) => {
      // The address as it is: the router knows that of the page as drawn, and one filter more may be on its way.
      const next = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(values))
        if (value === '') next.delete(name)
        else next.set(name, value)
      setParams(next, { replace: true })
    },
    [setParams],
  )
  const set = useCallback((name: string, value: string) => setAll({ [name]: value }), [setAll])
  const clear = useCallback(() => setParams({}, { replace: true }), [setParams])
  return { filters: Object.fromEntries(params), set, setAll, clear }
}
