import { createHash } from 'node:crypto'
import type { EventMeta, NewEvent } from '@restow/domain'
import canonicalize from 'canonicalize'

/** What the hash of an event covers: every column of its row. */
export interface ChainedEvent {
  readonly streamKind: 'parcel' | 'unit'
  readonly streamId: string
  readonly version: number
  readonly type: NewEvent['type']
  readonly data: unknown
  readonly meta: EventMeta
}

/** What stands before the first event of a stream. */
export const GENESIS = Buffer.alloc(32)

/** Canonical JSON (RFC 8785), or plain JSON for what has no canonical form (half a surrogate pair). */
export function canonical(value: unknown): string {
  try {
    return canonicalize(value) ?? 'null'
  } catch {
    return JSON.stringify(value) ?? 'null'
  }
}

/** `SHA-256(previous hash ‖ canonical JSON of the event)`. */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const { streamKind, streamId, version, type, data, meta } = event
  const text = canonical({ streamKind, streamId, version, type, data, meta })
  return createHash('sha256').update(previous).update(text).digest()
}

/** The hash by which a repeated command is known to be the same. */
export const contentHash = (command: unknown): Buffer =>
  createHash('sha256').update(canonical(command)).digest()
