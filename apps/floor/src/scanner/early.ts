import { useSession } from '../shell/session.store.ts'

/**
 * Scans wait until the server has said who is at the device: nothing could be recorded before, and somebody
 * who reloads the page scans on at once.
 */
export function onceKnown(onScan: (raw: string) => void): (raw: string) => void {
  const waiting: string[] = []
  const follow = () => {
    for (const raw of waiting.splice(0)) onScan(raw)
  }
  return (raw) => {
    if (useSession.getState().person !== undefined && waiting.length === 0) return onScan(raw)
    waiting.push(raw)
    if (waiting.length > 1) return
    const stop = useSession.subscribe(({ person }) => {
      if (person === undefined) return
      stop()
      // The first screen is to be drawn before, and to know its buttons.
      setTimeout(follow)
    })
  }
}
