import { evolveUnit, scrapNeedsApproval, suggest, type Unit } from '@restow/domain'
import type { DemoParcel } from './generate-returns.ts'
import type { DecisionPlan, UnitPlan } from './plan.ts'
import type { Inspected } from './plan-inspection.ts'
import { DEMO_POLICY } from './policies.ts'
import { chance, pick, type Random } from './random.ts'
import { DEMO_WAREHOUSE } from './staff.ts'

/** A unit as the rules will see it once it is inspected: enough of one to ask what they will suggest. */
function unitAfter(parcel: DemoParcel, plan: Pick<UnitPlan, 'sku' | 'quantity'>, inspected: Inspected): Unit {
  const announced = parcel.lines.find((line) => line.sku === plan.sku)
  const line = announced && {
    expectedReturn: parcel.rma,
    rmaNumber: parcel.rma,
    orderNumber: parcel.order,
    sku: announced.sku,
    occurrence: 1,
    reason: { raw: announced.reason, mapped: announced.reason },
    valueMinor: Math.round((announced.valueMinor / announced.quantity) * plan.quantity),
    currency: announced.currency,
  }
  const meta = {
    eventId: '',
    commandId: '',
    actor: { user: '', role: 'operator' },
    warehouse: DEMO_WAREHOUSE.code,
    deviceId: '',
    deviceSeq: 0,
    scannedAt: '',
    recordedAt: '',
    performed: 'now',
  } as const
  const data = {
    lpn: '',
    parcel: { id: '', trackingNumber: parcel.tracking },
    seller: parcel.seller,
    product: null,
    line: line ?? null,
    quantity: plan.quantity,
    serial: null,
    marketplaceLpn: null,
    exceptions: [],
  }
  const unit = evolveUnit(null, { type: 'UnitRegistered', data, meta }, '')
  return { ...unit, grade: inspected.grade, findings: inspected.findings }
}

type Choice = Omit<DecisionPlan, 'at'>

const SENT_BACK: Choice = {
  choice: { code: 'seller_asked' },
  disposition: 'resell',
  route: 'return_to_seller',
}
const DESTROYED: Choice = { choice: { code: 'safety' }, disposition: 'scrap', route: 'destroy' }

/** Where people know better than the sum, by what was suggested. */
const OTHERWISE: Readonly<Record<string, readonly Choice[]>> = {
  resell: [
    { choice: { code: 'cosmetic', note: 'New box needed.' }, disposition: 'refurbish', route: 'repackage' },
    { choice: { code: 'cosmetic' }, disposition: 'refurbish', route: 'clean' },
  ],
  refurbish: [
    { choice: { code: 'not_worth_it' }, disposition: 'resell', route: 'open_box' },
    { choice: { code: 'price', note: 'Goes with the next lot.' }, disposition: 'resell', route: 'liquidate' },
    { choice: { code: 'not_worth_it' }, disposition: 'scrap', route: 'recycle' },
  ],
  scrap: [SENT_BACK],
}

/** What is decided about an inspected unit, and whether scrapping it takes a second person. */
export function decisionFor(
  random: Random,
  parcel: DemoParcel,
  plan: Pick<UnitPlan, 'sku' | 'quantity'>,
  inspected: Inspected,
  released: boolean,
): Choice & { approvalNeeded: boolean } {
  const unit = unitAfter(parcel, plan, inspected)
  const suggestion = suggest(unit, DEMO_POLICY)
  if (!suggestion) throw new Error('The policy of the demo allows no route.')
  const { disposition, route } = suggestion
  let chosen: Choice = { choice: 'suggested', disposition, route }
  if (released) chosen = inspected.findings.includes('wrong_item') ? SENT_BACK : DESTROYED
  else if (chance(random, 0.06)) chosen = pick(random, OTHERWISE[disposition] ?? [chosen])
  return {
    ...chosen,
    approvalNeeded: chosen.disposition === 'scrap' && scrapNeedsApproval(unit, DEMO_POLICY),
  }
}
