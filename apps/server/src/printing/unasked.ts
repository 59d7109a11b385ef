import { createHash } from 'node:crypto'
import type { Language, NewEvent, Parcel, Policy, Unit } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import type { FeedEvent } from '../ledger/feed.ts'
import { findParcelsNow, findUnitsNow } from '../ledger/now.ts'
import type { ReaderOptions } from '../ledger/reader.ts'
import { ProblemError } from '../problem.ts'
import { contentOf, platesOf } from './asking.ts'
import { labelsToPrint } from './labels.ts'
import { parcelTagFor, type UnaskedLabel, unitLabelFor } from './labels-of-events.ts'
import { countOf } from './portion.ts'
import { addJob, cancelJob } from './print-jobs.queries.ts'
import {
  findLanguages,
  findPrintingDevices,
  findPrints,
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

/** What stands on it; nothing where it cannot be made, such as the relabel of what nobody has identified. */
async function factsOf(
  on: Queryable,
  warehouse: string,
  label: UnaskedLabel,
  language: Language | undefined,
): Promise<LabelFacts[]> {
  try {
    return await labelsToPrint(on, warehouse, [label], language)
  } catch (error) {
    if (error instanceof ProblemError) return []
    throw error
  }
}

async function isWanted(on: Queryable, { deviceId, unasked }: PrintingDevice, label: UnaskedLabel) {
  if (!unasked.includes(label.kind)) return false
  return label.kind !== 'plate' || isPlateToPrint(on, deviceId, label.lpn)
}

/** A step that was taken back needs no label; one that has left for the printer comes out all the same. */
async function takeBack(on: Queryable, { meta, ...event }: FeedEvent): Promise<void> {
  if (event.type !== 'StepTakenBack') return
  await cancelJob(on, meta.warehouse, jobOfEvent(event.data.eventId), meta.actor.user)
}

const NOTHING = {
  units: new Map<string, Unit>(),
  parcels: new Map<string, Parcel>(),
  languages: new Map<string, Language>(),
  prints: new Map<string, Policy['prints']>(),
}

/** What the events' devices, units, parcels and people are, in a question each. */
async function known(on: Queryable, events: readonly FeedEvent[]) {
  const named = [...new Set(events.map(({ meta }) => meta.deviceId))]
  const devices = new Map((await findPrintingDevices(on, named)).map((one) => [one.deviceId, one]))
  const wanted = events.filter(({ meta }) => devices.has(meta.deviceId))
  if (wanted.length === 0) return { devices, ...NOTHING }
  const idsOf = (kind: string) => wanted.filter((e) => e.streamKind === kind).map((e) => e.streamId)
  const people = [...new Set(wanted.map(({ meta }) => meta.actor.user))]
  const units = await findUnitsNow(on, idsOf('unit'))
  const sellers = [...new Set([...units.values()].flatMap(({ seller }) => seller ?? []))]
  return {
    devices,
    units,
    prints: await findPrints(on, sellers),
    parcels: await findParcelsNow(on, idsOf('parcel')),
    languages: await findLanguages(on, people),
  }
}

/** @returns how many jobs that made */
async function deal(on: Queryable, events: readonly FeedEvent[]): Promise<number> {
  let jobs = 0
  const { devices, units, parcels, languages, prints } = await known(on, events)
  for (const event of events) {
    await takeBack(on, event)
    const { deviceId, warehouse, actor, eventId } = event.meta
    const device = devices.get(deviceId)
    if (device?.warehouse !== warehouse) continue
    const unit = units.get(event.streamId)
    const parcel = parcels.get(event.streamId)
    const label = unit
      ? unitLabelFor(event, unit, prints.get(unit.seller ?? ''))
      : parcel
        ? parcelTagFor(event, parcel)
        : null
    if (!label || !(await isWanted(on, device, label))) continue
    const labels = await factsOf(on, warehouse, label, languages.get(actor.user))
    if (labels.length === 0) continue
    await addJob(on, {
      ...{ id: jobOfEvent(eventId), warehouse, printer: device.printer, deviceId, by: actor.user },
      ...{ content: contentOf(actor.user, { event: eventId }), labels, total: countOf(labels) },
      ...{ lpns: platesOf([label], labels), reason: null, note: null, ofJob: null },
    })
    jobs += 1
  }
  return jobs
}

/** The reader that prints unasked. @param done what to do once jobs are there */
export function unaskedReader(done: () => void): ReaderOptions {
  let jobs = 0
  return {
    name: 'printing',
    types: TYPES,
    devices: async (on) => (await findPrintingDevices(on)).map(({ deviceId }) => deviceId),
    from: 'now',
    handle: async (_, events, on) => {
      jobs += await deal(on, events)
    },
    done() {
      if (jobs > 0) done()
      jobs = 0
    },
  }
}
