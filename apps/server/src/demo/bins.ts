import type { Zone } from '@restow/domain'
import { pick, type Random } from './random.ts'
import { DEMO_WAREHOUSE } from './staff.ts'

export interface DemoBin {
  readonly code: string
  readonly zone: Zone
  /** How many plates it holds. */
  readonly capacity: number
}

interface Area {
  readonly letter: string
  readonly aisles: number
  readonly bays: number
  readonly capacity: number
}

/** How the hall is laid out: the letter that a zone's bins carry, its aisles, the bays of each. */
const AREAS: Readonly<Record<Zone, Area>> = {
  dock: { letter: 'D', aisles: 1, bays: 8, capacity: 60 },
  inspection: { letter: 'I', aisles: 2, bays: 8, capacity: 24 },
  hold: { letter: 'H', aisles: 1, bays: 12, capacity: 20 },
  quarantine: { letter: 'Q', aisles: 1, bays: 8, capacity: 20 },
  resell: { letter: 'S', aisles: 6, bays: 18, capacity: 20 },
  refurbish: { letter: 'F', aisles: 2, bays: 12, capacity: 20 },
  scrap: { letter: 'X', aisles: 1, bays: 10, capacity: 40 },
  outbound: { letter: 'O', aisles: 1, bays: 12, capacity: 24 },
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

function binsOf(zone: Zone, { letter, aisles, bays, capacity }: Area): DemoBin[] {
  return Array.from({ length: aisles * bays }, (_, i) => {
    const aisle = twoDigits(Math.floor(i / bays) + 1)
    const code = `${DEMO_WAREHOUSE.code}-${letter}-${aisle}-${twoDigits((i % bays) + 1)}`
    return { code, zone, capacity }
  })
}

/** Every bin of the demo's warehouse, all eight zones. */
export const DEMO_BINS: readonly DemoBin[] = (Object.keys(AREAS) as Zone[]).flatMap((zone) =>
  binsOf(zone, AREAS[zone]),
)

/**
 * Chooses bins as people do, who walk to the near ones first: some bins fill up, far ones stay empty. Never more
 * plates in a bin than it holds; what leaves is not taken off again.
 */
export function binPicker(random: Random): (zone: Zone) => string {
  const plates = new Map<string, number>()
  return (zone) => {
    const free = DEMO_BINS.filter((b) => b.zone === zone && (plates.get(b.code) ?? 0) < b.capacity)
    const { code } = pick(() => random() ** 2, free)
    plates.set(code, (plates.get(code) ?? 0) + 1)
    return code
  }
}
