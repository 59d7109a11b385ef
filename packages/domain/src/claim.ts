/**
 * Claim: a parcel that no announcement answers gets its seller, by evidence (an announced order and a
 * product of it that fit) or by a supervisor's word. Its units go with it. A supervisor may say which announced
 * return it is; a supervisor takes a wrong claim back, too.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, type Rule, reject, type Situation } from './decision.ts'
import type { ExpectedReturn } from './facts.ts'
import { joinedTo } from './join.ts'
import type { Parcel } from './parcel.ts'
import { withParcel } from './refuse.ts'
import type { Unit } from './unit.ts'

type Claim = CommandOf<'ClaimParcel'>

/** The announced returns that the claim names. A seller may also have announced the very number of the parcel. */
function answering({ known }: Situation, { seller, rma, evidence }: Claim, isSeller: boolean) {
  if (rma !== undefined) return known.evidence.filter((r) => r.seller === seller && r.rmaNumber === rma)
  const sku = evidence?.sku
  const under = isSeller && evidence?.order === undefined ? known.announced : []
  const numbered = under.filter((r) => sku === undefined || r.lines.some((line) => line.sku === sku))
  return [...known.evidence, ...numbered].filter((r) => r.seller === seller)
}

/** Does what came out of the parcel show that it is that seller's: a product of the return, and nobody else's? */
function goodsFit(units: readonly Unit[], seller: string, fits: readonly ExpectedReturn[]): boolean {
  const products = units.flatMap((unit) => unit.product ?? [])
  const announced = new Set(fits.flatMap((r) => r.lines.map((line) => line.sku)))
  return (
    products.some((p) => p.seller === seller && announced.has(p.sku)) &&
    products.every((p) => p.seller === seller)
  )
}

/** Who is no supervisor needs evidence; who is no staff needs the goods to say the same. */
function refuse(
  { actor: { user: by, role } }: Parameters<Rule<Claim>>[2],
  { seller, evidence, rma }: Claim,
  { trackingNumber: tracking }: Parcel,
  fits: readonly ExpectedReturn[],
  units: readonly Unit[],
): Decision | null {
  if (rma !== undefined && fits.length === 0) return reject('return_unknown', { seller, rma })
  if (role === 'supervisor' || role === 'admin') return null
  if (fits.length === 0)
    return evidence || role === 'seller'
      ? reject('evidence_does_not_fit', { tracking, seller })
      : reject('forbidden', { needs: 'supervisor', by, role })
  if (role === 'seller' && !goodsFit(units, seller, fits))
    return reject('goods_do_not_fit', { tracking, seller })
  return null
}

/**
 * `ClaimParcel` ▶ `ParcelClaimed`, `UnitClaimed`. Rejects: seller_unknown, already_claimed, parcel_forfeited,
 * return_unknown, evidence_does_not_fit, goods_do_not_fit.
 */
export const claimParcel: Rule<Claim> = (situation, command, act) =>
  withParcel(situation, 'ClaimParcel', command.parcel, (parcel) => {
    const { seller, evidence, rma } = command
    if (!situation.known.sellers[seller]) return reject('seller_unknown', { seller })
    const units = situation.others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
    const fits = answering(situation, command, act.actor.role === 'seller')
    const refusal = refuse(act, command, parcel, fits, units)
    if (refusal) return refusal
    const why = { ...evidence, ...(rma === undefined ? {} : { rma }), by: act.actor.user }
    return { events: joinedTo(situation, parcel, seller, fits, why) }
  })
