import type { Database, Queryable } from '../db/pool.ts'
import { ProblemError, sellerUnknown } from '../problem.ts'
import { findWarehouses, isSeller } from './places.queries.ts'

/** Who asks: a member of staff of a warehouse, or a seller's user. */
interface Asker {
  readonly seller: string | null
  readonly warehouse: string | null
  readonly timeZone: string
}

/** What somebody looks at: one warehouse, all sellers of it or one, through a connection that sees no more. */
export interface Place {
  readonly warehouse: string
  readonly timeZone: string
  /** Null: every seller that the connection sees. */
  readonly seller: string | null
  readonly asking: Asking
}

const noWarehouse = (code: string) =>
  new ProblemError(404, 'warehouse_unknown', `There is no warehouse ${code} here.`)

/** @throws 404 seller_unknown */
export async function checkSeller(on: Queryable, seller: string): Promise<void> {
  if (!(await isSeller(on, seller))) throw sellerUnknown(seller)
}

/** Finds the warehouse that a seller means; one that is alone need not be named. */
async function warehouseFor(db: Database, wanted: string | undefined) {
  const all = await findWarehouses(db.staff)
  const [only] = all
  if (wanted !== undefined) {
    const found = all.find((w) => w.code === wanted)
    if (!found) throw noWarehouse(wanted)
    return found
  }
  if (!only) throw new ProblemError(404, 'warehouse_unknown', 'There is no warehouse here yet.')
  if (all.length === 1) return only
  const codes = all.map((w) => w.code).join(', ')
  throw new ProblemError(
    400,
    'warehouse_needed',
    `Say which warehouse is meant: warehouse=, one of ${codes}.`,
  )
}

/** Runs a question on a connection that sees what the asker may see. */
export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** The connection of staff, or of one seller's user, who then sees nobody else's rows whatever is asked. */
export const askingAs =
  (db: Database, seller: string | null): Asking =>
  (question) =>
    seller === null ? question(db.staff) : db.asSeller(seller, (_, client) => question(client))

/**
 * What this asker may look at.
 * @param wanted the warehouse and seller asked for
 * @throws 404 for what is not theirs, 400 warehouse_needed
 */
export async function placeFor(
  db: Database,
  who: Asker,
  wanted: { warehouse?: string; seller?: string },
): Promise<Place> {
  if (who.seller === null) {
    const { warehouse, timeZone } = who
    if (warehouse === null || (wanted.warehouse !== undefined && wanted.warehouse !== warehouse))
      throw noWarehouse(wanted.warehouse ?? '')
    return { warehouse, timeZone, seller: wanted.seller ?? null, asking: askingAs(db, null) }
  }
  const { seller } = who
  if (wanted.seller !== undefined && wanted.seller !== seller) throw sellerUnknown(wanted.seller)
  const { code, timeZone } = await warehouseFor(db, wanted.warehouse)
  return { warehouse: code, timeZone, seller, asking: askingAs(db, seller) }
}
