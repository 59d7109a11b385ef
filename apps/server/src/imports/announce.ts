import type { AnnouncementOutcome } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { type Announcement, readAnnouncement } from './announcement.ts'
import { findReturnStates } from './announcements.queries.ts'
import { sellerExists } from './imports.queries.ts'
import type { Matched, Matching, Who } from './match-arrived.ts'
import { takeIn } from './take-in.queries.ts'

/** Who announces, and for whom they may. */
export interface Announcer {
  readonly by: Who
  mayAnnounceFor(seller: string): boolean
}
interface Means {
  readonly on: Queryable
  readonly matching: Matching
}

type Fate = Pick<AnnouncementOutcome, 'outcome' | 'code' | 'message' | 'parcels'>
interface Slot {
  readonly announcement: Announcement
  fate: Fate | null
}

const rejected = (code: string, message: string): Fate => ({ outcome: 'rejected', code, message })
const unknownSeller = (seller: string) => rejected('seller_unknown', `There is no seller ${seller} here.`)
/** Of a return that is here nothing can be called off any more. */
export const ARRIVED = {
  code: 'already_arrived',
  message: 'The return has arrived already and cannot be cancelled.',
} as const

/** What a parcel's matching tells whoever announced; not who else did. */
export const told = ({ numbers: _, ...parcel }: Matched) => parcel

/** Cuts a list so that no part names a return twice: one statement can touch a row only once. */
function rounds(slots: readonly Slot[]): Slot[][] {
  const all: Slot[][] = []
  const count = new Map<string, number>()
  for (const slot of slots) {
    const { rmaNumber } = slot.announcement
    const round = count.get(rmaNumber) ?? 0
    count.set(rmaNumber, round + 1)
    all[round] = [...(all[round] ?? []), slot]
  }
  return all
}

async function announceRound({ on, matching }: Means, seller: string, slots: readonly Slot[], by: Who) {
  const cancels = slots.filter((s) => s.announcement.cancelled).map((s) => s.announcement.rmaNumber)
  const states = cancels.length === 0 ? [] : await findReturnStates(on, seller, cancels)
  const arrived = new Set(
    states.filter((s) => ['arriving', 'complete'].includes(s.state)).map((s) => s.rmaNumber),
  )
  for (const slot of slots)
    if (slot.announcement.cancelled && arrived.has(slot.announcement.rmaNumber))
      slot.fate = rejected(ARRIVED.code, ARRIVED.message)
  const taken = slots.filter((slot) => slot.fate === null)
  if (taken.length === 0) return
  const lines = taken.flatMap((s) => s.announcement.lines)
  const numbers = taken.flatMap(({ announcement: { rmaNumber, trackingNumbers } }) =>
    trackingNumbers.map((trackingNumber) => ({ rmaNumber, trackingNumber })),
  )
  const fates = await takeIn(on, seller, lines, numbers, { source: 'api', whole: true })
  const live = taken.filter((s) => !s.announcement.cancelled).flatMap((s) => s.announcement.trackingNumbers)
  const matched = await matching.under(live, by)
  for (const slot of taken) {
    const { rmaNumber, trackingNumbers, cancelled } = slot.announcement
    const parcels = cancelled ? [] : matched.filter((m) => m.numbers.some((n) => trackingNumbers.includes(n)))
    slot.fate = {
      outcome: fates.find((f) => f.rmaNumber === rmaNumber)?.whole ?? 'unchanged',
      ...(parcels.length > 0 ? { parcels: parcels.map(told) } : {}),
    }
  }
}

/**
 * Takes announcements in, each with an outcome of its own, in order.
 * @returns null where none of them is for a seller that whoever asks may announce for
 */
export async function announceAll(
  means: Means,
  raw: readonly unknown[],
  announcer: Announcer,
): Promise<AnnouncementOutcome[] | null> {
  const slots = raw.map(readAnnouncement)
  const read = slots.map((one): Slot | null => ('code' in one ? null : { announcement: one, fate: null }))
  const open = read.filter((slot): slot is Slot => slot !== null)
  const sellers = [...new Set(open.map((s) => s.announcement.seller))]
  let known = 0
  for (const seller of sellers) {
    const own = open.filter((s) => s.announcement.seller === seller)
    if (announcer.mayAnnounceFor(seller) && (await sellerExists(means.on, seller))) {
      known += 1
      for (const round of rounds(own)) await announceRound(means, seller, round, announcer.by)
    } else for (const slot of own) slot.fate = unknownSeller(seller)
  }
  if (sellers.length > 0 && known === 0) return null
  return slots.map((one, i) => {
    if ('code' in one) return { ...namesIn(raw[i]), ...rejected(one.code, one.message) }
    const fate = read[i]?.fate ?? rejected('internal', 'Something went wrong here.')
    return { seller: one.seller, rmaNumber: one.rmaNumber, ...fate }
  })
}

/** As far as what cannot be read says whose it is. */
function namesIn(raw: unknown): { seller: string | null; rmaNumber: string | null } {
  const { seller, rmaNumber } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<
    string,
    unknown
  >
  const short = (value: unknown) => (typeof value === 'string' && value.length <= 100 ? value : null)
  return { seller: short(seller), rmaNumber: short(rmaNumber) }
}
