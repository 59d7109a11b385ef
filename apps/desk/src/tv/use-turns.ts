import { useEffect, useState } from 'react'

/** Counts on by itself, from 0 to `count` and again. @returns where it is, and what goes there by hand */
export function useTurns(count: number, seconds: number): [at: number, go: (by: number) => void] {
  const [turn, setTurn] = useState({ at: 0, begun: 0 })
  const go = (by: number) => setTurn(({ at, begun }) => ({ at: at + by, begun: begun + 1 }))
  const { begun } = turn
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was turned to by hand stands its whole time
  useEffect(() => {
    if (count < 2) return
    const timer = setInterval(() => setTurn(({ at, begun }) => ({ at: at + 1, begun })), seconds * 1000)
    return () => clearInterval(timer)
  }, [count, seconds, begun])
  return [count === 0 ? 0 : ((turn.at % count) + count) % count, go]
}
