import type { BoardBin } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import { shadeOf } from '../boards/ages.ts'

/** What can be said of a bin in a word, and filtered by. */
export const STANDINGS = ['full', 'overfull', 'empty', 'wrongZone', 'ageing', 'held'] as const
export type Standing = (typeof STANDINGS)[number]

/** Older than that shade is older than anybody wanted. */
const AGEING = 3

/** How old the oldest unit in it is. @param now seconds since 1970 */
export const ageOf = ({ oldestAt }: BoardBin, now: number): number | null =>
  oldestAt === undefined ? null : Math.max(0, now - oldestAt)

export const isAgeing = (bin: BoardBin, zone: Zone, now: number): boolean =>
  shadeOf(zone, ageOf(bin, now)) >= AGEING || (bin.late ?? 0) > 0

export function stands(bin: BoardBin, zone: Zone, standing: Standing, now: number): boolean {
  const { plates, capacity } = bin
  if (standing === 'empty') return plates === 0
  if (standing === 'full') return plates === capacity
  if (standing === 'overfull') return plates > capacity
  if (standing === 'wrongZone') return (bin.misplaced ?? 0) > 0
  if (standing === 'held') return (bin.held ?? 0) > 0
  return isAgeing(bin, zone, now)
}

/** One look at each bin: there are twenty thousand, and they are counted at each change. */
export function countIn(counts: Record<Standing, number>, bin: BoardBin, zone: Zone, now: number): void {
  const { plates, capacity, misplaced, held } = bin
  if (plates === 0) counts.empty += 1
  else if (plates === capacity) counts.full += 1
  else if (plates > capacity) counts.overfull += 1
  if (misplaced !== undefined) counts.wrongZone += 1
  if (held !== undefined) counts.held += 1
  if (plates > 0 && isAgeing(bin, zone, now)) counts.ageing += 1
}

/** The shade of how full it is, 0 to 4; 4 is full. */
export const fillShade = ({ plates, capacity }: BoardBin): number =>
  plates >= capacity ? 4 : Math.min(3, Math.floor((plates / capacity) * 4))
