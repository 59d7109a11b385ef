import { ApiProblem } from '@restow/client'
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
      (error: unknown) => {
        // Silence is no answer: it is asked again when the next page is drawn.
        if (error instanceof ApiProblem && error.status === 404) useKnown.setState({ demo: false })
        else asked = false
      },
    )
  }
  return demo ?? false
}
