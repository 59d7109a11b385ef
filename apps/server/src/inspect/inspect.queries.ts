import type { Checklist } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** Which checklists are there? One for each category, so there are few. */
export async function findChecklists(on: Queryable): Promise<Checklist[]> {
  const rows = await ask<{ body: Checklist }>(
    on,
    'checklists',
    'select body from checklist order by category',
    [],
  )
  return rows.map((row) => row.body)
}
