import type { Outcome } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { commandIdAt } from '../ledger/command-id.ts'
import type { Door } from '../ledger/door.ts'
import { keepGoing } from '../ledger/follow.ts'
import type { Sender } from '../ledger/prepare.ts'
import { findAllWaiting, findHereUnder, findWaitingOf, type Waiting } from './match.queries.ts'

/**
 * Announcements that come when their parcels are here already. Whoever announces looks for parcels once that is committed,
 * and a moment after a parcel came in it is looked for announcements of it: however close they come, the later one sees the other.
 */

/** A parcel that was looked at: whether it found its return now, and if not, why. */
export interface Matched {
  readonly trackingNumber: string
  /** The announced numbers that it goes by. */
  readonly numbers: readonly string[]
  readonly matched: boolean
  readonly code?: string
  readonly message?: string
}

/** Who has announced, or received: whose word a match is. */
export type Who = Pick<Sender, 'user' | 'role'>

export interface Matching {
  /**
   * Parcels that wait under these numbers, and those that found their return by themselves meanwhile: for who announces it is the same.
   * @param by who has announced them
   * @param since the announcing began
   */
  under(numbers: readonly string[], by: Who, since: Date): Promise<Matched[]>
  /** Everything that waits: what was announced just before a server went down, say. */
  all(): Promise<Matched[]>
}

interface Means {
  readonly on: Queryable
  readonly door: Door
}

const resultOf = ({ tracking, numbers }: Waiting, outcome: Outcome | undefined): Matched => ({
  trackingNumber: tracking,
  numbers,
  matched: outcome?.outcome === 'accepted' && (outcome.events ?? []).length > 0,
  ...(outcome?.code ? { code: outcome.code, message: outcome.message ?? '' } : {}),
})

async function matchEach(
  { door }: Means,
  waiting: readonly Waiting[],
  byWhom: (parcel: Waiting) => Who,
): Promise<Matched[]> {
  const done = waiting.map(async (parcel, n) => {
    const now = Date.now()
    const command = {
      type: 'MatchParcel',
      commandId: commandIdAt(now),
      deviceId: 'announcements',
      deviceSeq: n,
      scannedAt: new Date(now).toISOString(),
      parcel: parcel.tracking,
    }
    const { warehouse, timeZone } = parcel
    const [outcome] = await door.submit([command], { ...byWhom(parcel), warehouse, timeZone })
    return resultOf(parcel, outcome)
  })
  return Promise.all(done)
}

async function matchUnder(
  means: Means,
  numbers: readonly string[],
  by: Who,
  since: Date,
): Promise<Matched[]> {
  const here = await findHereUnder(means.on, numbers, since)
  const [waiting, done] = [here.filter(({ waits }) => waits), here.filter(({ waits }) => !waits)]
  const before = done.map(({ tracking, numbers }) => ({ trackingNumber: tracking, numbers, matched: true }))
  const results = await matchEach(means, waiting, () => by)
  // Nothing was left to do, and nothing stood against it: somebody else was first, for the same seller or for another one.
  const isOvertaken = ({ matched, code }: Matched) => !matched && code === undefined
  if (!results.some(isOvertaken)) return [...before, ...results]
  const now = (await findHereUnder(means.on, numbers, since)).filter(({ waits }) => !waits)
  const isOurs = (one: Matched) => now.some(({ tracking }) => tracking === one.trackingNumber)
  return [...before, ...results.map((one) => (isOvertaken(one) ? { ...one, matched: isOurs(one) } : one))]
}

/** What was announced before a restart is matched by nobody in particular. */
const HOUSE: Who = { user: 'announcements', role: 'operator' }

/** So many parcels at once. */
const AT_ONCE = 500

/** One page after the other: a parcel that does not match now stays behind, and is not looked at again. */
async function matchAll(means: Means, atOnce: number): Promise<Matched[]> {
  const all: Matched[] = []
  let after: string | null = null
  for (;;) {
    const waiting = await findAllWaiting(means.on, after, atOnce)
    all.push(...(await matchEach(means, waiting, () => HOUSE)))
    after = waiting.at(-1)?.id ?? null
    if (waiting.length < atOnce) return all
  }
}

/** @param atOnce how many parcels are looked at in one go where everything is */
export function openMatching(means: Means, atOnce: number = AT_ONCE): Matching {
  return {
    under: async (numbers, by, since) => (numbers.length === 0 ? [] : matchUnder(means, numbers, by, since)),
    all: async () => matchAll(means, atOnce),
  }
}

const COMES_IN = new Set(['ParcelReceived', 'ParcelReported', 'ParcelAliased'])

/** The parcels that have come in, or got another label, by these outcomes. */
const cameIn = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap((o) => (o.events ?? []).filter((e) => COMES_IN.has(e.type)).map((e) => e.stream.id))

/** So long after one look there is no other: what comes in meanwhile is looked at together. */
const GAP_MS = 250

/** A door that has to be closed. */
export interface MatchingDoor extends Door {
  close(): Promise<void>
}

/**
 * A door behind which what comes in is matched to what was announced at the same moment. Whoever receives does not wait for it:
 * what was announced before was found by the rules themselves.
 * @param onTrouble told where that could not be looked for; it is looked for again, and at the next start
 */
export function matchingDoor(means: Means, onTrouble: (error: unknown) => void): MatchingDoor {
  let arrived = new Map<string, Who>()
  async function matchArrived(): Promise<void> {
    const looked = arrived
    arrived = new Map()
    if (looked.size === 0) return
    try {
      const waiting = await findWaitingOf(means.on, [...looked.keys()])
      await matchEach(means, waiting, ({ id }) => looked.get(id) ?? HOUSE)
    } catch (error) {
      arrived = new Map([...looked, ...arrived])
      throw error
    }
  }
  const going = keepGoing(
    () => matchArrived().then(() => false),
    onTrouble,
    () => GAP_MS,
  )
  return {
    ...means.door,
    async submit(commands: readonly unknown[], sender: Sender, ...rest) {
      const outcomes = await means.door.submit(commands, sender, ...rest)
      const parcels = cameIn(outcomes)
      for (const parcel of parcels) arrived.set(parcel, { user: sender.user, role: sender.role })
      if (parcels.length > 0) going.news()
      return outcomes
    },
    async close() {
      await going.close()
      await matchArrived().catch(onTrouble)
    },
  }
}
