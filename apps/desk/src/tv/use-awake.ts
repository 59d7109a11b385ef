import { useEffect } from 'react'

/** A page may keep a screen awake only where the browser trusts its connection. */
export const canKeepAwake = (): boolean => 'wakeLock' in navigator

/** Keeps the screen from falling asleep, as long as the page is seen; taken away by the browser, it is asked for again. */
export function useAwake(): void {
  useEffect(() => {
    if (!canKeepAwake()) return
    let lock: WakeLockSentinel | null = null
    let isLeft = false
    const keep = async () => {
      if (isLeft || document.hidden || (lock && !lock.released)) return
      const granted = await navigator.wakeLock.request('screen').catch(() => null)
      if (isLeft) return void granted?.release()
      lock = granted
      lock?.addEventListener('release', onChange)
    }
    const onChange = () => void keep()
    void keep()
    document.addEventListener('visibilitychange', onChange)
    return () => {
      isLeft = true
      document.removeEventListener('visibilitychange', onChange)
      void lock?.release()
    }
  }, [])
}
