import type { SellerPolicy, WireOwnTargets } from '@restow/contracts'
import { type OwnTargets, type Policy, TARGETS, type Targets } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

interface PolicyRow {
  readonly policy: Policy
  readonly targets: OwnTargets
  readonly houseTargets: Targets
}

const told = (targets: OwnTargets): WireOwnTargets =>
  Object.fromEntries(TARGETS.map((name) => [name, targets[name] ?? null])) as WireOwnTargets
/** What a contract does not say is not kept, so that it goes by the warehouse whatever that changes to. */
const kept = (targets: WireOwnTargets): OwnTargets =>
  Object.fromEntries(TARGETS.flatMap((name) => (targets[name] === null ? [] : [[name, targets[name]]])))

/**
 * By what policy are this seller's goods reckoned, and how soon does its contract want them?
 * @param warehouse whose targets hold where the contract says nothing; any, where there is only one
 * @returns null where there is no such seller
 */
export async function findPolicy(
  on: Queryable,
  seller: string,
  warehouse: string | null,
): Promise<SellerPolicy | null> {
  const text = `select s.policy, s.targets, w.targets as "houseTargets" from seller s
    cross join lateral (select targets from warehouse where $2::text is null or code = $2 order by code limit 1) w where s.code = $1`
  const [row] = await ask<PolicyRow>(on, 'policy', text, [seller, warehouse])
  if (!row) return null
  const { version = 1, ...policy } = row.policy
  const { houseTargets } = row
  const base = { seller, policy, version, targets: told(row.targets), houseTargets: { ...houseTargets } }
  return { ...base, changedBy: null, changedAt: null }
}

/** Who changed this thing last, of those who may know? */
export async function findLastChange(
  on: Queryable,
  kind: string,
  key: string,
  field: string,
): Promise<{ changedBy: string; changedAt: string } | null> {
  const text = `select by as "changedBy", ${iso('at')} as "changedAt" from set_up_change
    where kind = $1 and key = $2 and after ? $3 order by id desc limit 1`
  const [row] = await ask<{ changedBy: string; changedAt: string }>(on, 'last-change', text, [
    kind,
    key,
    field,
  ])
  return row ?? null
}

/**
 * A seller's new policy, as long as nobody else has changed it since.
 * @param version the one that was changed
 * @returns false where that is no longer the one that stands
 */
export async function keepPolicy(
  on: Queryable,
  seller: string,
  { version, policy, targets }: { version: number; policy: Policy; targets: WireOwnTargets },
): Promise<boolean> {
  const text = `update seller set policy = $3::jsonb, targets = $4::jsonb
    where code = $1 and coalesce((policy->>'version')::int, 1) = $2 returning code`
  const values = [seller, version, JSON.stringify({ ...policy, version }), JSON.stringify(kept(targets))]
  return (await ask(on, 'keep-policy', text, values)).length > 0
}
