import type { ExpectedReturnState } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** How do these returns of a seller stand, and until the end of the transaction? */
export function holdReturnStates(
  on: Queryable,
  seller: string,
  rmaNumbers: readonly string[],
): Promise<{ rmaNumber: string; state: ExpectedReturnState }[]> {
  const text = `select rma_number as "rmaNumber", state from expected_return where seller = $1 and rma_number = any($2::text[]) order by id for update`
  return ask(on, 'return-states', text, [seller, rmaNumbers])
}

export interface ReturnNow {
  readonly state: ExpectedReturnState
  readonly trackingNumbers: string[]
}

/** How does a return stand, and under which numbers is it expected? */
export async function findReturn(on: Queryable, seller: string, rma: string): Promise<ReturnNow | null> {
  const text = `select r.state, (select coalesce(array_agg(t.tracking_number order by t.tracking_number), '{}') from expected_tracking t
      where t.expected_return = r.id) as "trackingNumbers"
    from expected_return r where r.seller = $1 and r.rma_number = $2`
  const [row] = await ask<ReturnNow>(on, 'return-now', text, [seller, rma])
  return row ?? null
}

/** Calls a return off, or announces it again; one that has arrived stays what it is. @returns whether that changed it */
export async function setCancelled(
  on: Queryable,
  seller: string,
  rma: string,
  cancelled: boolean,
): Promise<boolean> {
  const [from, to] = cancelled ? ['announced', 'cancelled'] : ['cancelled', 'announced']
  const text = `update expected_return set state = $4, called_off = false where seller = $1 and rma_number = $2 and state = $3 returning 1`
  return (await ask(on, 'set-cancelled', text, [seller, rma, from, to])).length > 0
}

/** Replaces the numbers that its seller told by these; those learned here, and those that its parcel came under, stay. */
export async function setNumbers(
  on: Queryable,
  seller: string,
  rma: string,
  numbers: readonly string[],
): Promise<boolean> {
  const text = `
    with it as (select id from expected_return where seller = $1 and rma_number = $2),
    gone as (
      delete from expected_tracking t using it where t.expected_return = it.id and t.source in ('file', 'api') and t.tracking_number <> all($3::text[])
        and not exists (select 1 from parcel_number c join parcel p on p.id = c.parcel where c.number = t.tracking_number
          and p.body->'answers' @> jsonb_build_array(jsonb_build_object('id', it.id)))
      returning 1
    ), come as (
      insert into expected_tracking as h (tracking_number, expected_return, seller, source)
      select distinct number, it.id, $1, 'api' from it, unnest($3::text[]) as number
      on conflict (tracking_number, expected_return) do update set source = 'api' where h.source in ('claim', 'label')
      returning 1
    )
    select (select count(*) from gone)::int + (select count(*) from come)::int as changed`
  const [row] = await ask<{ changed: number }>(on, 'set-numbers', text, [seller, rma, numbers])
  return (row?.changed ?? 0) > 0
}
