import type { BinsBoard, FoundOnMap } from '@restow/contracts'
import { useMemo } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { warehouse } from '../shell/session.store.ts'
import { countIn, type Standing, stands } from './standing.ts'

/** What is looked for on the map, and the bins that it is in. */

type Zones = BinsBoard['zones']
/** While the board changes, what was found is asked for again at most so often. */
const AGAIN_S = 4

export interface Found {
  /** By code, in the order of the map; null where nothing is looked for. */
  readonly matches: ReadonlySet<string> | null
  readonly answer: FoundOnMap | null
  readonly problem: unknown
  readonly again: () => void
}

type Bin = Zones[number]['bins'][number]

/** By what was typed of its code, with or without the warehouse, or by whose goods lie in it: known here. */
function knownBy(typed: string): (bin: Bin) => boolean {
  const upper = typed.trim().toUpperCase()
  const whole = `${warehouse()}-${upper}`
  return ({ code, sellers }) =>
    code.startsWith(whole) || code.startsWith(upper) || sellers?.[upper] !== undefined
}

/** How many bins stand so, for each standing. */
export function useStandings(zones: Zones, now: number): Readonly<Record<Standing, number>> {
  return useMemo(() => {
    const counts = { full: 0, overfull: 0, empty: 0, wrongZone: 0, ageing: 0, held: 0 }
    for (const { zone, bins } of zones) for (const bin of bins) countIn(counts, bin, zone, now)
    return counts
  }, [zones, now])
}

/**
 * @param typed a plate, a product, a seller, a bin
 * @param standing one that bins must have besides
 */
export function useFound(
  zones: Zones,
  now: number,
  typed: string,
  standing: Standing | null,
  seller: string,
): Found {
  const isAsked = typed.trim().length >= 2
  const asked = useAsk(isAsked ? `${seller} ${typed} ${Math.floor(now / AGAIN_S)}` : null, (signal) =>
    api.findOnMap({ search: typed, ...(seller ? { seller } : {}) }, signal),
  )
  const answer = isAsked ? (asked.data ?? null) : null
  const answered = useMemo(() => new Set(answer?.bins.map(({ code }) => code)), [answer])
  const matches = useMemo(() => {
    if (typed.trim() === '' && standing === null) return null
    const isKnown = knownBy(typed)
    const isAnything = typed.trim() === ''
    // One look at each bin: there are twenty thousand, and they are looked at with each word and each change.
    const found = new Set<string>()
    for (const { zone, bins } of zones)
      for (const bin of bins) {
        if (!isAnything && !isKnown(bin) && !answered.has(bin.code)) continue
        if (standing === null || stands(bin, zone, standing, now)) found.add(bin.code)
      }
    return found
  }, [zones, now, typed, standing, answered])
  return { matches, answer, problem: asked.problem, again: asked.again }
}
