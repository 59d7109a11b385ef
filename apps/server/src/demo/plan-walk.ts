import type { Condition } from '@restow/domain'
import type { DemoParcel } from './generate-returns.ts'
import type { ParcelPlan, PhotoPlan, UnitPlan } from './plan.ts'
import { planUnit, type UnitOf } from './plan-unit.ts'
import { between, chance, pick, pickWeighted, type Random } from './random.ts'
import { addDays, warehouseDate } from './warehouse-time.ts'
import { type Hands, handsFrom } from './working-hours.ts'

/** The present of the demo, and where its wall clock hangs. */
export interface Present {
  /** ISO 8601 in UTC: nothing is planned after it. */
  readonly now: string
  readonly timeZone: string
}

/** The day on which a parcel came: most of those that did came yesterday, some today, the rest over the days before. */
function arrivalDay(random: Random, announcedOn: string, today: string): string | null {
  const yesterday = addDays(today, -1)
  const earliest = addDays(announcedOn, 1)
  const drawn = random()
  if (drawn < 0.12 || earliest > today) return null
  if (drawn < 0.2 || earliest === today) return today
  if (drawn < 0.48 || earliest === yesterday) return yesterday
  const span = (Date.parse(yesterday) - Date.parse(earliest)) / 86_400_000
  return addDays(earliest, between(random, 0, Math.min(span - 1, 6)))
}

const CONDITIONS: readonly (readonly [Condition, number])[] = [
  ['intact', 88],
  ['damaged', 6],
  ['opened', 4],
  ['wet', 2],
]

/** In what lots a line is registered: a few pieces one by one, many as one lot; now and then one more or fewer. */
function lotsOf(random: Random, quantity: number): number[] {
  const off = random()
  const came = off < 0.02 ? quantity + 1 : off < 0.05 && quantity > 1 ? quantity - 1 : quantity
  if (came > 6 || (came > 1 && chance(random, 0.3))) return [came]
  return Array.from({ length: came }, () => 1)
}

function unitsOf(of: UnitOf, hands: Hands, stopsHalfWay: boolean): UnitPlan[] {
  const lots = of.parcel.lines.flatMap((line) =>
    lotsOf(of.random, line.quantity).map((quantity) => ({ ...line, quantity })),
  )
  const units: UnitPlan[] = []
  for (const lot of lots) {
    if (stopsHalfWay && units.length >= lots.length / 2) hands.stop()
    const registeredAt = hands.after(0.5, 3)
    if (registeredAt) units.push(planUnit(of, hands.fork(), registeredAt, lot))
  }
  return units
}

function boxPhotos(hands: Hands, condition: Condition): PhotoPlan[] {
  const takenAt = condition === 'intact' ? null : hands.after(0.3, 1)
  return takenAt ? [{ angle: 'box', takenAt }] : []
}

/**
 * What happened to a made parcel up to now: when it came, what was registered out of it, and how far each unit got.
 * @returns null for a parcel that has not come yet
 */
export function planWalk(parcel: DemoParcel, random: Random, { now, timeZone }: Present): ParcelPlan | null {
  const today = warehouseDate(now, timeZone)
  const day = arrivalDay(random, parcel.announcedOn, today)
  if (day === null) return null
  const fresh = day >= addDays(today, -1)
  const hands = handsFrom(random, day, between(random, 0, 330), now, timeZone)
  const receivedAt = hands.after(0, 10)
  if (!receivedAt) return null
  const condition = pickWeighted(random, CONDITIONS)
  const plan = {
    by: pick(random, ['OP1001', 'OP1002']),
    receivedAt,
    condition,
    photos: boxPhotos(hands, condition),
  }
  if (chance(random, fresh ? 0.06 : 0.02)) return { ...plan, units: [] }
  const begun = hands.after(5, 90)
  if (begun && chance(random, 0.015))
    return {
      ...plan,
      units: [],
      reported: { at: begun, outcome: 'empty', note: 'Only filling paper inside.' },
    }
  const units = unitsOf({ random, parcel, fresh }, hands, chance(random, fresh ? 0.06 : 0.02))
  const closedAt = hands.after(0.5, 3)
  return { ...plan, units, ...(closedAt ? { closedAt } : {}) }
}
