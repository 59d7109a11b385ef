import { ask, type Queryable } from '../db/pool.ts'
import type { PhotoFacts } from './photo-files.ts'

/** Is this photo here, and may whoever asks see it? */
export async function findPhoto(on: Queryable, sha256: string): Promise<{ mediaType: string } | null> {
  const text = 'select media_type as "mediaType" from photo where sha256 = $1'
  const [row] = await ask<{ mediaType: string }>(on, 'photo', text, [sha256])
  return row ?? null
}

/** @returns false when it was kept before */
export async function recordPhoto(
  on: Queryable,
  sha256: string,
  bytes: number,
  facts: PhotoFacts,
  by: string,
): Promise<boolean> {
  const text = `insert into photo (sha256, media_type, bytes, width, height, uploaded_by) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing returning 1`
  const rows = await ask(on, 'record-photo', text, [
    sha256,
    facts.mediaType,
    bytes,
    facts.width,
    facts.height,
    by,
  ])
  return rows.length > 0
}

/** Which of these photos had arrived before a moment, or are here now? */
export async function findArrived(
  on: Queryable,
  hashes: readonly string[],
  before: string | null,
): Promise<string[]> {
  const text =
    'select sha256 from photo where sha256 = any($1::text[]) and uploaded_at <= coalesce($2::timestamptz, now()) order by sha256'
  return (await ask<{ sha256: string }>(on, 'photos-arrived', text, [hashes, before])).map(
    ({ sha256 }) => sha256,
  )
}
