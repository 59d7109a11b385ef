import { type Board, type BoardName, openLive } from '@restow/client'
import { askAgainAndAgain } from './ask-board.ts'

/** A line that does not stand by then is asked around: the board is asked for meanwhile. */
const ASK_AFTER_MS = 3000

export interface Live<T> {
  readonly board: T | undefined
  readonly problem: unknown
  /** When the board was last known to be true, by this device's clock; 0 before the first answer. */
  readonly trueAt: number
  /** `line`: each change comes by itself. `asked`: it is asked for each second. `lost`: the line is down. */
  readonly by: 'nothing' | 'line' | 'asked' | 'lost'
}

/**
 * Keeps a board fresh for as long as somebody wants it.
 * @param change told of what has changed about it
 * @returns ends it
 */
export function followBoard<N extends BoardName>(
  name: N,
  seller: string,
  change: (to: Partial<Live<Board<N>>>) => void,
): () => void {
  let stopAsking: (() => void) | null = null
  const ask = () => {
    stopAsking ??= askAgainAndAgain(
      name,
      seller,
      (board, trueAt) => change({ problem: null, trueAt, by: 'asked', ...(board ? { board } : {}) }),
      (problem) => change({ problem }),
    )
  }
  let patience = setTimeout(ask, ASK_AFTER_MS)
  const line = openLive({
    boards: [name],
    seller: seller || undefined,
    onBoard: (_, board) => change({ board: board as Board<N>, problem: null, trueAt: Date.now() }),
    onHeard: () => change({ trueAt: Date.now() }),
    onState: (state) => {
      clearTimeout(patience)
      stopAsking?.()
      stopAsking = null
      change({ by: state === 'live' ? 'line' : 'lost' })
      if (state !== 'live') patience = setTimeout(ask, ASK_AFTER_MS)
    },
    // What cannot be had over a line is asked for once more, so that it is said why.
    onEnd: () => {
      change({ by: 'lost' })
      ask()
    },
  })
  const onSeen = () => {
    if (!document.hidden) line.retry()
  }
  const onOnline = () => line.retry()
  const onOffline = () => line.doubt()
  document.addEventListener('visibilitychange', onSeen)
  globalThis.addEventListener('online', onOnline)
  globalThis.addEventListener('offline', onOffline)
  return () => {
    clearTimeout(patience)
    stopAsking?.()
    line.close()
    document.removeEventListener('visibilitychange', onSeen)
    globalThis.removeEventListener('online', onOnline)
    globalThis.removeEventListener('offline', onOffline)
  }
}
