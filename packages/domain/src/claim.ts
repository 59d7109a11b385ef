/**
 * Claim: a parcel that no announcement answers gets its seller, by evidence (an announced order and a
 * product of it that fit) or by a supervisor's word. Its units go with it.
 */
import type { CommandOf } from './commands.ts'
import { type Rule, reject } from './decision.ts'
import { joinedTo } from './join.ts'
import { withParcel } from './refuse.ts'

/** `ClaimParcel` ▶ `ParcelClaimed`, `UnitClaimed`. Rejects: seller_unknown, already_claimed, evidence_does_not_fit. */
export const claimParcel: Rule<CommandOf<'ClaimParcel'>> = (situation, command, act) =>
  withParcel(situation, 'ClaimParcel', command.parcel, (parcel) => {
    const { seller, evidence } = command
    const { known } = situation
    const tracking = parcel.trackingNumber
    if (!known.sellers[seller]) return reject('seller_unknown', { seller })
    if (parcel.seller !== null) return reject('already_claimed', { tracking, seller: parcel.seller })
    const fits = known.evidence.filter((r) => r.seller === seller)
    const { user: by, role } = act.actor
    if (fits.length === 0 && role === 'operator')
      return evidence
        ? reject('evidence_does_not_fit', { tracking, seller })
        : reject('forbidden', { needs: 'supervisor', by, role })
    return { events: joinedTo(situation, parcel, seller, fits, { ...evidence, by }) }
  })
