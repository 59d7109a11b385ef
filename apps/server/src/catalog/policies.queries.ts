import type { PutPolicy, SellerPolicy, WireOwnTargets } from '@restow/contracts'
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

interface LastChange {
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/**
 * Who changed this of a seller last, and when?
 * @param isStaff sellers are told the names of their own people only
 */
export async function findLastChange(
  on: Queryable,
  seller: string,
  field: 'policy' | 'checks',
  isStaff: boolean,
): Promise<LastChange> {
  const text = `select case when $3 then coalesce(by_name, by) else by_name end as "changedBy", ${iso('at')} as "changedAt" from set_up_change
    where kind = 'seller' and key = $1 and before is not null and after ? $2 order by id desc limit 1`
  const [row] = await ask<LastChange>(on, 'last-change', text, [seller, field, isStaff])
  return row ?? { changedBy: null, changedAt: null }
}

/** Holds a seller's row until the transaction ends, so that nobody else changes what is about to be changed. */
export async function holdSeller(on: Queryable, seller: string): Promise<boolean> {
  const text = 'select from seller where code = $1 for update'
  return (await ask(on, 'hold-seller', text, [seller])).length > 0
}

/** A seller's new policy, and the targets of its contract where they are said. */
export async function keepPolicy(
  on: Queryable,
  seller: string,
  { version, policy, targets }: PutPolicy,
): Promise<void> {
  const text = 'update seller set policy = $2::jsonb, targets = coalesce($3::jsonb, targets) where code = $1'
  const said = targets ? JSON.stringify(kept(targets)) : null
  await ask(on, 'keep-policy', text, [seller, JSON.stringify({ ...policy, version }), said])
}
