import { iso } from './iso.ts'

/** Where versions are kept, and whose they are. */
const KEYS = { checklist_version: 'category', seller_check_version: 'seller' } as const

/**
 * Questions from before those that stand, the latest first, each with when it was replaced; null where there are none.
 * @param of whose, as the statement around it says
 * @param where which of them: `v` is a version, `n` the one after it
 */
export const formerOf = (table: keyof typeof KEYS, of: string, where = 'true'): string => {
  const key = KEYS[table]
  return `(select jsonb_agg(v.body || jsonb_build_object('version', v.version, 'until', ${iso('n.begun_at')}) order by v.version desc)
    from ${table} v join ${table} n on n.${key} = v.${key} and n.version = v.version + 1
    where v.${key} = ${of} and ${where})`
}
