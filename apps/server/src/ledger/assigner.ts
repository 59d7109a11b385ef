import type pg from 'pg'
import { LOCKS } from '../db/locks.ts'
import { type Database, PLANNED_ONCE } from '../db/pool.ts'
import type { OnGiven } from './giving.ts'
import { openLasting } from './lasting.ts'
import { Lately } from './lately.ts'
import { givePositions, type Round, seenToHaveAll } from './positions.ts'
import type { Pause } from './waiting.ts'

/** Who does not have the lock asks for it so often: about so long nobody does after a node was killed. */
const LOCK_EVERY_MS = 500
/** What was not given a position as it was recorded is looked for so often, sooner where there was something. */
const [SOONEST_MS, LATEST_MS] = [25, 200]

const LOCK = { text: 'select pg_try_advisory_lock($1) as got', values: [LOCKS.assigner] }

/** From the second round on it is the same question about few rows, many times a second. */
const ONCE = Object.entries(PLANNED_ONCE)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join('; ')

/** Mostly all has its positions by now, unless there is load. */
async function next(client: pg.Client, before: string, areMany: boolean): Promise<Round> {
  const seen = areMany ? null : await seenToHaveAll(client, before)
  return seen === null ? givePositions(client, before) : { seen, given: 0, stretch: null }
}

async function assign(client: pg.Client, pause: Pause, onGiven: OnGiven): Promise<void> {
  // The first round looks through everything: it knows of none before it, nor of the cluster that the rows came from.
  let round = await givePositions(client, null)
  await client.query(ONCE)
  const given = new Lately()
  let idle = SOONEST_MS
  for (;;) {
    idle = round.given > 0 ? SOONEST_MS : Math.min(LATEST_MS, idle * 2)
    if (!(await pause(given.areMany ? LATEST_MS : idle))) return
    round = await next(client, round.seen, given.areMany)
    given.count(round.given)
    if (round.stretch !== null) onGiven(round.stretch)
  }
}

export interface Assigner {
  /** Whether it is this process that looks just now. */
  readonly isAssigning: boolean
  close(): Promise<void>
}

/**
 * Looks for what has no position, as long as it is open and no other process does: what was not given one as it was
 * recorded. Business transactions tell nobody anything.
 * @param onGiven told of each round that gave some, a moment before the notification comes around
 */
export function openAssigner(db: Database, onGiven: OnGiven, onTrouble: (error: unknown) => void): Assigner {
  let isAssigning = false
  const term = openLasting(db, 'assigner', onTrouble, async (client, pause) => {
    while (!(await client.query<{ got: boolean }>(LOCK)).rows[0]?.got)
      if (!(await pause(LOCK_EVERY_MS))) return
    isAssigning = true
    await assign(client, pause, onGiven).finally(() => {
      isAssigning = false
    })
  })
  return {
    get isAssigning() {
      return isAssigning
    },
    close: () => term.close(),
  }
}
