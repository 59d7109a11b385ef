import type { Checklist } from '@restow/domain'
import { sql } from 'drizzle-orm'
import { LOCKS } from '../db/locks.ts'
import { staff } from '../db/people.tables.ts'
import type { Tx } from '../db/pool.ts'
import { checklist, warehouse } from '../db/set-up.tables.ts'

/** Is there a warehouse already? */
export async function someWarehouse(tx: Tx): Promise<boolean> {
  return (await tx.select({ code: warehouse.code }).from(warehouse).limit(1)).length > 0
}

/**
 * Makes the first warehouse, its admin and what it inspects by, all or nothing.
 * @returns false where somebody else was first
 */
export function makeFirstWarehouse(
  tx: Tx,
  house: typeof warehouse.$inferInsert,
  admin: { badge: string; name: string; pinHash: string },
  checklists: readonly Checklist[],
): Promise<boolean> {
  return tx.transaction(async (held) => {
    await held.execute(sql`select pg_advisory_xact_lock(${LOCKS.firstSetUp})`)
    // Looked at again under the lock: who waited for it sees what the one before has made.
    if (await someWarehouse(held)) return false
    await held.insert(warehouse).values(house)
    await held.insert(staff).values({ ...admin, role: 'admin', warehouse: house.code })
    if (checklists.length > 0)
      await held
        .insert(checklist)
        .values(checklists.map((body) => ({ category: body.category, body })))
        .onConflictDoNothing()
    return true
  })
}
