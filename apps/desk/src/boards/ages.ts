import type { Zone } from '@restow/domain'

/** How old goods are, in five shades: from fresh to long over what anybody wanted. */
export const SHADES = [
  'bg-(--age-0)',
  'bg-(--age-1)',
  'bg-(--age-2)',
  'bg-(--age-3)',
  'bg-(--age-4)',
] as const

const HOUR = 3600
const DAY = 24 * HOUR
/** Where work is done, a day is the target; on shelves, goods wait for a buyer. */
export const WORK_BOUNDS = [4 * HOUR, 12 * HOUR, DAY, 2 * DAY] as const
export const STOCK_BOUNDS = [3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY] as const

const STOCK: ReadonlySet<Zone> = new Set<Zone>(['resell', 'scrap', 'outbound'])
export const boundsOf = (zone: Zone): readonly number[] => (STOCK.has(zone) ? STOCK_BOUNDS : WORK_BOUNDS)

/** The shade of an age in its zone, 0 to 4. */
export function shadeOf(zone: Zone, seconds: number | null): number {
  if (seconds === null) return 0
  const bounds = boundsOf(zone)
  const index = bounds.findIndex((bound) => seconds < bound)
  return index === -1 ? bounds.length : index
}

/** The order of the map: what was decided first, then what waits, then where work comes in and goes out. */
export const MAP_ORDER: readonly Zone[] = [
  'resell',
  'refurbish',
  'scrap',
  'hold',
  'quarantine',
  'inspection',
  'dock',
  'outbound',
]

/** The letter of a zone, as it stands on its bins where the house has letters. */
export const ZONE_LETTERS: Readonly<Record<Zone, string>> = {
  dock: 'D',
  inspection: 'I',
  hold: 'H',
  quarantine: 'Q',
  resell: 'S',
  refurbish: 'F',
  scrap: 'X',
  outbound: 'O',
}
