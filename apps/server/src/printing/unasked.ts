import { createHash } from 'node:crypto'
import type { NewEvent } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import type { FeedEvent } from '../ledger/feed.ts'
import type { ReaderOptions } from '../ledger/reader.ts'
import { contentOf } from './asking.ts'
import { parcelTagFor, type ToPrint, unitLabelFor } from './labels-of-events.ts'
import { copiesOf } from './portion.ts'
import { addJob, cancelJob } from './print-jobs.queries.ts'
import {
  findParcelsNow,
  findPrintingDevices,
  findUnitsNow,
  isPlateToPrint,
  type PrintingDevice,
} from './unasked.queries.ts'

/**
 * Prints what a step asks for, before anybody does: a plate, a relabel, a ticket, a tag. A reader of the ledger, so that work
 * that a device did without the line prints once that work has arrived.
 */

const TYPES = [
  ...['ParcelReceived', 'UnitRegistered', 'UnitSplitOff', 'PlateReplaced', 'UnitClassified', 'UnitHeld'],
  'StepTakenBack',
] as NewEvent['type'][]

/** The job of an event, always the same one, so that it is never printed twice: a UUID of version 8 (RFC 9562, 5.8). */
export function jobOfEvent(eventId: string): string {
  const hash = createHash('sha256').update(`print ${eventId}`).digest().subarray(0, 16)
  hash[6] = 0x80 | ((hash[6] ?? 0) & 0x0f)
  hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function printFor(
  on: Queryable,
  { meta }: FeedEvent,
  { kind, label, lpn }: ToPrint,
  device: PrintingDevice,
): Promise<void> {
  const { deviceId, warehouse, printer, unasked } = device
  if (!unasked.includes(kind) || warehouse !== meta.warehouse) return
  if (kind === 'plate' && lpn !== null && !(await isPlateToPrint(on, deviceId, lpn))) return
  const by = meta.actor.user
  await addJob(on, {
    ...{ id: jobOfEvent(meta.eventId), warehouse, printer, deviceId, by },
    ...{ content: contentOf(by, { event: meta.eventId }), labels: [label], total: copiesOf(label) },
    ...{ lpns: lpn === null ? [] : [lpn], reason: null, note: null, ofJob: null },
  })
}

/** A step that was taken back needs no label; one that has left for the printer comes out all the same. */
async function takeBack(on: Queryable, { meta, ...event }: FeedEvent): Promise<void> {
  if (event.type !== 'StepTakenBack') return
  await cancelJob(on, meta.warehouse, jobOfEvent(event.data.eventId), meta.actor.user)
}

async function deal(on: Queryable, events: readonly FeedEvent[], onBug: (error: unknown) => void) {
  const named = [...new Set(events.map(({ meta }) => meta.deviceId))]
  const devices = new Map((await findPrintingDevices(on, named)).map((one) => [one.deviceId, one]))
  const wanted = events.filter((e) => e.type !== 'StepTakenBack' && devices.has(e.meta.deviceId))
  const idsOf = (kind: string) => wanted.filter((e) => e.streamKind === kind).map((e) => e.streamId)
  const units = await findUnitsNow(on, idsOf('unit'))
  const parcels = await findParcelsNow(on, idsOf('parcel'))
  const labelFor = (event: FeedEvent): ToPrint | null => {
    const unit = units.get(event.streamId)
    const parcel = parcels.get(event.streamId)
    try {
      return (unit && unitLabelFor(event, unit)) ?? (parcel && parcelTagFor(event, parcel)) ?? null
    } catch (error) {
      // One that cannot be labelled must not keep all others from it.
      onBug(error)
      return null
    }
  }
  for (const event of events) {
    await takeBack(on, event)
    const device = devices.get(event.meta.deviceId)
    const toPrint = device && labelFor(event)
    if (device && toPrint) await printFor(on, event, toPrint, device)
  }
}

/** The reader that prints unasked. @param done what to do once jobs may be there */
export const unaskedReader = (done: () => void, onBug: (error: unknown) => void): ReaderOptions => ({
  name: 'printing',
  types: TYPES,
  from: 'now',
  handle: (_, events, on) => deal(on, events, onBug),
  done,
})
