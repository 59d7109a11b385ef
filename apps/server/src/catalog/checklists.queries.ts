import type { ChecklistRow, PutChecklist } from '@restow/contracts'
import type { Checklist } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

interface Row {
  readonly body: Checklist
  readonly products: number
  readonly changedBy: string | null
  readonly changedAt: string | null
}

function rowOf({ body, ...rest }: Row): ChecklistRow {
  const { category, version = 1, retired = false, checks, requiredAngles } = body
  return { category, version, retired, checks, requiredAngles, ...rest }
}

const PRODUCTS = '(select count(*)::int from product p where p.category = c.category) as products'
const CHANGED = `left join lateral (select by as "changedBy", ${iso('at')} as "changedAt" from set_up_change
    where kind = 'checklist' and key = c.category and (after->'body'->>'version' is null or (after->'body'->>'version')::int = coalesce((c.body->>'version')::int, 1))
    order by id desc limit 1) l on true`

/** What is looked at on units, category by category? */
export async function findAllChecklists(on: Queryable): Promise<ChecklistRow[]> {
  const text = `select c.body, ${PRODUCTS}, l."changedBy", l."changedAt" from checklist c ${CHANGED} order by c.category`
  return (await ask<Row>(on, 'all-checklists', text, [])).map(rowOf)
}

/** A checklist as it was at a version of it; null where there never was that one. */
export async function findChecklistAt(
  on: Queryable,
  category: string,
  version: number,
): Promise<ChecklistRow | null> {
  const text = `select c.body, ${PRODUCTS}, l."changedBy", ${iso('c.begun_at')} as "changedAt"
    from checklist_version c ${CHANGED} where c.category = $1 and c.version = $2`
  const [row] = await ask<Row>(on, 'checklist-at', text, [category, version])
  return row ? rowOf({ ...row, body: { ...row.body, version } }) : null
}

/** Which categories of products have no checklist of their own? */
export function findCategoriesWithout(on: Queryable): Promise<{ category: string; products: number }[]> {
  const text = `select p.category, count(*)::int as products from product p
    where not exists (select 1 from checklist c where c.category = p.category and coalesce(c.body->>'retired', 'false') <> 'true')
    group by p.category order by 2 desc, 1 limit 50`
  return ask(on, 'categories-without', text, [])
}

/**
 * Makes a checklist, or changes one as long as nobody else has since.
 * @returns false where the version that was changed is no longer the one that stands
 */
export async function keepChecklist(
  on: Queryable,
  category: string,
  { version, retired = false, checks, requiredAngles }: PutChecklist,
): Promise<boolean> {
  const body = JSON.stringify({
    category,
    version: Math.max(1, version),
    ...(retired ? { retired } : {}),
    checks,
    requiredAngles,
  })
  const text =
    version === 0
      ? 'insert into checklist (category, body) values ($1, $2::jsonb) on conflict do nothing returning category'
      : `update checklist set body = $2::jsonb where category = $1 and coalesce((body->>'version')::int, 1) = $3 returning category`
  const values = version === 0 ? [category, body] : [category, body, version]
  return (await ask(on, version === 0 ? 'make-checklist' : 'keep-checklist', text, values)).length > 0
}
