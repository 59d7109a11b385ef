import { create } from 'zustand'

/** Boards read from across the hall: no sidebar, larger letters, the whole screen. */
export const useTv = create<{ on: boolean }>(() => ({ on: false }))

export async function switchTv(on: boolean): Promise<void> {
  useTv.setState({ on })
  // The whole screen is asked for, and done without where the browser refuses it.
  if (on) await document.documentElement.requestFullscreen?.().catch(() => {})
  else if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}

document.addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement) useTv.setState({ on: false })
})
