import type { Reading, RoutingOnly } from '@restow/barcodes'
import type { ScanAnswer } from '@restow/contracts'
import { create } from 'zustand'

/** What a scan leaves open, and a person has to say or do. */
export type Question =
  /** It stands for more than one thing, or for nothing known. */
  | { readonly kind: 'which'; readonly answer: ScanAnswer }
  /** Several sellers have announced the number. */
  | { readonly kind: 'owner'; readonly answer: ScanAnswer }
  /** It only says which way the box goes. */
  | { readonly kind: 'routing'; readonly answer: ScanAnswer; readonly routing: RoutingOnly }
  /** A label that nobody knows, while a parcel that nothing was taken out of is on the screen. */
  | { readonly kind: 'second'; readonly answer: ScanAnswer; readonly parcel: string }
  /** Two barcodes in one go. */
  | { readonly kind: 'together'; readonly parts: readonly [Reading, Reading] }

export const useChoice = create<{ question: Question | null }>(() => ({ question: null }))
export const letChoose = (question: Question): void => useChoice.setState({ question })
export const endChoice = (): void => useChoice.setState({ question: null })
