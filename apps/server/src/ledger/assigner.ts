import type pg from 'pg'
import { LOCKS } from '../db/locks.ts'
import { ask, type Database, PLANNED_ONCE } from '../db/pool.ts'
import { openLasting } from './lasting.ts'
import { Lately } from './lately.ts'
import { givePositions } from './positions.ts'
import type { Pause } from './waiting.ts'

/** Who does not have the lock asks for it so often: about so long nobody gives positions after a node was killed. */
const LOCK_EVERY_MS = 500
/** So long after a round there is no other, however often somebody hints: what was recorded meanwhile is given its positions together. */
const SOONEST_MS = 2
/** Who records something hints, but a hint may get lost: without one rounds go on ever later, soon after one that found something. */
const [UNHINTED_MS, LATEST_MS] = [25, 100]
/** Under load each round, and each look of its readers, is one more transaction among many: then they wait for others. */
const MANY_WAIT_MS = 100

/** Where a node says that it has recorded something that another one is to give positions to. */
const HINT_CHANNEL = 'restow_hint'
/** In a transaction of its own, which nothing waits for and which need not outlast a power cut. */
const HINT = `select set_config('synchronous_commit', 'off', true), pg_notify('${HINT_CHANNEL}', '')`

const LOCK = { text: 'select pg_try_advisory_lock($1) as got', values: [LOCKS.assigner] }

/** From the second round on it is the same question about few rows, many times a second. */
const ONCE = Object.entries(PLANNED_ONCE)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join('; ')

async function assign(client: pg.Client, pause: Pause, onGiven: (head: number) => void): Promise<void> {
  // The first round looks through everything: it knows of none before it, nor of the cluster that the rows came from.
  let round = await givePositions(client, null)
  await client.query(ONCE)
  const given = new Lately()
  let idle = UNHINTED_MS
  while (await pause(given.areMany ? MANY_WAIT_MS : SOONEST_MS)) {
    idle = round.given > 0 ? UNHINTED_MS : Math.min(LATEST_MS, idle * 2)
    if (!(await pause(idle, 'with hints'))) return
    round = await givePositions(client, round.seen)
    given.count(round.given)
    if (round.head !== null) onGiven(round.head)
  }
}

export interface Assigner {
  /** Whether it is this process that gives positions just now. */
  readonly isAssigning: boolean
  /** Something was just recorded here, so the next round need not wait, whichever node's it is. */
  hint(): void
  close(): Promise<void>
}

/**
 * Gives positions as long as it is open and no other process does. It looks for what was committed by itself, so that
 * business transactions tell nobody anything.
 * @param onGiven told of the last position of each round that gave some, a moment before the notification comes around
 */
export function openAssigner(
  db: Database,
  onGiven: (head: number) => void,
  onTrouble: (error: unknown) => void,
): Assigner {
  let isAssigning = false
  const hinted = new Lately()
  const line = openLasting(db, 'assigner', onTrouble, async (client, pause) => {
    while (!(await client.query<{ got: boolean }>(LOCK)).rows[0]?.got)
      if (!(await pause(LOCK_EVERY_MS))) return
    isAssigning = true
    client.on('notification', () => line.hint())
    await client.query(`listen ${HINT_CHANNEL}`)
    await assign(client, pause, onGiven).finally(() => {
      isAssigning = false
    })
  })
  return {
    get isAssigning() {
      return isAssigning
    },
    hint() {
      if (isAssigning) return line.hint()
      hinted.count(1)
      if (!hinted.areMany) void ask(db.often, 'feed-hint', HINT, []).catch(() => {})
    },
    close: () => line.close(),
  }
}
