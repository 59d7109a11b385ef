import { create } from 'zustand'

/** Whether the search box is open; its button and its keys are in different places. */
export const useFind = create<{ open: boolean; show: (open: boolean) => void }>((set) => ({
  open: false,
  show: (open) => set({ open }),
}))
