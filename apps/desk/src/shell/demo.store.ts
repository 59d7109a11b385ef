import { create } from 'zustand'
import { api } from './api.ts'

/** Whether the server holds demo data; asked once, after signing in. */
const useKnown = create<{ demo: boolean | undefined }>(() => ({ demo: undefined }))
let asked = false

export function useDemo(): boolean {
  const demo = useKnown((s) => s.demo)
  if (!asked) {
    asked = true
    void api.demo().then(
      () => useKnown.setState({ demo: true }),
      () => useKnown.setState({ demo: false }),
    )
  }
  return demo ?? false
}
