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

/** Bins by the beginning of any part of what was typed of their codes, or by whose goods lie in them: known here. */
function knownHere(zones: Zones, typed: string): string[] {
  const upper = typed.trim().toUpperCase()
  if (upper === '') return []
  const whole = `${warehouse()}-${upper}`
  return zones.flatMap(({ bins }) =>
    bins.flatMap(({ code, sellers }) =>
      code.startsWith(whole) || code.startsWith(upper) || sellers?.[upper] ? [code] : [],
    ),
  )
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
  const matches = useMemo(() => {
    if (typed.trim() === '' && standing === null) return null
    const wanted =
      typed.trim() === ''
        ? null
        : new Set([...knownHere(zones, typed), ...(answer?.bins.map(({ code }) => code) ?? [])])
    const found = zones.flatMap(({ zone, bins }) =>
      bins.flatMap((bin) => {
        const isWanted = wanted === null || wanted.has(bin.code)
        return isWanted && (standing === null || stands(bin, zone, standing, now)) ? [bin.code] : []
      }),
    )
    return new Set(found)
  }, [zones, now, typed, standing, answer])
  return { matches, answer, problem: asked.problem, again: asked.again }
}
