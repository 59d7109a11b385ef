import type { BoardBin } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import { tell } from '@restow/ui/desk'
import { shortBin, span, whole } from '../shell/words.ts'
import { ageOf, isAgeing } from './standing.ts'

/** A bin in one sentence: for who cannot see the map, and for who points at it. */
export function cellWords(bin: BoardBin, zone: Zone, now: number): string {
  const { code, plates, capacity, exceptions, held, misplaced, sellers } = bin
  const age = ageOf(bin, now)
  const what = { bin: shortBin(code), plates: whole(plates), capacity: whole(capacity) }
  const words = age === null ? tell('bins.cellEmpty', what) : tell('bins.cell', { ...what, span: span(age) })
  const whose = Object.entries(sellers ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([seller, units]) => `${seller || tell('unit.unclaimed')} ${whole(units)}`)
  const more = [
    ...(plates > capacity ? [tell('hall.overfull')] : plates === capacity ? [tell('hall.full')] : []),
    ...(misplaced ? [tell('hall.wrongZoneN', { count: misplaced })] : []),
    ...(held ? [tell('hall.heldN', { count: held })] : []),
    ...(isAgeing(bin, zone, now) ? [tell('hall.ageing')] : []),
    ...(exceptions > 0 ? [tell('bins.cellOpen')] : []),
    ...(whose.length > 0 ? [whose.join(', ')] : []),
  ]
  return [words, ...more].join(', ')
}
