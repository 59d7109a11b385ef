import type { CopiedLine, CopyItem, CopyKind } from '@restow/contracts'
import type {
  Bin,
  Checklist,
  ExpectedReturn,
  ExpectedReturnState,
  Parcel,
  Product,
  Seller,
  Unit,
} from '@restow/domain'
import { formerOf } from '../db/former.ts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/**
 * What a device's copy holds, kind by kind, in the order of a key. Each question comes twice: for everything, and for
 * what transactions have changed since. Parcels and units are followed by their events, since their own rows are
 * rewritten at each step and must touch no further index.
 */

/** What one page of one kind is asked with. */
export interface CopyScope {
  readonly warehouse: string
  /** Null: everything; else what that snapshot did not see, by transactions that this database has begun. */
  readonly changed: { readonly unseenBy: string; readonly before: string } | null
  /** The last key of the page before; null on the first. */
  readonly after: readonly string[] | null
  readonly limit: number
}
export interface Keyed {
  readonly key: readonly string[]
  readonly item: CopyItem
}

/** Announcements by id, with what was registered of each line. */
export type AnnouncedById = (
  on: Queryable,
  ids: readonly string[],
) => Promise<
  (Omit<ExpectedReturn, 'lines'> & { trackingNumbers: readonly string[]; lines: readonly CopiedLine[] })[]
>

/** What nothing comes before. */
const FIRST = { text: '', id: '00000000-0000-0000-0000-000000000000' }
/** How long what is over is still worth having. */
const RETURN_KEPT = '30 days'
/** So long may a device send what it keeps: until then it may be judged by the questions that it was done by. */
const CHECKLIST_KEPT = '14 days'
const PARCEL_KEPT_MS = 24 * 3_600_000

const range = ({ changed }: CopyScope): string[] => (changed ? [changed.unseenBy, changed.before] : [])
/** A condition on the transaction that changed a row; its bounds are the parameters `n` and `n + 1`. */
const since = (column: string, { changed }: CopyScope, n: number) =>
  changed
    ? `and ${column} >= pg_snapshot_xmin($${n}::pg_snapshot)::text::bigint and ${column} < $${n + 1}::bigint
       and not pg_visible_in_snapshot(${column}::text::xid8, $${n}::pg_snapshot)`
    : ''
const name = (kind: CopyKind, { changed }: CopyScope) => `copy-${kind}${changed ? '-changed' : ''}`

/** Questions, with what they were before where there was such. */
const withFormer = (questions: string, ...[table, of]: Parameters<typeof formerOf>) =>
  `${questions} || coalesce((select jsonb_build_object('former', f.versions) from (
      select ${formerOf(table, of, `n.begun_at > now() - interval '${CHECKLIST_KEPT}'`)} as versions) f where f.versions is not null), '{}')`

async function sellers(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  const text = `select s.code, s.active, s.policy, ${withFormer('s.checks', 'seller_check_version', 's.code')} as checks
    from seller s where s.code > $1 ${since('s.changed_tx', scope, 3)} order by s.code limit $2`
  const values = [scope.after?.[0] ?? FIRST.text, scope.limit, ...range(scope)]
  const rows = await ask<Seller>(on, name('seller', scope), text, values)
  return rows.map((row) => ({ key: [row.code], item: { k: 'seller', ...row } }))
}

async function checklists(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  const text = `select ${withFormer('c.body', 'checklist_version', 'c.category')} as body
    from checklist c where c.category > $1 ${since('c.changed_tx', scope, 3)} order by c.category limit $2`
  const values = [scope.after?.[0] ?? FIRST.text, scope.limit, ...range(scope)]
  const rows = await ask<{ body: Checklist }>(on, name('checklist', scope), text, values)
  return rows.map(({ body }) => ({ key: [body.category], item: { k: 'checklist', ...body } }))
}

async function bins(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  // One that was removed comes once more, to be dropped.
  const there = scope.changed ? '' : 'and (removed_at is null or plates > 0)'
  const text = `select code, zone, capacity, plates, removed_at is not null and plates <= 0 as removed from bin
    where warehouse = $1 and code > $2 ${there} ${since('changed_tx', scope, 4)} order by code limit $3`
  const values = [scope.warehouse, scope.after?.[0] ?? FIRST.text, scope.limit, ...range(scope)]
  const rows = await ask<Bin & { removed: boolean }>(on, name('bin', scope), text, values)
  return rows.map(({ removed, ...bin }) => ({
    key: [bin.code],
    item: { k: 'bin', ...bin, ...(removed ? { removed: true as const } : {}) },
  }))
}

async function products(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  const text = `select seller, sku, title, category, gtin, fnsku, asin, flags from product
    where (seller, sku) > ($1, $2) ${since('changed_tx', scope, 4)} order by seller, sku limit $3`
  const [seller = FIRST.text, sku = FIRST.text] = scope.after ?? []
  const rows = await ask<Product>(on, name('product', scope), text, [
    seller,
    sku,
    scope.limit,
    ...range(scope),
  ])
  return rows.map((row) => ({ key: [row.seller, row.sku], item: { k: 'product', ...row } }))
}

/**
 * The ledger changes a return with the parcels that answer it. A parcel may have come before its return was announced and
 * not answer it; there the units that count towards its lines tell.
 */
type ReturnState = { id: string; state: ExpectedReturnState; changedAt: string }
const RETURN = `r.id, r.state, ${iso('r.changed_at')} as "changedAt"`

const returns =
  (announcedById: AnnouncedById) =>
  async (on: Queryable, scope: CopyScope): Promise<Keyed[]> => {
    const everything = `select ${RETURN} from expected_return r where r.id > $1::uuid
      and (r.state not in ('complete', 'cancelled') or r.changed_at > now() - interval '${RETURN_KEPT}') order by r.id limit $2`
    const changed = `with changed as materialized (
        select id from expected_return r where true ${since('r.changed_tx', scope, 3)}
        union
        select u.expected_return from ledger_event e join return_unit u on u.id = e.stream_id
          where e.type in ('UnitRegistered', 'UnitIdentified', 'UnitClaimed', 'UnitSplitOff', 'StepTakenBack') and u.expected_return is not null ${since('e.tx', scope, 3)}
      ) select ${RETURN} from changed c join expected_return r using (id) where r.id > $1::uuid order by r.id limit $2`
    const values = [scope.after?.[0] ?? FIRST.id, scope.limit, ...range(scope)]
    const text = scope.changed ? changed : everything
    const rows = await ask<ReturnState>(on, name('expected', scope), text, values)
    const announced = await announcedById(
      on,
      rows.map((row) => row.id),
    )
    const byId = new Map(announced.map((one) => [one.id, one]))
    return rows.flatMap((row) => {
      const found = byId.get(row.id)
      return found ? [{ key: [row.id], item: { k: 'expected', ...found, ...row } as const }] : []
    })
  }

const STREAMS = (kind: 'parcel' | 'unit', scope: CopyScope, n: number) =>
  `select distinct stream_id as id from ledger_event where stream_kind = '${kind}' ${since('tx', scope, n)}`

async function parcels(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  const after = scope.after?.[0] ?? FIRST.id
  const everything = `select id, version, body from parcel where warehouse = $1 and id > $2::uuid and (
      state in ('received', 'registered', 'reopened') or (state = 'closed' and closed_at > $4)
      or (state in ('refused', 'misdelivered') and (body->'steps'->-1)->>'recordedAt' > $4)) order by id limit $3`
  const changed = `select p.id, p.version, p.body from (${STREAMS('parcel', scope, 4)}) c join parcel p using (id)
    where p.warehouse = $1 and p.id > $2::uuid order by p.id limit $3`
  const kept = scope.changed ? range(scope) : [new Date(Date.now() - PARCEL_KEPT_MS).toISOString()]
  const values = [scope.warehouse, after, scope.limit, ...kept]
  const text = scope.changed ? changed : everything
  const rows = await ask<{ id: string; version: number; body: Parcel }>(
    on,
    name('parcel', scope),
    text,
    values,
  )
  return rows.map(({ id, version, body }) => ({ key: [id], item: { k: 'parcel', version, ...body } }))
}

async function units(on: Queryable, scope: CopyScope): Promise<Keyed[]> {
  const after = scope.after?.[0] ?? FIRST.id
  const everything = `select id, version, body from return_unit where warehouse = $1 and id > $2::uuid and (
      state in ('registered', 'inspected', 'classified', 'refurbishing', 'approved')
      or (state = 'shelved' and held_for is not null)) order by id limit $3`
  const changed = `select u.id, u.version, u.body from (${STREAMS('unit', scope, 4)}) c join return_unit u using (id)
    where u.warehouse = $1 and u.id > $2::uuid order by u.id limit $3`
  const values = [scope.warehouse, after, scope.limit, ...range(scope)]
  const text = scope.changed ? changed : everything
  const rows = await ask<{ id: string; version: number; body: Unit }>(on, name('unit', scope), text, values)
  return rows.map(({ id, version, body }) => ({ key: [id], item: { k: 'unit', version, ...body } }))
}

export type CopyQuestion = (on: Queryable, scope: CopyScope) => Promise<Keyed[]>
export const copyQuestions = (announcedById: AnnouncedById): Readonly<Record<CopyKind, CopyQuestion>> => ({
  seller: sellers,
  checklist: checklists,
  bin: bins,
  product: products,
  expected: returns(announcedById),
  parcel: parcels,
  unit: units,
})

interface Horizon {
  /** Which database it is, also after a restore. */
  readonly epoch: string
  /** What this transaction sees. */
  readonly snapshot: string
  /** The first transaction that is yet to begin; rows of a restored dump may name later ones. */
  readonly ahead: string
}

/** How far has the database come? */
export async function findHorizon(on: Queryable): Promise<Horizon> {
  const text = `select s.system_identifier || '.' || c.timeline_id || '.' || d.oid as epoch,
      n::text as snapshot, pg_snapshot_xmax(n)::text as ahead
    from pg_control_system() s, pg_control_checkpoint() c, pg_current_snapshot() n, pg_database d where d.datname = current_database()`
  const [found] = await ask<Horizon>(on, 'horizon', text, [])
  if (!found) throw new Error('the database did not say which one it is')
  return found
}
