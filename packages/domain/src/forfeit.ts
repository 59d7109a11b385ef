/**
 * Forfeit: nobody has claimed a parcel within the warehouse's time limit. A supervisor then makes its goods the
 * warehouse's own to decide about (docs/decisions/017). Nothing of it happens by itself.
 */
import type { CommandOf } from './commands.ts'
import { onParcel, onUnit, type Rule, reject } from './decision.ts'
import type { UnclaimedPolicy } from './facts.ts'
import type { Parcel } from './parcel.ts'
import { withParcel } from './refuse.ts'

const DAY_MS = 24 * 3600 * 1000

/** Until when a parcel waits for whoever it belongs to, ISO 8601; null for one that never came in. */
export function claimableUntil(parcel: Pick<Parcel, 'receivedAt'>, policy: UnclaimedPolicy): string | null {
  if (parcel.receivedAt === null) return null
  return new Date(Date.parse(parcel.receivedAt) + policy.afterDays * DAY_MS).toISOString()
}

/** `ForfeitParcel` ▶ `ParcelForfeited`, `UnitForfeited`, by a supervisor. Rejects: not_over_limit, already_claimed, parcel_forfeited. */
export const forfeitParcel: Rule<CommandOf<'ForfeitParcel'>> = (situation, command, act) =>
  withParcel(situation, 'ForfeitParcel', command.parcel, (parcel) => {
    const { user: by, role } = act.actor
    if (role !== 'supervisor' && role !== 'admin')
      return reject('forbidden', { needs: 'supervisor', by, role })
    const policy = situation.known.unclaimed
    const until = policy ? claimableUntil(parcel, policy) : null
    if (!policy || until === null || act.recordedAt < until)
      return reject('not_over_limit', { tracking: parcel.trackingNumber, at: until ?? '' })
    const units = situation.others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
    return {
      events: [
        onParcel(parcel.id, 'ParcelForfeited', { note: command.note ?? null, policy }),
        ...units.map((unit) => onUnit(unit.id, 'UnitForfeited', { undoable: true })),
      ],
    }
  })
