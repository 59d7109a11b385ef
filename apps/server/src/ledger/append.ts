import {
  type ExpectedReturnState,
  type NumberSource,
  type Parcel,
  type ParcelState,
  stateOfReturn,
} from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { Answered } from './run.ts'
import { appending } from './statements.ts'
import type { Stretch } from './stretch.ts'
import type { AppendedEvent, WorkingSet } from './working-set.ts'

/** How announced returns follow the parcels of this group; other parcels of theirs are looked at in the statement. */
function announcedStates(set: WorkingSet): { id: string; state: ExpectedReturnState }[] {
  const parcels = new Map<string, ParcelState[]>()
  for (const { state: parcel } of set.changedStreams().filter((s) => s.kind === 'parcel')) {
    if (!parcel || !('answers' in parcel)) continue
    for (const { id } of parcel.answers) parcels.set(id, [...(parcels.get(id) ?? []), parcel.state])
  }
  // What a parcel no longer answers, since that was taken back, is yet to come.
  for (const { before, after } of set.takenBack)
    for (const { id } of before.answers)
      if (!after.answers.some((a) => a.id === id) && !parcels.has(id)) parcels.set(id, [])
  return [...parcels].map(([id, states]) => ({ id, state: stateOfReturn(false, states) }))
}

interface Learned {
  readonly tracking: string
  readonly id: string
  readonly seller: string
  readonly source: NumberSource
}

const LEARNED_BY: Readonly<Record<string, NumberSource>> = {
  ParcelClaimed: 'claim',
  ParcelMatched: 'claim',
  ParcelAliased: 'label',
}

const numbersOf = ({ trackingNumber, aliases }: Parcel): string[] => [trackingNumber, ...aliases]

/** What a box turned out to be known by is from then on among the numbers of the returns that it answers. */
function learnedNumbers(set: WorkingSet): Learned[] {
  return set.events.flatMap((event) => {
    const source = LEARNED_BY[event.type]
    const parcel = set.parcel(event.streamId)
    if (source === undefined || parcel === null) return []
    return parcel.answers.flatMap(({ id, seller }) =>
      numbersOf(parcel).map((tracking) => ({ tracking, id, seller, source })),
    )
  })
}

/** A second label that was a slip is no number of its returns either, unless a later command of the group says it again. */
function forgottenNumbers(set: WorkingSet, learned: readonly Learned[]): { tracking: string; id: string }[] {
  const isLearned = (number: string, of: string) =>
    learned.some(({ tracking, id }) => tracking === number && id === of)
  return set.takenBack.flatMap(({ before, after }) =>
    before.answers.flatMap(({ id }) => {
      const stays = after.state !== 'void' && after.answers.some((a) => a.id === id)
      const gone = numbersOf(before).filter((number) => !stays || !numbersOf(after).includes(number))
      return gone.filter((number) => !isLearned(number, id)).map((tracking) => ({ tracking, id }))
    }),
  )
}

const eventRow = (e: AppendedEvent) => ({
  kind: e.streamKind,
  id: e.streamId,
  version: e.version,
  type: e.type,
  data: e.data,
  meta: e.meta,
  prev: e.prev.toString('hex'),
  hash: e.hash.toString('hex'),
})

const stateRow = ({
  id,
  loaded,
  version,
  hash,
  state,
}: ReturnType<WorkingSet['changedStreams']>[number]) => ({
  id,
  expected: loaded,
  version,
  hash: hash.toString('hex'),
  body: state,
})

/**
 * Writes events, states and outcomes of a group, or nothing at all.
 * @param gives whether the events get their positions with it
 * @returns the stretch of the feed that they are; null where they have no positions yet
 * @throws a database error that `isConflict` knows when somebody else was first
 */
export async function append(
  on: Queryable,
  set: WorkingSet,
  answers: readonly Answered[],
  gives: boolean,
): Promise<Stretch | null> {
  const kept = answers.flatMap(({ outcome, count, keep }) => (keep ? [{ outcome, count, keep }] : []))
  if (kept.length === 0) return null
  const streams = set.changedStreams()
  const statesOf = (kind: 'parcel' | 'unit', which: 'new' | 'changed') =>
    streams.filter((s) => s.kind === kind && (s.loaded === 0) === (which === 'new')).map(stateRow)
  const outcomes = kept.map(({ outcome, keep }) => ({
    id: keep.id,
    hash: keep.hash.toString('hex'),
    outcome,
    at: keep.at,
  }))
  const learned = learnedNumbers(set)
  const rows = {
    events: set.events.map(eventRow),
    newParcels: statesOf('parcel', 'new'),
    parcels: statesOf('parcel', 'changed'),
    newUnits: statesOf('unit', 'new'),
    units: statesOf('unit', 'changed'),
    outcomes,
    bins: set.changedBins(),
    announced: announcedStates(set),
    learned,
    forgotten: forgottenNumbers(set, learned),
    counts: kept.flatMap(({ count }) => count ?? []),
  }
  const { name, text, values } = appending(rows, gives)
  const [answer] = await ask<{ stretch?: Stretch | null }>(on, name, text, values)
  return answer?.stretch ?? null
}

const CONFLICTS = new Set(['23505', '40001', '40P01'])

/** Did somebody else get there first, so that it is worth deciding again? */
export const isConflict = (error: unknown): boolean => CONFLICTS.has((error as { code?: string }).code ?? '')

/** Is it the data itself that the database refuses (SQLSTATE class 22)? */
export const isBadData = (error: unknown): boolean =>
  ((error as { code?: string }).code ?? '').startsWith('22')

/**
 * Was it recorded within a day that is over by now, by a node whose clock is behind or that had stopped for a while?
 * @returns since when that day is over, before which nothing is to be recorded any more; null where it is something else
 */
export function endOfDay(error: unknown): string | null {
  const { constraint, detail } = error as { constraint?: string; detail?: string }
  return constraint === 'ledger_event_day_over' ? (detail ?? null) : null
}
