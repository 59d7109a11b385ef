import type { Checklist, ChecklistUsed, OwnChecks, OwnChecksUsed } from '@restow/domain'
import { formerOf } from '../db/former.ts'
import { ask, type Queryable } from '../db/pool.ts'

const NAMED = '($1 or (v.category, v.version) in (select * from unnest($2::text[], $3::int[])))'

/**
 * Which checklists are there? One for each category, so there are few.
 * @param former which earlier versions are to come with them
 */
export async function findChecklists(
  on: Queryable,
  former: readonly ChecklistUsed[] | 'all',
): Promise<Checklist[]> {
  const text = `select c.body, ${formerOf('checklist_version', 'c.category', NAMED)} as former from checklist c order by c.category`
  const named = former === 'all' ? [] : former
  const values = [former === 'all', named.map((one) => one.category), named.map((one) => one.version)]
  const rows = await ask<{ body: Checklist; former: Checklist['former'] | null }>(
    on,
    'checklists',
    text,
    values,
  )
  return rows.map((row) => (row.former ? { ...row.body, former: row.former } : row.body))
}

/** This version of a checklist, as people were asked by it; null where there never was one. */
export async function findChecklistUsed(
  on: Queryable,
  { category, version }: ChecklistUsed,
): Promise<Checklist | null> {
  const text = 'select body from checklist_version where category = $1 and version = $2'
  const [row] = await ask<{ body: Checklist }>(on, 'checklist-used', text, [category, version])
  return row?.body ?? null
}

/** This version of a seller's own questions; null where there never was one. */
export async function findOwnChecksUsed(
  on: Queryable,
  { seller, version }: OwnChecksUsed,
): Promise<OwnChecks | null> {
  const text = 'select version, body from seller_check_version where seller = $1 and version = $2'
  const [row] = await ask<{ version: number; body: OwnChecks }>(on, 'own-checks-used', text, [
    seller,
    version,
  ])
  return row ? { ...row.body, version: row.version } : null
}
