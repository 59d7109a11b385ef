/**
 * Forfeit: nobody has claimed a parcel within the warehouse's time limit. A supervisor then makes its goods the
 * warehouse's own to decide about (docs/decisions/017). Nothing of it happens by itself.
 */
import type { CommandOf } from './commands.ts'
import { onParcel, onUnit, type Rule, reject } from './decision.ts'
import type { UnclaimedPolicy } from './facts.ts'
import type { Parcel } from './parcel.ts'
import { withParcel } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'

const DAY_MS = 24 * 3600 * 1000

/** Until when a parcel waits for whoever it belongs to, ISO 8601; null for one that never came in. */
export function claimableUntil(parcel: Pick<Parcel, 'receivedAt'>, policy: UnclaimedPolicy): string | null {
  if (parcel.receivedAt === null) return null
  return new Date(Date.parse(parcel.receivedAt) + policy.afterDays * DAY_MS).toISOString()
}

/** Who came in by then is past the time now: `isPast`, as a list asks for it. @param now ISO 8601 */
export const lastInTime = (now: string, { afterDays }: UnclaimedPolicy): string =>
  new Date(Date.parse(now) - afterDays * DAY_MS).toISOString()

/** Has it waited long enough for whoever it belongs to? @param now ISO 8601 */
export const isPast = (
  { receivedAt }: Pick<Parcel, 'receivedAt'>,
  policy: UnclaimedPolicy,
  now: string,
): boolean => receivedAt !== null && receivedAt <= lastInTime(now, policy)

/** `ForfeitParcel` ▶ `ParcelForfeited`, `UnitForfeited`, by a supervisor. Rejects: not_over_limit, already_claimed, parcel_forfeited. */
export const forfeitParcel: Rule<CommandOf<'ForfeitParcel'>> = (situation, command, act) =>
  withParcel(situation, 'ForfeitParcel', command.parcel, (parcel) => {
    const refusal = refuseUnlessLead(act)
    if (refusal) return refusal
    const policy = situation.known.unclaimed
    if (!policy || !isPast(parcel, policy, act.recordedAt)) {
      const at = policy ? (claimableUntil(parcel, policy) ?? '') : ''
      return reject('not_over_limit', { tracking: parcel.trackingNumber, at })
    }
    const units = situation.others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
    return {
      events: [
        onParcel(parcel.id, 'ParcelForfeited', { note: command.note ?? null, policy }),
        ...units.map((unit) => onUnit(unit.id, 'UnitForfeited', { undoable: true })),
      ],
    }
  })
