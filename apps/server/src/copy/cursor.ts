import { createHash } from 'node:crypto'
import { COPY_KINDS } from '@restow/contracts'
import { ProblemError } from '../problem.ts'

/** Where a device's copy stands. It is opaque outside, and says by a sum when somebody has changed it. */
export interface CopyPlace {
  /** The database and the warehouse that it is of. */
  readonly epoch: string
  /** Only what this snapshot does not see is told (`xmin:xmax:open,…`, as PostgreSQL writes it); null: everything. */
  readonly from: string | null
  /** The snapshot that the next round begins with; null between two rounds. */
  readonly next: string | null
  /** How far this round has come: an index of COPY_KINDS, and the last key of it. */
  readonly kind: number
  readonly after: readonly string[] | null
}

const unknown = () =>
  new ProblemError(400, 'cursor_unknown', 'This cursor is none that was given out here. Begin without one.')

const sumOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

export function writeCursor({ epoch, from, next, kind, after }: CopyPlace): string {
  const text = Buffer.from(JSON.stringify([epoch, from, next, kind, after])).toString('base64url')
  return `${sumOf(text)}${text}`
}

const SNAPSHOT = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/

/** PostgreSQL takes a snapshot only where its transactions stand in order. */
function isSnapshot(value: unknown): value is string {
  const [, first = '', last = '', list = ''] = SNAPSHOT.exec(String(value)) ?? []
  if (typeof value !== 'string' || first === '') return false
  const inOrder = [first, ...(list === '' ? [] : list.split(',')), last].map(BigInt)
  return inOrder.every((tx, i) => i === 0 || tx >= (inOrder[i - 1] ?? tx))
}

/** So many open transactions are told apart in a cursor, so that it fits into an address. */
const MOST_OPEN = 40

/** A snapshot to be kept: of one with very many open transactions all are taken as open that are not older than these. */
export function keptSnapshot(snapshot: string): string {
  const [first = '', , list = ''] = snapshot.split(':')
  return list.split(',').length > MOST_OPEN ? `${first}:${first}:` : snapshot
}

/** The oldest transaction that a snapshot does not see. */
export const firstUnseen = (snapshot: string): bigint => BigInt(snapshot.split(':')[0] ?? '0')

const isKey = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string')

/** @throws 400 cursor_unknown */
export function readCursor(cursor: string): CopyPlace {
  const text = cursor.slice(16)
  if (sumOf(text) !== cursor.slice(0, 16)) throw unknown()
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw unknown()
  }
  if (!Array.isArray(parts) || parts.length !== 5) throw unknown()
  const [epoch, from, next, kind, after] = parts as unknown[]
  const isPlace =
    typeof epoch === 'string' &&
    (from === null || isSnapshot(from)) &&
    (next === null || isSnapshot(next)) &&
    Number.isInteger(kind) &&
    COPY_KINDS[kind as number] !== undefined &&
    (after === null || isKey(after))
  if (!isPlace) throw unknown()
  return { epoch, from, next, kind: kind as number, after } as CopyPlace
}
