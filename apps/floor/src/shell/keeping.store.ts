import { create } from 'zustand'
import { useSession } from './session.store.ts'

/** What the browser says of the room that unsent work lies in. */
interface Keeping {
  /** Kept until the app itself deletes it; null where the browser does not tell. */
  kept: boolean | null
  /** Bytes. */
  used: number | null
  quota: number | null
}

export const useKeeping = create<Keeping>(() => ({ kept: null, used: null, quota: null }))

const ASKED = 'restow.asked-to-keep'

/** Only secure pages are told. */
const storage = (): StorageManager | undefined => navigator.storage

/** Looks again how much there is, and whether it is kept. */
export async function lookAtKeeping(): Promise<void> {
  const kept = (await storage()?.persisted()) ?? null
  const { usage = null, quota = null } = (await storage()?.estimate()) ?? {}
  useKeeping.setState({ kept, used: usage, quota })
}

async function askToKeep(): Promise<void> {
  if (!(await storage()?.persisted())) await storage()?.persist()
  await lookAtKeeping()
}

/**
 * Asks the browser to keep unsent work for good: once, after the first sign-in, when it is clear what for; and once more when
 * the app is installed, since browsers trust an installed one more.
 */
export function startKeeping(): void {
  const ask = () => void askToKeep().catch(() => undefined)
  const stop = useSession.subscribe(({ person }) => {
    if (!person) return
    stop()
    if (localStorage.getItem(ASKED) !== null) return
    localStorage.setItem(ASKED, 'yes')
    ask()
  })
  window.addEventListener('appinstalled', ask)
}
