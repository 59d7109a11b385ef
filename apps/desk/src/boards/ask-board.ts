import type { Board, BoardName } from '@restow/client'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

const EVERY_MS = 1000
const PATIENCE_MS = 5000

/**
 * Asks for a board each second while the page is seen, where no socket comes through: some proxies let none pass.
 * An unchanged board is answered by 304.
 * @param onAnswer the board, or null where it is unchanged; and when it was asked for
 * @returns gives it up
 */
export function askAgainAndAgain<N extends BoardName>(
  name: N,
  seller: string,
  onAnswer: (board: Board<N> | null, askedAt: number) => void,
  onProblem: (problem: unknown) => void,
): () => void {
  const left = new AbortController()
  let etag: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    const askedAt = Date.now()
    const given = AbortSignal.any([left.signal, AbortSignal.timeout(PATIENCE_MS)])
    try {
      const answer = await api.board(name, seller ? { seller } : {}, etag, given)
      if (left.signal.aborted) return
      if (answer) etag = answer.etag
      onAnswer(answer?.board ?? null, askedAt)
    } catch (problem) {
      if (left.signal.aborted) return
      noticeEnd(problem)
      onProblem(problem)
    }
    timer = setTimeout(turn, Math.max(100, EVERY_MS - (Date.now() - askedAt)))
  }
  const turn = () => {
    if (!document.hidden) void ask()
  }
  const onSeen = () => {
    clearTimeout(timer)
    turn()
  }
  void ask()
  document.addEventListener('visibilitychange', onSeen)
  return () => {
    left.abort()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onSeen)
  }
}
