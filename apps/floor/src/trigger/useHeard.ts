import { useEffect, useState } from 'react'
import { type Arrival, watchArrivals } from '../scanner/arrival.ts'
import { type Heard, heardOf } from './heard.ts'

/** So long after a scan a suffix may still come, where silence has ended it. */
const LATE_MS = 1000

const isEnd = ({ way, raw }: Arrival) => way === 'key' && (raw === 'Enter' || raw === 'Tab')

/** The last scan as it arrived. @param onKey takes a key before it is counted, while one is asked for */
export function useHeard(onKey: (raw: string) => boolean): Heard | null {
  const [heard, setHeard] = useState<Heard | null>(null)
  useEffect(() => {
    let arrivals: Arrival[] = []
    let before: Arrival[] = []
    const isLate = (arrival: Arrival) =>
      arrivals.length === 0 && isEnd(arrival) && arrival.at - (before.at(-1)?.at ?? 0) < LATE_MS
    return watchArrivals({
      arrival(arrival) {
        if (arrival.way === 'key' && onKey(arrival.raw)) return
        if (isLate(arrival)) setHeard(heardOf([...before, arrival]))
        else arrivals.push(arrival)
      },
      scan() {
        before = arrivals
        arrivals = []
        setHeard(heardOf(before))
      },
    })
  }, [onKey])
  return heard
}
