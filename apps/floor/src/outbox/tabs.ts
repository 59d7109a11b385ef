/** Several tabs of one device share one outbox: whoever changes it tells the others. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('restow.outbox')

/** `changed`: look at the disk again. `send`: and whoever of you is sending, there is more. */
type Word = 'changed' | 'send'
export const tellOtherTabs = (word: Word = 'changed'): void => channel?.postMessage(word)

/** @returns ends it */
export function whenOtherTabsTell(then: (word: Word) => void): () => void {
  const hear = ({ data }: MessageEvent<Word>) => then(data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}

/**
 * Does work that only one tab may do at a time. Where another one is at it, it is left to that one.
 * Pages that are not secure have no locks; there a tab is taken to be alone.
 */
export async function aloneOnThisDevice(name: string, work: () => Promise<void>): Promise<void> {
  if (!globalThis.navigator?.locks) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    else tellOtherTabs('send')
  })
}
