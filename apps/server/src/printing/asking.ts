import { createHash } from 'node:crypto'
import type { AskedLabel, AskPrint } from '@restow/contracts'
import type { ReprintReason } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import canonicalize from 'canonicalize'
import type { Queryable } from '../db/pool.ts'
import { commandIdAt } from '../ledger/command-id.ts'
import { ProblemError } from '../problem.ts'
import { labelsToPrint } from './labels.ts'
import { countOf } from './portion.ts'
import { addJob, findContent } from './print-jobs.queries.ts'
import { findDevicePrinter } from './printers.queries.ts'

/** Puts what is to be printed into the queue of a printer, once, however often it is asked for. */

export interface Asker {
  readonly user: string
  readonly warehouse: string
}

/** Who asks, and of whom. */
export interface Asking {
  readonly on: Queryable
  readonly asker: Asker
  /** Throws where the asker is none. */
  readonly supervisor: () => unknown
}

export interface Asked {
  readonly id: string
  /** Null: by the browser's own print dialog. */
  readonly printer: string | null
  readonly labels: readonly LabelFacts[]
  readonly lpns: readonly string[]
  readonly deviceId: string | null
  readonly reason: ReprintReason | null
  readonly note: string | null
  readonly ofJob: string | null
}

const usedAlready = () =>
  new ProblemError(
    409,
    'print_job_differs',
    'Another print was asked for under this id. Ask again under a fresh one.',
  )
export const printerUnknown = (code: string, warehouse: string) =>
  new ProblemError(
    422,
    'printer_unknown',
    `There is no printer ${code} at ${warehouse}. Scan the code on the printer.`,
  )

/** What was asked and by whom, hashed. */
export function contentOf(user: string, what: unknown): Buffer {
  const text = canonicalize({ user, what })
  if (text === undefined) throw new TypeError('what was asked is no JSON')
  return createHash('sha256').update(text).digest()
}

/** Was this asked for before? @throws 409 print_job_differs */
export async function askedBefore(
  on: Queryable,
  { warehouse }: Asker,
  id: string,
  content: Buffer,
): Promise<boolean> {
  const before = await findContent(on, warehouse, id)
  if (before && !before.content.equals(content)) throw usedAlready()
  return before !== null
}

/** The plates among what is printed, as asked for and as they stand on the labels. */
export function platesOf(asked: readonly AskedLabel[], facts: readonly LabelFacts[]): string[] {
  const plates = [...asked, ...facts].flatMap((label) =>
    'lpn' in label && typeof label.lpn === 'string' ? [label.lpn] : [],
  )
  // A parcel's tag is found by what it stands on: the number that the parcel is known by.
  const parcels = facts.flatMap((label) => (label.kind === 'parcel' ? [label.code] : []))
  return [...new Set([...plates, ...parcels])]
}

/** Queues a job. @throws 409 print_job_differs, 422 printer_unknown */
export async function queue(on: Queryable, asker: Asker, asked: Asked, content: Buffer): Promise<void> {
  const { warehouse, user: by } = asker
  const total = countOf(asked.labels)
  if (await addJob(on, { ...asked, warehouse, by, content, total })) return
  // Somebody else's id, or the same request at the same moment, or no such printer.
  if (await askedBefore(on, asker, asked.id, content)) return
  if (asked.printer === null) throw usedAlready()
  throw printerUnknown(asked.printer, warehouse)
}

/** Puts on record what was drawn as a file, for its asker to print by means of its own. */
export async function recordDrawn(
  on: Queryable,
  { user: by, warehouse }: Asker,
  asked: readonly AskedLabel[],
  labels: readonly LabelFacts[],
): Promise<void> {
  const id = commandIdAt(Date.now())
  const what = { id, labels, lpns: platesOf(asked, labels), total: countOf(labels) }
  const nobodys = { printer: null, deviceId: null, reason: null, note: null, ofJob: null }
  await addJob(on, { ...what, ...nobodys, by, warehouse, content: contentOf(by, { drawn: id }) })
}

/** Where labels come out for which no printer is named: by the device's own. */
export const printerOf = async (
  on: Queryable,
  warehouse: string,
  deviceId: string | null,
): Promise<string | null> =>
  deviceId === null ? null : ((await findDevicePrinter(on, warehouse, deviceId))?.code ?? null)

/**
 * Prints labels for the first time.
 * @throws 403 supervisor_only, 409 print_job_differs, 422 printer_unknown and of what cannot be printed
 */
export async function askPrint({ on, asker, supervisor }: Asking, body: AskPrint): Promise<void> {
  const { warehouse } = asker
  const { id, labels: asked, deviceId = null, reason = null, note = null } = body
  if (asked.some((label) => label.kind === 'badge')) supervisor()
  const content = contentOf(asker.user, body)
  if (await askedBefore(on, asker, id, content)) return
  const printer = body.printer === undefined ? await printerOf(on, warehouse, deviceId) : body.printer
  const labels = await labelsToPrint(on, warehouse, asked)
  const lpns = platesOf(asked, labels)
  await queue(on, asker, { id, printer, labels, lpns, deviceId, reason, note, ofJob: null }, content)
}
