import { COPY_KINDS, type CopyItem, type CopyPage } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { type CopyQuestion, findHorizon } from './copy.queries.ts'
import { type CopyPlace, firstUnseen, keptSnapshot, readCursor, writeCursor } from './cursor.ts'

interface Asked {
  readonly warehouse: string
  /** Where the device's copy stands; null: it has none yet. */
  readonly cursor: string | null
  readonly limit: number
}

const start = (epoch: string): CopyPlace => ({ epoch, from: null, next: null, kind: 0, after: null })
const isAfter = (snapshot: string | null, tx: string): boolean =>
  snapshot !== null && firstUnseen(snapshot) > BigInt(tx)

/** A cursor of another database, of another warehouse, or of a future that this database never had. */
const leadsNowhere = (place: CopyPlace, epoch: string, ahead: string): boolean =>
  place.epoch !== epoch || isAfter(place.from, ahead) || isAfter(place.next, ahead)

/**
 * The next page of a device's copy.
 *
 * A round is told from one kind to the next, page by page. Its first page is read in one snapshot, and the round after it
 * tells what that snapshot does not see: what commits later, however late, and nothing else. What changes while a round of
 * several pages is on its way may be told twice, which is harmless, since an item stands for what is now.
 *
 * @param on a connection within one repeatable-read transaction
 * @throws 400 cursor_unknown
 */
export async function copyPage(
  on: Queryable,
  questions: Readonly<Record<(typeof COPY_KINDS)[number], CopyQuestion>>,
  { warehouse, cursor, limit }: Asked,
): Promise<CopyPage> {
  const given = cursor === null ? null : readCursor(cursor)
  const horizon = await findHorizon(on)
  const epoch = `${horizon.epoch}.${warehouse}`
  const reset = given !== null && leadsNowhere(given, epoch, horizon.ahead)
  const place = given === null || reset ? start(epoch) : given
  const next = place.next ?? keptSnapshot(horizon.snapshot)
  const changed = place.from === null ? null : { unseenBy: place.from, before: horizon.ahead }

  const items: CopyItem[] = []
  let { kind, after } = place
  while (kind < COPY_KINDS.length && items.length < limit) {
    const wanted = limit - items.length
    const question = questions[COPY_KINDS[kind] ?? 'seller']
    const rows = await question(on, { warehouse, changed, after, limit: wanted })
    items.push(...rows.map((row) => row.item))
    const isFull = rows.length === wanted
    after = isFull ? (rows.at(-1)?.key ?? null) : null
    if (!isFull) kind++
  }
  const more = kind < COPY_KINDS.length
  const reached = more ? { ...place, next, kind, after } : { ...start(epoch), from: next }
  return { items, cursor: writeCursor(reached), more, ...(reset ? { reset } : {}) }
}
