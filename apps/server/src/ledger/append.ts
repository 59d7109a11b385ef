import { type ExpectedReturnState, type NewEvent, type ParcelState, stateOfReturn } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { Answered } from './run.ts'
import { APPEND } from './statements.ts'
import type { AppendedEvent, WorkingSet } from './working-set.ts'

/** How announced returns follow the parcels of this group; other parcels of theirs are looked at in the statement. */
function announcedStates(set: WorkingSet): { id: string; state: ExpectedReturnState }[] {
  const parcels = new Map<string, ParcelState[]>()
  for (const { state: parcel } of set.changedStreams().filter((s) => s.kind === 'parcel')) {
    if (!parcel || !('answers' in parcel)) continue
    for (const { id } of parcel.answers) parcels.set(id, [...(parcels.get(id) ?? []), parcel.state])
  }
  return [...parcels].map(([id, states]) => ({ id, state: stateOfReturn(false, states) }))
}

/** A claimed parcel's number is from then on one of its return's numbers. */
function learnedAliases(set: WorkingSet): { tracking: string; id: string; seller: string }[] {
  return set.events.flatMap((event) => {
    if (event.type !== 'ParcelClaimed') return []
    const tracking = set.parcel(event.streamId)?.trackingNumber ?? ''
    const { answers } = event.data as Extract<NewEvent, { type: 'ParcelClaimed' }>['data']
    return answers.map(({ id, seller }) => ({ tracking, id, seller }))
  })
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

/**
 * Writes events, states and outcomes of a group, or nothing at all.
 * @throws a database error that `isConflict` knows when somebody else was first
 */
export async function append(on: Queryable, set: WorkingSet, answers: readonly Answered[]): Promise<void> {
  const kept = answers.flatMap(({ outcome, keep }) => (keep ? [{ outcome, keep }] : []))
  if (kept.length === 0) return
  const streams = set.changedStreams()
  const states = streams.map(({ kind, id, loaded, version, hash, state }) => ({
    kind,
    id,
    expected: loaded,
    version,
    hash: hash.toString('hex'),
    body: state,
  }))
  const outcomes = kept.map(({ outcome, keep }) => ({
    id: keep.id,
    hash: keep.hash.toString('hex'),
    outcome,
    at: keep.at,
  }))
  const bins = set.changedBins()
  await ask(on, 'append', APPEND, [
    JSON.stringify(set.events.map(eventRow)),
    JSON.stringify(states),
    JSON.stringify(outcomes),
    JSON.stringify(bins),
    JSON.stringify(announcedStates(set)),
    JSON.stringify(learnedAliases(set)),
    states.length,
    bins.length,
  ])
}

const CONFLICTS = new Set(['23505', '40001', '40P01'])

/** Did somebody else get there first, so that it is worth deciding again? */
export const isConflict = (error: unknown): boolean => CONFLICTS.has((error as { code?: string }).code ?? '')

/** Is it the data itself that the database refuses (SQLSTATE class 22)? */
export const isBadData = (error: unknown): boolean =>
  ((error as { code?: string }).code ?? '').startsWith('22')
