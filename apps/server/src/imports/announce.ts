import type { AnnouncementOutcome, ChangedReturn, ChangeExpectedReturn } from '@restow/contracts'
import { mayCancel } from '@restow/domain'
import type { Database, Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { again } from './again.ts'
import { type Announcement, numbersOf, readAnnouncement } from './announcement.ts'
import { findReturn, holdReturnStates, setCancelled, setNumbers } from './announcements.queries.ts'
import { sellerExists } from './imports.queries.ts'
import type { Matched, Matching, Who } from './match-arrived.ts'
import { takeIn } from './take-in.queries.ts'

/** Who announces, and for whom they may. */
export interface Announcer {
  readonly by: Who
  mayAnnounceFor(seller: string): boolean
}
interface Means {
  readonly db: Database
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
const ARRIVED = {
  code: 'already_arrived',
  message: 'The return has arrived already and cannot be cancelled.',
} as const

/** A form that is filled in must not write over what somebody else has announced under that number. */
class AlreadyAnnounced extends Error {}
const KNOWN = {
  code: 'already_announced',
  message: 'A return of this RMA number has been announced already.',
} as const

/** What a parcel's matching tells whoever announced; not who else did. */
const told = ({ numbers: _, ...parcel }: Matched) => parcel

/** Cuts a list so that no part names a return twice, since one statement can touch a row only once; what may only be new is alone. */
function rounds(slots: readonly Slot[]): Slot[][] {
  const all: Slot[][] = []
  const count = new Map<string, number>()
  for (const slot of slots.filter(({ announcement }) => !announcement.onlyNew)) {
    const { rmaNumber } = slot.announcement
    const round = count.get(rmaNumber) ?? 0
    count.set(rmaNumber, round + 1)
    all[round] = [...(all[round] ?? []), slot]
  }
  return [...all, ...slots.filter(({ announcement }) => announcement.onlyNew).map((slot) => [slot])]
}

/** Takes in what may be, in one transaction: what comes in meanwhile waits for it, or is waited for. */
async function takeRound(on: Queryable, seller: string, slots: readonly Slot[]) {
  const cancels = slots.filter((s) => s.announcement.cancelled).map((s) => s.announcement.rmaNumber)
  const states = cancels.length === 0 ? [] : await holdReturnStates(on, seller, cancels)
  const arrived = new Set(states.filter((s) => !mayCancel(s.state)).map((s) => s.rmaNumber))
  const taken = slots.filter((s) => !(s.announcement.cancelled && arrived.has(s.announcement.rmaNumber)))
  if (taken.length === 0) return { taken, fates: [] }
  const lines = taken.flatMap((s) => s.announcement.lines)
  const numbers = taken.flatMap(({ announcement: { rmaNumber, trackingNumbers } }) =>
    trackingNumbers.map((trackingNumber) => ({ rmaNumber, trackingNumber })),
  )
  const fates = await takeIn(on, seller, lines, numbers, { source: 'api', whole: true })
  // Whoever was first is known once it is written; what was written with it goes back.
  if (taken.some((s) => s.announcement.onlyNew) && fates.some(({ whole }) => whole !== 'created'))
    throw new AlreadyAnnounced()
  return { taken, fates }
}

async function announceRound({ db, matching }: Means, seller: string, slots: readonly Slot[], by: Who) {
  const since = new Date()
  const round = await again(() => db.together((_, client) => takeRound(client, seller, slots))).catch(
    (error: unknown) => {
      if (error instanceof AlreadyAnnounced) return null
      throw error
    },
  )
  if (round === null) {
    for (const slot of slots) slot.fate = rejected(KNOWN.code, KNOWN.message)
    return
  }
  const { taken, fates } = round
  for (const slot of slots) if (!taken.includes(slot)) slot.fate = rejected(ARRIVED.code, ARRIVED.message)
  const live = taken.filter((s) => !s.announcement.cancelled).flatMap((s) => s.announcement.trackingNumbers)
  const matched = await matching.under(live, by, since)
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
    if (announcer.mayAnnounceFor(seller) && (await sellerExists(means.db.staff, seller))) {
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

/**
 * Changes one return: its numbers, and whether it is called off. Both or neither, decided on what stands when it is written.
 * @throws 404 for what is not there or another seller's, 409 where it has arrived, 422 for a number that is none
 */
export async function change(
  { db, matching }: Means,
  { by, mayAnnounceFor }: Announcer,
  { seller, rma }: { seller: string; rma: string },
  { trackingNumbers, state }: ChangeExpectedReturn,
): Promise<ChangedReturn> {
  const unknown = () => notFound('return of that seller and number')
  if (!mayAnnounceFor(seller)) throw unknown()
  const numbers = trackingNumbers ? numbersOf(trackingNumbers) : null
  const write = async (on: Queryable) => {
    const [held] = await holdReturnStates(on, seller, [rma])
    if (!held) throw unknown()
    if (state === 'cancelled' && !mayCancel(held.state))
      throw new ProblemError(409, ARRIVED.code, ARRIVED.message)
    if (numbers && 'code' in numbers) throw new ProblemError(422, numbers.code, numbers.message)
    const changed = [
      state ? await setCancelled(on, seller, rma, state === 'cancelled') : false,
      numbers ? await setNumbers(on, seller, rma, numbers) : false,
    ]
    return { changed: changed.some(Boolean), now: await findReturn(on, seller, rma) }
  }
  const since = new Date()
  const { changed, now } = await again(() => db.together((_, client) => write(client)))
  if (!now) throw unknown()
  const parcels = now.state === 'cancelled' ? [] : await matching.under(now.trackingNumbers, by, since)
  const outcome = changed ? 'updated' : 'unchanged'
  return { seller, rmaNumber: rma, ...now, outcome, parcels: parcels.map(told) }
}
