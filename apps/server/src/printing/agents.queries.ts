import type { AddedPrintAgent, PrintAgentItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** The programs that print in other networks. */

const AGENT = `a.id, a.name, a.made_by as "madeBy", ${iso('a.made_at')} as "madeAt", ${iso('a.last_seen')} as "lastSeen",
  ${iso('a.revoked_at')} as "revokedAt", a.revoked_by as "revokedBy",
  array(select code from printer p where p.agent = a.id and p.removed_at is null order by code) as printers`

/** Which agents has this warehouse, by name? */
export function findAgents(on: Queryable, warehouse: string, page: Page): Promise<PrintAgentItem[]> {
  const text = `select ${AGENT} from print_agent a where a.warehouse = $1 and ($2::text is null or (a.name, a.id) > ($2, $3::uuid))
    order by a.name, a.id limit $4`
  const [name = null, id = null] = page.after ?? []
  return ask(on, 'list-print-agents', text, [warehouse, name, id, asked(page)])
}

export async function addAgent(
  on: Queryable,
  made: { readonly warehouse: string; readonly name: string; readonly hash: Buffer; readonly by: string },
): Promise<Omit<AddedPrintAgent, 'token'>> {
  const text =
    'insert into print_agent (warehouse, name, token_hash, made_by) values ($1, $2, $3, $4) returning id, name'
  const values = [made.warehouse, made.name, made.hash, made.by]
  const [added] = await ask<{ id: string; name: string }>(on, 'add-print-agent', text, values)
  if (!added) throw new Error('the print agent was not kept')
  return added
}

/** @returns null where this warehouse has no such agent */
export async function revokeAgent(
  on: Queryable,
  warehouse: string,
  id: string,
  by: string,
): Promise<PrintAgentItem | null> {
  const text = `with a as (
      update print_agent set revoked_by = coalesce(revoked_by, $3), revoked_at = coalesce(revoked_at, now()) where warehouse = $1 and id = $2 returning *
    ) select ${AGENT} from a`
  const [revoked] = await ask<PrintAgentItem>(on, 'revoke-print-agent', text, [warehouse, id, by])
  return revoked ?? null
}

/** Whose token is this? Says that it was heard of as well. @returns null of one that opens nothing, any more or at all */
export async function findAgentByToken(on: Queryable, hash: Buffer): Promise<string | null> {
  const text = `with found as (select id, last_seen from print_agent where token_hash = $1 and revoked_at is null), seen as (
      update print_agent a set last_seen = now() from found f
      where a.id = f.id and (f.last_seen is null or f.last_seen < now() - interval '10 seconds'))
    select id from found`
  const [found] = await ask<{ id: string }>(on, 'print-agent', text, [hash])
  return found?.id ?? null
}

/** Is this attempt one of this agent's printers', and still to be settled? */
export async function attemptIsOf(on: Queryable, agent: string, attempt: string): Promise<boolean> {
  const text = `select from print_job j join printer p on p.warehouse = j.warehouse and p.code = j.printer
    where j.attempt = $2 and p.agent = $1`
  return (await ask(on, 'attempt-of-agent', text, [agent, attempt])).length > 0
}
