/**
 * Claim: a parcel that no announcement answers gets its seller, by evidence (an announced order and a
 * product of it that fit) or by a supervisor's word. Its units go with it.
 */
import type { CommandOf } from './commands.ts'
import { onParcel, onUnit, type Rule, reject } from './decision.ts'
import type { ExpectedReturn } from './facts.ts'
import { answerLine, recounted } from './lines.ts'
import { count, lineKey, type Parcel } from './parcel.ts'
import { withParcel } from './refuse.ts'
import { holdIfInactive } from './register.ts'
import type { Unit } from './unit.ts'

/** `ClaimParcel` ▶ `ParcelClaimed`, `UnitClaimed`. Rejects: seller_unknown, already_claimed, evidence_does_not_fit. */
export const claimParcel: Rule<CommandOf<'ClaimParcel'>> = (situation, command, act) =>
  withParcel(situation, 'ClaimParcel', command.parcel, (parcel) => {
    const { seller, evidence } = command
    const { known, others } = situation
    const tracking = parcel.trackingNumber
    if (!known.sellers[seller]) return reject('seller_unknown', { seller })
    if (parcel.seller !== null) return reject('already_claimed', { tracking, seller: parcel.seller })
    const fits = known.evidence.filter((r) => r.seller === seller)
    const { user: by, role } = act.actor
    if (fits.length === 0 && role === 'operator')
      return evidence
        ? reject('evidence_does_not_fit', { tracking, seller })
        : reject('forbidden', { needs: 'supervisor', by, role })
    const answers = fits.map(({ id, seller, rmaNumber, orderNumber }) => ({
      id,
      seller,
      rmaNumber,
      orderNumber,
    }))
    const claimed = onParcel(parcel.id, 'ParcelClaimed', { seller, answers, evidence: { ...evidence, by } })
    const units = others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
    let counted = parcel
    const told = units.flatMap((unit) => {
      const { line, ...mine } = claimedAs(unit, seller, fits, counted)
      if (line !== unit.line && line)
        counted = { ...counted, registered: count(counted, lineKey(line), unit.quantity) }
      const held = unit.held ? [] : holdIfInactive(situation, seller, unit.id)
      return [onUnit(unit.id, 'UnitClaimed', { seller, line, ...mine }), ...held, ...recounted(unit, line)]
    })
    return { events: [claimed, ...told] }
  })

/** What a unit is to the seller who claims it: another seller's product and line do not come along. */
function claimedAs(unit: Unit, seller: string, fits: readonly ExpectedReturn[], parcel: Parcel) {
  const product = unit.product?.seller === seller ? unit.product : null
  if (product && unit.line) return { product, line: unit.line, exceptions: [] }
  return { product, ...answerLine(fits, parcel, product, unit.quantity) }
}
