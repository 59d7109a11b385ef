import type { UnclaimedItem } from '@restow/contracts'
import { tell, tellCount } from '@restow/ui/desk'

const DAY_MS = 24 * 3600 * 1000

/** Days until the time limit, one that is begun counted whole; or whole days since. */
function daysOff(until: string, now: number): number {
  const off = Date.parse(until) - now
  return off > 0 ? Math.ceil(off / DAY_MS) : Math.floor(-off / DAY_MS)
}

/** How a parcel stands against its time: “12 days left”. */
export function timeWords({ claimableUntil, past }: Pick<UnclaimedItem, 'claimableUntil' | 'past'>): string {
  const days = daysOff(claimableUntil, Date.now())
  if (past) return days === 0 ? tell('unclaimed.pastToday') : tellCount('unclaimed.daysPast', days)
  return days <= 1 ? tell('unclaimed.today') : tellCount('unclaimed.daysLeft', days)
}

/** How much of its time has gone by, 0 to 1. */
export function timeShare({ receivedAt, claimableUntil }: UnclaimedItem): number {
  const [from, until] = [Date.parse(receivedAt), Date.parse(claimableUntil)]
  return Math.min(1, Math.max(0, (Date.now() - from) / (until - from)))
}

/** For a banner over what is past its time. */
export function pastBanner({ claimableUntil }: Pick<UnclaimedItem, 'claimableUntil'>): string {
  const days = daysOff(claimableUntil, Date.now())
  return days === 0 ? tell('unclaimed.pastBannerToday') : tellCount('unclaimed.pastBanner', days)
}
