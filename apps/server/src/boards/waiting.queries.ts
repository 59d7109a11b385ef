import type { WaitingItem } from '@restow/contracts'
import type { Parcel, Unit, WaitingKind } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'
import { vetoRuns } from './vetoes.ts'

/** Of one warehouse; what is of no seller is left out where one is asked for. */
const OF_UNITS = 'u.warehouse = $1 and ($2::text is null or u.seller = $2) and u.written_off_at is null'
const OF_PARCELS = 'p.warehouse = $1 and ($2::text is null or p.seller = $2)'

const unit = (kind: WaitingKind, since: string, where: string) =>
  `select '${kind}' as kind, u.${since} as since, u.id::text as key, u.id as unit, null::uuid as parcel
   from return_unit u where ${OF_UNITS} and ${where}`

/**
 * One for each event and kind, however many lines it was noted for. What is missing waits as such, not as an exception too;
 * and of a parcel whose number stands for a later one by now nothing can be settled any more.
 */
const EXCEPTIONS = `
  select 'exception' as kind, min(e->>'at') as since, u.id || ' ' || (e->>'eventId') || ' ' || (e->>'code') as key, u.id as unit, null::uuid as parcel
    from return_unit u cross join lateral jsonb_array_elements(u.body->'exceptions') e
    where ${OF_UNITS} and u.exceptions > 0 and not (u.missing_since is not null and e->>'code' = 'missing_in_count')
    group by u.id, e->>'eventId', e->>'code'
  union all
  select 'exception', min(e->>'at'), p.id || ' ' || (e->>'eventId') || ' ' || (e->>'code'), null, p.id
    from parcel p cross join lateral jsonb_array_elements(p.body->'exceptions') e
    where ${OF_PARCELS} and p.exceptions > 0
      and not exists (select 1 from parcel n where n.warehouse = p.warehouse and n.tracking_number = p.tracking_number
        and n.received_at > p.received_at and n.state <> 'void')
    group by p.id, e->>'eventId', e->>'code'`

/**
 * What is of each kind: since when, under which key, and which unit or parcel it is about. $1 warehouse, $2 seller or null
 * for all, $3 until when came in what nobody has claimed in time (ISO 8601), $4 since when work on a device is old, $5 now.
 * A held or missing unit is released or found first: scrapping it cannot be approved before, nor while its seller may object.
 */
const OF_KIND: Readonly<Record<WaitingKind, string>> = {
  approval: unit(
    'approval',
    'classified_at',
    `u.approval_needed and u.held_for is null and u.missing_since is null and not ${vetoRuns('u', '$5')}`,
  ),
  hold: unit('hold', 'held_since', "u.held_for = 'supervisor' and u.missing_since is null"),
  exception: EXCEPTIONS,
  missing: unit('missing', 'missing_since', 'u.missing_since is not null'),
  unclaimed: `select 'unclaimed' as kind, p.received_at as since, p.id::text as key, null::uuid as unit, p.id as parcel
    from parcel p where p.warehouse = $1 and $2::text is null and p.seller is null and p.received_at <= $3
      and p.state in ('received', 'registered', 'reopened', 'closed') and p.body->'forfeited' is null`,
  dropped: `select 'dropped' as kind, ${iso('d.recorded_at')} as since, d.command_id::text as key, null::uuid as unit, null::uuid as parcel
    from dropped_command d where d.warehouse = $1 and $2::text is null and d.acknowledged_at is null`,
  device: `select 'device' as kind, ${iso('least(case when d.oldest_unsent_at <= $4 then d.oldest_unsent_at end, d.refused_since)')} as since,
      d.device_id as key, null::uuid as unit, null::uuid as parcel
    from device d where d.warehouse = $1 and $2::text is null and d.revoked_at is null
      and (d.oldest_unsent_at <= $4 or d.refused_since is not null)`,
  hold_seller: unit('hold_seller', 'held_since', "u.held_for = 'seller' and u.missing_since is null"),
  // Its time runs on while it is on hold or looked for.
  veto: unit('veto', 'classified_at', `u.approval_needed and ${vetoRuns('u', '$5')}`),
}

/** Every parameter is named in each statement, whichever kinds it is about. */
const waitingOf = (kinds: readonly WaitingKind[]): string => `w as materialized (
  ${kinds.map((kind) => OF_KIND[kind]).join('\n  union all\n  ')}
), named as (select $1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz)`

/** How many exceptions are on record, as they are listed. Begins with $1 and $2 as every board does. */
export const OPEN_EXCEPTIONS = `(select count(*) from (${EXCEPTIONS}) x)`

export interface Asking {
  readonly warehouse: string
  readonly seller: string | null
  /** What came in by then and is nobody's is past its time; null where there is no rule. */
  readonly unclaimedBy: string | null
  /** Work that has been on a device since then is old. */
  readonly unsentSince: string
  /** ISO 8601. */
  readonly now: string
}
const values = ({ warehouse, seller, unclaimedBy, unsentSince, now }: Asking) => [
  warehouse,
  seller,
  unclaimedBy,
  unsentSince,
  now,
]

/** Short enough for a statement's name, and another one for each choice of kinds that is asked for. */
const called = (kinds: readonly WaitingKind[]): string =>
  kinds.length === 1 ? (kinds[0] ?? '') : `${kinds.length}`

export interface CountRow {
  readonly kinds: { kind: WaitingKind; count: number; since: string }[] | null
  readonly mark: string
}

/** How much waits of each of these kinds and since when, and what stays the same as long as the list does? */
export async function countWaiting(
  on: Queryable,
  kinds: readonly WaitingKind[],
  about: Asking,
): Promise<CountRow> {
  const text = `with ${waitingOf(kinds)}
    select (select json_agg(s) from (select kind, count(*)::int as count, min(since) as since from w group by kind) s) as kinds,
      (select md5(coalesce(string_agg(kind || ' ' || key || ' ' || since, chr(10) order by kind, key), '')) from w) as mark`
  const [row] = await ask<CountRow>(on, `count-waiting ${called(kinds)}`, text, values(about))
  if (!row) throw new Error('what waits has no count')
  return row
}

export interface WaitingRow {
  readonly kind: WaitingKind
  readonly since: string
  readonly key: string
  readonly unit: Unit | null
  readonly parcel: Parcel | null
  readonly contents: string | null
  readonly dropped: WaitingItem['dropped']
  readonly device: WaitingItem['device']
}

const DROPPED = `json_build_object('commandId', d.command_id, 'type', d.type, 'about', d.about, 'doneBy', d.done_by, 'code', d.code,
  'message', d.message, 'reason', d.reason, 'droppedBy', d.dropped_by, 'droppedAt', ${iso('d.dropped_at')},
  'recordedAt', ${iso('d.recorded_at')}, 'deviceId', d.on_device,
  'deviceName', (select name from device n where n.device_id = d.on_device))`
const DEVICE = `json_build_object('deviceId', v.device_id, 'name', v.name, 'lastSeen', ${iso('v.last_seen')}, 'lastBadge', v.last_badge,
  'unsent', v.unsent, 'oldestUnsentAt', ${iso('v.oldest_unsent_at')}, 'refused', v.refused)`

/** What waits, of these kinds, the longest first? Only what is on the page is unpacked. */
export function findWaiting(
  on: Queryable,
  kinds: readonly WaitingKind[],
  about: Asking,
  page: Page,
): Promise<WaitingRow[]> {
  const text = `with ${waitingOf(kinds)}, hit as (
      select * from w where $6::text is null or (since, kind, key) > ($6, $7::text, $8::text)
      order by since, kind, key limit $9
    )
    select h.kind, h.since, h.key, r.body as unit, p.body as parcel,
      (select string_agg(distinct c.body->'product'->>'title', ', ') from return_unit c
        where h.parcel is not null and c.parcel_id = h.parcel and c.state <> 'void') as contents,
      case when h.kind = 'dropped' then (select ${DROPPED} from dropped_command d where d.command_id = h.key::uuid) end as dropped,
      case when h.kind = 'device' then (select ${DEVICE} from device v where v.device_id = h.key) end as device
    from hit h left join return_unit r on r.id = h.unit left join parcel p on p.id = h.parcel
    order by h.since, h.kind, h.key`
  const [since = null, kind = null, key = null] = page.after ?? []
  const all = [...values(about), since, kind, key, asked(page)]
  return ask(on, `list-waiting ${called(kinds)}`, text, all)
}
