import {
  type ExpectedReturnState,
  type NewEvent,
  type ParcelAnswer,
  type ParcelState,
  stateOfReturn,
} from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { Answered } from './run.ts'
import { APPEND } from './statements.ts'
import type { AppendedEvent, WorkingSet } from './working-set.ts'

/** What a parcel no longer answers, its claim having been taken back, is still to come. */
const releasedReturns = (set: WorkingSet): string[] =>
  set.events.flatMap(({ type, data }) =>
    type === 'StepTakenBack' ? ((data as Released).released ?? []).map((a) => a.id) : [],
  )

/** How announced returns follow the parcels of this group; other parcels of theirs are looked at in the statement. */
function announcedStates(set: WorkingSet): { id: string; state: ExpectedReturnState }[] {
  const parcels = new Map<string, ParcelState[]>()
  for (const { state: parcel } of set.changedStreams().filter((s) => s.kind === 'parcel')) {
    if (!parcel || !('answers' in parcel)) continue
    for (const { id } of parcel.answers) parcels.set(id, [...(parcels.get(id) ?? []), parcel.state])
  }
  for (const id of releasedReturns(set)) parcels.set(id, parcels.get(id) ?? [])
  return [...parcels].map(([id, states]) => ({ id, state: stateOfReturn(false, states) }))
}

type Claimed = Extract<NewEvent, { type: 'ParcelClaimed' }>['data']
type Released = Extract<NewEvent, { type: 'StepTakenBack'; stream: { kind: 'parcel' } }>['data']
interface Alias {
  readonly tracking: string
  readonly id: string
  readonly seller: string
  readonly parcel: string
}

/** A claimed parcel's number is from then on one of its return's numbers, until the claim is taken back. */
function learnedAliases(set: WorkingSet): { learned: Alias[]; forgotten: Alias[] } {
  const learned = new Map<string, Alias>()
  const forgotten: Alias[] = []
  for (const event of set.events) {
    const parcel = event.streamId
    const tracking = set.parcel(parcel)?.trackingNumber ?? ''
    const aliases = (of: readonly ParcelAnswer[]) =>
      of.map(({ id, seller }) => ({ tracking, id, seller, parcel }))
    if (event.type === 'ParcelClaimed')
      for (const alias of aliases((event.data as Claimed).answers))
        learned.set(`${parcel} ${alias.id}`, alias)
    if (event.type === 'StepTakenBack')
      for (const alias of aliases((event.data as Released).released ?? [])) {
        learned.delete(`${parcel} ${alias.id}`)
        forgotten.push(alias)
      }
  }
  return { learned: [...learned.values()], forgotten }
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
  const { learned, forgotten } = learnedAliases(set)
  await ask(on, 'append', APPEND, [
    JSON.stringify(set.events.map(eventRow)),
    JSON.stringify(states),
    JSON.stringify(outcomes),
    JSON.stringify(bins),
    JSON.stringify(announcedStates(set)),
    JSON.stringify(learned),
    states.length,
    bins.length,
    JSON.stringify(forgotten),
  ])
}

const CONFLICTS = new Set(['23505', '40001', '40P01'])

/** Did somebody else get there first, so that it is worth deciding again? */
export const isConflict = (error: unknown): boolean => CONFLICTS.has((error as { code?: string }).code ?? '')

/** Is it the data itself that the database refuses (SQLSTATE class 22)? */
export const isBadData = (error: unknown): boolean =>
  ((error as { code?: string }).code ?? '').startsWith('22')
