import type { NewEvent } from '@restow/domain'
import { LOCKS } from '../db/locks.ts'
import { ask, type Database, type Queryable, type Tx } from '../db/pool.ts'
import { type Ahead, type FeedEvent, feedHead, lookAhead, readFeed, type Wanted } from './feed.ts'
import { BATCH, type Going, keepGoing } from './follow.ts'
import { Lately } from './lately.ts'
import { type Stretch, ToldAhead } from './stretch.ts'

/** Readers that remember how far they have come: print jobs, webhooks, reports. */

export interface ReaderOptions {
  /** Names it for good: its checkpoints are found by it. */
  readonly name: string
  /** Only events of these types; all where it is left out. */
  readonly types?: readonly NewEvent['type'][]
  /** Only what was done with these devices, as they are when it is dealt with, and what takes a step back; with all where it is left out. */
  readonly devices?: (on: Queryable) => Promise<readonly string[]>
  /** Where it begins on its very first start: with what there is, or with what is recorded from then on. */
  readonly from: 'beginning' | 'now'
  /**
   * Deals with events within the transaction that records how far the reader has come: what it writes by `tx` or `on`
   * happens once. What it does elsewhere may happen again, so that has to go by the events' ids. Where it throws, the same
   * events are given again, later each time.
   */
  readonly handle: (tx: Tx, events: readonly FeedEvent[], on: Queryable) => Promise<void>
  /** Told each time that what `handle` did has come to stay; only lowers latency, since a process may end just before. */
  readonly done?: () => void
}

export interface Reader extends Going {
  readonly name: string
  /** How far it has come, as far as this process knows; -1 before it knows. */
  readonly reached: number
}

/** A reader's rows form a chain: the last is found by the key. */
const LAST = 'select reached from feed_checkpoint where reader = $1 order by after desc limit 1'
const REACHED = `select reached::float8 as reached from (${LAST}) last`
const CHECK =
  'insert into feed_checkpoint (reader, after, reached) values ($1, $2, $3) on conflict do nothing returning reached'
/** Two nodes with one reader take turns; the checkpoint's key alone would let both do the work, and one of them in vain. */
const TURN = `select pg_try_advisory_xact_lock(${LOCKS.readers}, hashtext($1)) as mine`
/** On a busy day there is news fifty times a second, and each look is a question at least; under load, one more among many. */
const [GAP_MS, MANY_GAP_MS] = [200, 800]
/** So much longer where what comes is of its types and of none of its devices, for which it has to ask each time. */
const PATIENCE_MS = 800
/** A stretch in which nothing is of a reader's types is not worth a row, unless it is long. */
const LONG = 10_000
/** What is passed over for good, from wherever the last one came to and no further than there is, unless it is somebody else's turn just now. */
const PASS = `with turn as materialized (${TURN}), feed as materialized (
    select least($2::bigint, coalesce(max(position), 0)) as reached from ledger_position
  ), passed as (
    insert into feed_checkpoint (reader, after, reached) select $1, last.reached, feed.reached
    from (${LAST}) last, feed, turn where mine and last.reached < feed.reached on conflict do nothing
  ) select mine, reached::float8 as reached from turn, feed`

async function checkpoint(on: Queryable, name: string, after: number, reached: number): Promise<void> {
  const rows = await ask(on, 'feed-check', CHECK, [name, after, reached])
  // Somebody else has dealt with it: then nothing of this must stay.
  if (rows.length === 0) throw new Error(`the reader ${name} was overtaken after ${after}`)
}

async function lastCheckpoint(on: Queryable, { name, from }: ReaderOptions): Promise<number> {
  const [row] = await ask<{ reached: number | null }>(on, 'feed-reached', REACHED, [name])
  if (typeof row?.reached === 'number') return row.reached
  const begins = from === 'now' ? await feedHead(on) : 0
  await checkpoint(on, name, -1, begins)
  return begins
}

/** How far a reader has come by a step, whether there is more, and whether anything was dealt with. */
interface Step {
  readonly looked: number
  readonly isMore: boolean
  readonly isDealt: boolean
  /** Whether that is on record. */
  readonly isChecked: boolean
  /** Its devices, where what there was was of its types and of none of them. */
  readonly others: readonly string[] | null
}

/** Somebody else deals with it just now: it is looked at again. */
const othersTurn = (looked: number): Step => ({
  looked,
  isMore: false,
  isDealt: false,
  isChecked: false,
  others: null,
})

/** Deals with one batch, if it is this node's turn. */
async function dealWithBatch(db: Database, options: ReaderOptions, looked: number): Promise<Step> {
  return db.together(async (tx, on) => {
    const [turn] = await ask<{ mine: boolean }>(on, 'feed-turn', TURN, [options.name])
    if (!turn?.mine) return othersTurn(looked)
    const after = await lastCheckpoint(on, options)
    const head = await feedHead(on)
    // What this process has seen to be of no concern since the last checkpoint is not read again.
    const from = Math.max(after, looked)
    const reached = Math.min(head, from + BATCH)
    const wanted = { types: options.types ?? null, devices: (await options.devices?.(on)) ?? null }
    const events = reached > from ? await readFeed(on, from, reached - from, wanted) : []
    if (events.length > 0) await options.handle(tx, events, on)
    // Also where it wants none of it as things are: they may be otherwise when another node looks at it.
    if (reached > after) await checkpoint(on, options.name, after, reached)
    const isDealt = events.length > 0
    return { looked: reached, isMore: reached < head, isDealt, isChecked: true, others: null }
  })
}

/** Whether some of a stretch may be wanted, by what was told of it: of which types and with which devices, is not told together. */
const mayHave = (told: Stretch, { types, devices }: Wanted): boolean =>
  (types === null || types.some((type) => told.types.includes(type))) &&
  (devices === null ||
    told.types.includes('StepTakenBack') ||
    devices.some((device) => told.devices.includes(device)))

/** What a look would find, by what was told. */
const lookAtTold = (told: readonly Stretch[], until: number, wanted: Wanted): Ahead => ({
  reached: until,
  concerns: told.some((one) => mayHave(one, wanted)),
})

/**
 * Most looks find nothing that concerns a reader, and then a look is all that there is: no transaction, no turn; nor is the database asked
 * where what was told says so. What is of its types and of none of its devices as they are now is put on record as passed over: they may be
 * others later.
 * @param told what comes right after `looked`; none where that was not told
 * @returns how far nothing concerns it; null where it has to be dealt with
 */
async function passBy(
  { often }: Database,
  { name, types, devices }: ReaderOptions,
  { looked, checked }: { looked: number; checked: number },
  told: readonly Stretch[],
): Promise<Step | null> {
  if (looked < 0) return null
  const until = told.at(-1)?.until
  const ofTypes = { types: types ?? null, devices: null }
  let ahead =
    until === undefined ? await lookAhead(often, looked, BATCH, ofTypes) : lookAtTold(told, until, ofTypes)
  const isOfTypes = ahead.concerns
  const others = isOfTypes && devices ? await devices(often) : null
  if (others) {
    // Of what was there before the devices were asked for.
    const wanted = { ...ofTypes, devices: others }
    if (until !== undefined) ahead = lookAtTold(told, until, wanted)
    if (ahead.concerns) ahead = await lookAhead(often, looked, ahead.reached - looked, wanted)
  }
  if (ahead.concerns) return null
  let { reached } = ahead
  const isChecked = isOfTypes || reached - checked >= LONG
  if (isChecked) {
    const [turn] = await ask<{ mine: boolean; reached: number }>(often, 'feed-pass', PASS, [name, reached])
    if (!turn?.mine) return othersTurn(looked)
    reached = turn.reached
  }
  return { looked: reached, isMore: reached === looked + BATCH, isDealt: false, isChecked, others }
}

/** Opens a reader: each event once and in order, by one node at a time, across restarts. */
export function openReader(
  db: Database,
  options: ReaderOptions,
  onTrouble: (error: unknown) => void,
): Reader {
  let looked = -1
  // How far is on record.
  let checked = -1
  const lately = new Lately()
  const ahead = new ToldAhead()
  let others: readonly string[] | null = null
  /** Since the last step began; null where it was not told what. */
  let heard: (Stretch | null)[] = []
  async function step(): Promise<boolean> {
    heard = []
    const told = ahead.takeAfter(looked)
    const done =
      (await passBy(db, options, { looked, checked }, told)) ?? (await dealWithBatch(db, options, looked))
    // Another node has the turn: it is asked for again after a while, and what was told by then with it.
    if (done.looked === looked) ahead.giveBack(told)
    lately.count(done.looked - looked)
    looked = done.looked
    others = done.others
    if (done.isChecked) checked = looked
    if (done.isDealt) options.done?.()
    return done.isMore
  }
  /** Whether what was heard since may be of the devices that were its own then. */
  const isOfOthers = () =>
    others !== null &&
    !heard.some((one) => one === null || mayHave(one, { types: options.types ?? null, devices: others }))
  const going = keepGoing(
    step,
    onTrouble,
    () => (lately.areMany ? MANY_GAP_MS : GAP_MS),
    () => (!lately.areMany && isOfOthers() ? PATIENCE_MS : 0),
  )
  return {
    ...going,
    news: (upTo, stretch) => {
      if (stretch) ahead.add(stretch)
      // The same positions are told more than once.
      if (upTo !== undefined && upTo <= looked) return
      heard.push(stretch ?? null)
      if (!isOfOthers()) going.hurry()
      going.news()
    },
    name: options.name,
    get reached() {
      return looked
    },
  }
}
