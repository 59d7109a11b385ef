import { create } from 'zustand'
import { type Draft, EMPTY } from './draft.ts'

/** Inspections begun and not finished, by plate: who scans something in between comes back to the same page. */
const useDrafts = create<Record<string, Draft>>(() => ({}))

export const useDraft = (lpn: string): Draft => useDrafts((drafts) => drafts[lpn] ?? EMPTY)
export function changeDraft(lpn: string, change: Partial<Draft>): void {
  useDrafts.setState((drafts) => ({ [lpn]: { ...(drafts[lpn] ?? EMPTY), ...change } }))
}
export const dropDraft = (lpn: string): void => useDrafts.setState({ [lpn]: EMPTY })
/** Is any inspection begun and not finished? */
export const isAnyDraft = (): boolean => Object.values(useDrafts.getState()).some((draft) => draft !== EMPTY)
