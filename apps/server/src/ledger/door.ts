import type { Outcome } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { append, endOfDay, isBadData, isConflict } from './append.ts'
import type { Giving } from './giving.ts'
import type { Handlers, Knowledge } from './knowledge.ts'
import { load, type Named, name } from './load.ts'
import { type Prepared, prepare, rejection, type Sender } from './prepare.ts'
import { type Now, RuleBroke, run } from './run.ts'

/** The one way into the ledger. */
export interface Door {
  /**
   * Decides commands in their order and records what follows.
   * @param confirm asked beside what they are decided on, before anything is recorded or told: is the sender who they were when they asked?
   * @returns one outcome for each, in order
   * @throws when the database could not be reached; then nothing is known to be recorded, and sending
   *   the same commands again is safe. NoLongerTheSame, and what `confirm` throws: then nothing of these is recorded
   */
  submit(
    commands: readonly unknown[],
    sender: Sender,
    confirm?: (() => Promise<boolean>) | null,
  ): Promise<Outcome[]>
}

/** Whoever sent commands is somebody else by now, or nobody. */
export class NoLongerTheSame extends Error {}

export interface DoorOptions {
  /** Where what is asked side by side is answered in turn. */
  readonly on: Queryable
  readonly handlers: Handlers
  readonly knowledge: Knowledge
  /** Tells the time at which a command is recorded; the seeder of demo data has a clock of its own. */
  readonly clock?: (commandId: string) => Date
  /** Where what is recorded gets its positions in the feed; without it that is left to who looks for what has none. */
  readonly giving?: Pick<Giving, 'isWanted' | 'given'>
  /** Told of errors that are nobody's fault but ours. */
  readonly onBug?: (error: unknown) => void
}

interface Submission {
  readonly slots: readonly (Prepared | Outcome)[]
  /** Null once the sender is confirmed, else why nothing is done as them. */
  readonly confirm: () => Promise<{ readonly why: unknown } | null>
  readonly done: (outcomes: Outcome[]) => void
  readonly failed: (error: unknown) => void
}

/** Commands of several requests go into one transaction, up to about so many. */
const GROUP_SIZE = 256
const TRIES = 8

const isPrepared = (slot: Prepared | Outcome): slot is Prepared => 'contentHash' in slot

/** Some of those who sent a group are not confirmed: what others sent is decided without theirs. */
class NotConfirmed extends Error {}

interface Group {
  readonly named: readonly Named[]
  /** @throws NotConfirmed */
  readonly confirmed: Promise<void>
}

async function decideOnce(
  options: DoorOptions,
  { named: group, confirmed }: Group,
  now: Now,
): Promise<Outcome[]> {
  const [loaded] = await Promise.all([load(options.on, options.knowledge, group), confirmed])
  const answers = run(loaded, group, now)
  const events = loaded.set.events.length
  const gives = events > 0 && options.giving?.isWanted(events) === true
  try {
    const stretch = await append(options.on, loaded.set, answers, gives)
    if (gives) options.giving?.given(stretch)
  } catch (error) {
    // What keeps positions from being given must not keep these commands from being recorded when they are sent again.
    if (gives && !isConflict(error)) options.giving?.given(null)
    throw error
  }
  return answers.map((a) => a.outcome)
}

/** Decides a group, again where somebody else was first, one by one where it does not go together. */
async function decideGroup(options: DoorOptions, group: Group, clock: SteadyClock): Promise<Outcome[]> {
  const { now } = clock
  for (let tried = 1; ; tried++) {
    try {
      return await decideOnce(options, group, now)
    } catch (error) {
      clock.notBefore(endOfDay(error))
      if (isConflict(error) && tried < TRIES) continue
      const [first, ...others] = group.named
      if (!first || !(isConflict(error) || isBadData(error) || error instanceof RuleBroke)) throw error
      if (others.length > 0) return oneByOne(options, group, clock)
      if (error instanceof RuleBroke) return [afterBug(options, first, error, now)]
      if (!isBadData(error)) throw error
      // What no database can hold must not jam the outbox that it lies in.
      return decideOnce(
        options,
        {
          ...group,
          named: [{ ...first, command: null, problem: 'it holds what cannot be stored', names: {} }],
        },
        now,
      )
    }
  }
}

/**
 * A rule that breaks on a command must not stop what others have sent, nor jam the outbox that it lies in. The
 * answer is not kept: once the rule is mended, the same command is decided anew.
 */
function afterBug(options: DoorOptions, { commandId, sender }: Named, error: RuleBroke, now: Now): Outcome {
  options.onBug?.(error.cause)
  return rejection(commandId, 'internal', {}, sender, now(commandId))
}

async function oneByOne(options: DoorOptions, group: Group, clock: SteadyClock): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const named of group.named)
    outcomes.push(...(await decideGroup(options, { ...group, named: [named] }, clock)))
  return outcomes
}

interface SteadyClock {
  readonly now: Now
  /** It is at least so late: a business day has ended by then, and nothing is recorded within it any more. */
  notBefore(instant: string | null): void
}

/** The server's time, never running backwards within this process: a story reads in the order it was told. */
function steadyClock(clock: (commandId: string) => Date): SteadyClock {
  let last = 0
  return {
    now: (commandId) => {
      last = Math.max(last, clock(commandId).getTime())
      return new Date(last).toISOString()
    },
    notBefore: (instant) => {
      if (instant !== null) last = Math.max(last, Date.parse(instant))
    },
  }
}

/** Why nothing is done as somebody; null where nothing speaks against it. */
async function refusal(
  confirm: (() => Promise<boolean>) | null = null,
): Promise<{ readonly why: unknown } | null> {
  try {
    return confirm === null || (await confirm()) ? null : { why: new NoLongerTheSame() }
  } catch (why) {
    return { why }
  }
}

/**
 * Opens the door to a ledger. Requests that arrive while a transaction is under way wait and share the next
 * one: under load a commit is paid for once by many, and alone nobody waits.
 */
export function openDoor(options: DoorOptions): Door {
  const clock = steadyClock(options.clock ?? (() => new Date()))
  const queue: Submission[] = []
  let busy = false

  function take(): Submission[] {
    let size = 0
    let count = 0
    for (const { slots } of queue) {
      if (count > 0 && size + slots.length > GROUP_SIZE) break
      size += slots.length
      count++
    }
    return queue.splice(0, count)
  }

  async function answer(submissions: readonly Submission[]): Promise<void> {
    const prepared = submissions.flatMap((s) => s.slots.filter(isPrepared))
    const asked = Promise.all(submissions.map((s) => s.confirm()))
    const confirmed = asked.then((refusals) => {
      if (refusals.some((refusal) => refusal !== null)) throw new NotConfirmed()
    })
    // It may be over before anybody waits for it.
    confirmed.catch(() => {})
    try {
      const named = prepared.map((p) => name(p, options.handlers))
      const outcomes = named.length === 0 ? [] : await decideGroup(options, { named, confirmed }, clock)
      await confirmed
      let next = 0
      for (const { slots, done } of submissions)
        done(slots.map((slot) => (isPrepared(slot) ? (outcomes[next++] as Outcome) : slot)))
    } catch (error) {
      if (error instanceof NotConfirmed) return answerWithout(await asked, submissions)
      for (const { failed } of submissions) failed(error)
    }
  }

  async function answerWithout(
    refusals: readonly ({ readonly why: unknown } | null)[],
    submissions: readonly Submission[],
  ): Promise<void> {
    for (const [n, { failed }] of submissions.entries()) if (refusals[n]) failed(refusals[n].why)
    const others = submissions.filter((_, n) => !refusals[n])
    if (others.length > 0) await answer(others)
  }

  async function drain(): Promise<void> {
    busy = true
    while (queue.length > 0) await answer(take())
    busy = false
  }

  return {
    submit: (commands, sender, confirm) =>
      new Promise((done, failed) => {
        const slots = commands.map((raw) => prepare(raw, sender))
        queue.push({ slots, confirm: () => refusal(confirm), done, failed })
        if (!busy) void drain()
      }),
  }
}
