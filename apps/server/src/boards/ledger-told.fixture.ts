import {
  evolveParcel,
  evolveUnit,
  type Parcel,
  type ParcelEvent,
  type Recorded,
  type Unit,
  type UnitEvent,
} from '@restow/domain'
import type { Warehouse } from '../../../../packages/testkit/src/server.ts'

/** The ledger told anew from its events alone, by the rules of the domain: what boards have to agree with. */

type Told = Recorded<UnitEvent | ParcelEvent> & {
  readonly kind: 'unit' | 'parcel'
  readonly id: string
  readonly version: number
}
/** An event that was not taken back, with the states that it led from and to. */
export type Stood = Told & { readonly from: string | null; readonly to: string }

export interface Retold {
  /** As they stand in the end. */
  readonly units: readonly Unit[]
  readonly parcels: readonly Parcel[]
  /** All of it, in the order of streams. */
  readonly stood: readonly Stood[]
}

const commandOf = (eventId: string) => eventId.split(':')[0]

function takenBack(event: Told, stream: readonly Told[]): boolean {
  return stream.some(
    (later) =>
      later.version > event.version &&
      later.type === 'StepTakenBack' &&
      commandOf(later.data.eventId) === commandOf(event.meta.eventId),
  )
}

type State = Unit | Parcel | null
function after(state: State, event: Told): Unit | Parcel {
  return event.kind === 'unit'
    ? evolveUnit(state as Unit | null, event as Recorded<UnitEvent>, event.id)
    : evolveParcel(state as Parcel | null, event as Recorded<ParcelEvent>, event.id)
}

function standing(stream: readonly Told[]): Stood[] {
  let state: State = null
  const stays = stream.filter((event) => event.type !== 'StepTakenBack' && !takenBack(event, stream))
  return stays.map((event) => {
    const from = state?.state ?? null
    // A photo stays where all else was taken back, and moves nothing.
    if (event.type !== 'PhotoAttached') state = after(state, event)
    return { ...event, from, to: state?.state ?? 'void' }
  })
}

/** Reads the whole ledger and tells it anew. */
export async function retell(warehouse: Warehouse): Promise<Retold> {
  const events = await warehouse.sql<Told>(
    'select stream_kind as kind, stream_id as id, version, type, data, meta from ledger_event order by stream_id, version',
  )
  const streams = new Map<string, Told[]>()
  for (const event of events) streams.set(event.id, [...(streams.get(event.id) ?? []), event])
  const ends = [...streams.values()].map((stream) => stream.reduce<State>(after, null))
  return {
    units: ends.filter((end): end is Unit => end !== null && 'lpn' in end),
    parcels: ends.filter((end): end is Parcel => end !== null && !('lpn' in end)),
    stood: [...streams.values()].flatMap(standing),
  }
}
