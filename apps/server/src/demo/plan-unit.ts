import { type Finding, QUARANTINED } from '@restow/domain'
import type { DemoParcel } from './generate-returns.ts'
import type { DecisionPlan, HoldPlan, PhotoPlan, RefurbishPlan, RoundPlan, UnitPlan } from './plan.ts'
import { decisionFor } from './plan-decision.ts'
import { anglesFor, gradeFor, type Inspected, inspect, inspectOther } from './plan-inspection.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { between, chance, characters, pick, pickWeighted, type Random } from './random.ts'
import type { Hands } from './working-hours.ts'

/** What a planned unit is part of. */
export interface UnitOf {
  readonly random: Random
  readonly parcel: DemoParcel
  /** Goods of today and yesterday lie at some step more often than older ones. */
  readonly fresh: boolean
}
type Goods = Pick<UnitPlan, 'sku' | 'quantity'>

/** Leaves the work where it is, for some of the units. */
function mayStop({ random, fresh }: UnitOf, hands: Hands, shareOfFresh: number): void {
  if (chance(random, fresh ? shareOfFresh : shareOfFresh / 4)) hands.stop()
}

const categoryOf = (parcel: DemoParcel, sku: string | null): string =>
  DEMO_PRODUCTS.find((p) => p.seller === parcel.seller && p.sku === sku)?.category ?? 'general'

function hold(
  of: UnitOf,
  hands: Hands,
  held: Pick<HoldPlan, 'at' | 'by' | 'waitsFor' | 'question'>,
): HoldPlan {
  const zone = held.by === 'inspection' ? 'quarantine' : 'hold'
  const asideAt = hands.after(5, 60)
  if (chance(of.random, of.fresh ? 0.7 : 0.3)) hands.stop()
  const releasedAt = asideAt && hands.after(60, 500)
  const answer = held.waitsFor === 'seller' ? 'Send it back to us.' : 'Not to be sold. Destroy it.'
  return {
    ...held,
    ...(asideAt ? { aside: { at: asideAt, zone } } : {}),
    ...(releasedAt ? { released: { at: releasedAt, answer } } : {}),
  }
}

function holdAfter(of: UnitOf, hands: Hands, at: string, inspected: Inspected): HoldPlan | null {
  const suspicious = inspected.findings.filter((f: Finding) => QUARANTINED.includes(f))
  if (suspicious.length > 0) {
    const question = `${suspicious.join(', ')}: what becomes of it?`
    return hold(of, hands, { at, by: 'inspection', waitsFor: 'supervisor', question })
  }
  if (inspected.identity !== 'wrong_item') return null
  const heldAt = hands.after(0.5, 2)
  const question = 'Another article than announced. What becomes of it?'
  return heldAt ? hold(of, hands, { at: heldAt, by: 'person', waitsFor: 'seller', question }) : null
}

const DONE: Readonly<Record<string, readonly string[]>> = {
  repair: ['Faulty part replaced', 'Tested for ten minutes'],
  repackage: ['New box', 'New label'],
  clean: ['Cleaned', 'Dried'],
}

function refurbish(of: UnitOf, hands: Hands, decision: DecisionPlan): RefurbishPlan | null {
  mayStop(of, hands, 0.3)
  const startedAt = hands.after(40, 300)
  if (!startedAt) return null
  const { route } = decision
  mayStop(of, hands, 0.3)
  const minutes = between(of.random, 8, 45)
  const at = hands.after(minutes, minutes)
  return { startedAt, route, ...(at ? { finished: { at, done: DONE[route] ?? [], minutes } } : {}) }
}

function leave(of: UnitOf, hands: Hands, decision: DecisionPlan): Pick<RoundPlan, 'dispatched'> {
  if (!chance(of.random, 0.22)) return {}
  const at = hands.after(300, 1900)
  if (!at) return {}
  const number = characters(of.random, '0123456789', 6)
  if (decision.route === 'return_to_seller')
    return { dispatched: { at, reason: 'returned_to_seller', reference: `RTS-${number}` } }
  if (decision.route === 'liquidate')
    return { dispatched: { at, reason: 'liquidated', reference: `LOT-${number}` } }
  return { dispatched: { at, reason: 'sold', reference: `SO-${number}` } }
}

/** What follows a decision, once the unit lies in its bin. */
function carryOut(
  of: UnitOf,
  hands: Hands,
  decision: DecisionPlan,
  approvalNeeded: boolean,
): Partial<RoundPlan> {
  const at = hands.after(10, 130)
  if (!at) return {}
  const putAway = { at, zone: decision.disposition }
  if (decision.disposition === 'resell') return { putAway, ...leave(of, hands, decision) }
  if (decision.disposition === 'refurbish') {
    const plan = refurbish(of, hands, decision)
    return { putAway, ...(plan ? { refurbish: plan } : {}) }
  }
  mayStop(of, hands, 0.4)
  const approvedAt = approvalNeeded ? hands.after(60, 400) : null
  const scrappedAt = hands.after(60, 900)
  return {
    putAway,
    ...(approvedAt ? { approvedAt } : {}),
    ...(scrappedAt ? { scrapped: { at: scrappedAt, route: decision.route } } : {}),
  }
}

/** One round: photos, inspection, decision, and what comes of it; null when nobody has come to it yet. */
function round(of: UnitOf, hands: Hands, goods: Goods, inspected: Inspected): RoundPlan | null {
  const { random, parcel } = of
  const photos: PhotoPlan[] = []
  for (const angle of anglesFor(random, categoryOf(parcel, goods.sku), inspected.grade)) {
    const takenAt = hands.after(0.2, 0.6)
    if (takenAt) photos.push({ angle, takenAt })
  }
  const inspectedAt = hands.after(0.5, 3)
  if (!inspectedAt) return null
  const held = holdAfter(of, hands, inspectedAt, inspected)
  const base = { inspectedAt, photos, ...inspected, ...(held ? { held } : {}) }
  if (held && !held.released) return base
  mayStop(of, hands, 0.04)
  const at = hands.after(0.4, 2)
  if (!at) return base
  const { approvalNeeded, ...choice } = decisionFor(random, parcel, goods, inspected, held !== null)
  const decision = { at, ...choice }
  mayStop(of, hands, 0.1)
  return { ...base, decision, ...carryOut(of, hands, decision, approvalNeeded) }
}

function rounds(of: UnitOf, hands: Hands, goods: Goods, first: Inspected): RoundPlan[] {
  const before = round(of, hands, goods, first)
  if (!before?.refurbish?.finished) return before ? [before] : []
  hands.after(10, 120)
  const wanted = chance(of.random, 0.7) ? 'very_good' : 'like_new'
  const { gradeLowering: _, ...again } = inspect(of.random, categoryOf(of.parcel, goods.sku), wanted, '')
  const after = round(of, hands, goods, again)
  return after ? [before, after] : [before]
}

/** Who or what a unit turned out to be, as seen at the dock. */
type Turned = 'as_announced' | 'wrong_item' | 'empty_box' | 'unidentified'

function turnedOut(random: Random): Turned {
  return pickWeighted(random, [
    ['as_announced', 95.5],
    ['wrong_item', 2],
    ['empty_box', 1],
    ['unidentified', 1.5],
  ] as const)
}

function skuOf({ random, parcel }: UnitOf, announced: string, turned: Turned): string | null {
  if (turned === 'unidentified') return null
  if (turned !== 'wrong_item' || chance(random, 0.5)) return announced
  return pick(
    random,
    DEMO_PRODUCTS.filter((p) => p.seller === parcel.seller),
  ).sku
}

/**
 * What happened to one unit since it was registered.
 * @param sku what was announced
 * @param reason why the customer sent it
 */
export function planUnit(
  of: UnitOf,
  hands: Hands,
  registeredAt: string,
  announced: { sku: string; quantity: number; reason: string },
): UnitPlan {
  const { random, parcel } = of
  const turned = turnedOut(random)
  const sku = skuOf(of, announced.sku, turned)
  const goods = { sku, quantity: announced.quantity }
  const product = DEMO_PRODUCTS.find((p) => p.seller === parcel.seller && p.sku === sku)
  const numbered = product?.flags.includes('serialRequired') && goods.quantity === 1
  const serial = numbered ? { serial: `SN${characters(random, '0123456789', 10)}` } : {}
  const unit = { ...goods, ...serial, registeredAt }
  if (turned === 'unidentified') {
    const at = hands.after(1, 5)
    const question = 'No label, and not announced as far as can be told. What is it?'
    const held = at
      ? hold({ ...of, fresh: true }, hands, { at, by: 'person', waitsFor: 'seller', question })
      : null
    return { ...unit, ...(held ? { held } : {}), rounds: [] }
  }
  mayStop(of, hands, 0.05)
  hands.after(15, 150)
  const category = categoryOf(parcel, sku)
  const inspected =
    turned === 'as_announced'
      ? inspect(random, category, gradeFor(random, announced.reason), announced.reason)
      : inspectOther(turned)
  return { ...unit, rounds: rounds(of, hands, goods, inspected) }
}
