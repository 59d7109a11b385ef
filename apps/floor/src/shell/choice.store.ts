import type { ScanAnswer } from '@restow/contracts'
import { create } from 'zustand'

/** A scan that stands for more than one thing, or for nothing known: the worker says which. */
export const useChoice = create<{ answer: ScanAnswer | null }>(() => ({ answer: null }))
export const letChoose = (answer: ScanAnswer): void => useChoice.setState({ answer })
export const endChoice = (): void => useChoice.setState({ answer: null })
