import type { Queryable } from '../db/pool.ts'
import { readShown } from './photo-files.ts'
import { findArrived } from './photos.queries.ts'

/**
 * Small pictures for a report on paper, by their hashes: those that had arrived before a moment. Whose they are was asked when
 * the report was made; a picture that cannot be opened any more is left out.
 */
export async function readThumbs(
  on: Queryable,
  dataDir: string,
  hashes: readonly string[],
  before: string | null,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const thumbs = new Map<string, Uint8Array>()
  for (const hash of await findArrived(on, hashes, before)) {
    const jpeg = await readShown(dataDir, hash, 'thumb').catch(() => null)
    if (jpeg) thumbs.set(hash, jpeg)
  }
  return thumbs
}
