import type { ScreenItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/** A screen that hangs. */
export interface ScreenRow {
  readonly hash: string
  readonly name: string
  readonly warehouse: string
  readonly timeZone: string
}

const FIND = `
  with found as (
    select s.id, s.token_hash, s.name, s.warehouse, w.time_zone, s.last_seen
    from screen s join warehouse w on w.code = s.warehouse where s.token_hash = any($1::bytea[]) and s.taken_down_at is null
  ), seen as (
    update screen s set last_seen = now() from found f where s.id = f.id and f.last_seen < now() - interval '1 minute'
  )
  select encode(token_hash, 'hex') as hash, name, warehouse, time_zone as "timeZone" from found`

/** Which screens are these, of those that hang? Says as well that they were seen, at most once a minute. */
export const findScreens = (on: Queryable, hashes: readonly Buffer[]): Promise<ScreenRow[]> =>
  ask(on, 'screens', FIND, [hashes])

const ITEM = `id, name, hung_by as "hungBy", ${iso('hung_at')} as "hungAt", ${iso('last_seen')} as "lastSeen"`

/** Which hang in this warehouse, by name? */
export const listScreens = (on: Queryable, warehouse: string): Promise<ScreenItem[]> =>
  ask(
    on,
    'list-screens',
    `select ${ITEM} from screen where warehouse = $1 and taken_down_at is null order by lower(name), hung_at`,
    [warehouse],
  )

const HANG = `
  insert into screen (token_hash, warehouse, name, hung_by)
  select $1, $2, $3, $4 where (select count(*) from screen where warehouse = $2 and taken_down_at is null) < $5
  returning 1`

/** @param most so many hang in a warehouse at a time @returns whether it hangs now: not where there are as many already */
export async function hangScreen(
  on: Queryable,
  { hash, warehouse, name, by }: { hash: Buffer; warehouse: string; name: string; by: string },
  most: number,
): Promise<boolean> {
  const hung = await ask(on, 'hang-screen', HANG, [hash, warehouse, name, by, most])
  return hung.length > 0
}

const DOWN = 'update screen set taken_down_at = now()'

/** @returns whether there was such a screen in this warehouse */
export async function takeDownScreen(
  on: Queryable,
  { warehouse, id, by }: { warehouse: string; id: string; by: string },
): Promise<boolean> {
  const text = `${DOWN}, taken_down_by = $3 where warehouse = $1 and id = $2 and taken_down_at is null returning 1`
  return (await ask(on, 'take-down-screen', text, [warehouse, id, by])).length > 0
}

/** The same at the screen itself, where nobody says who it is. */
export async function takeDownOwn(on: Queryable, hash: Buffer): Promise<void> {
  await ask(on, 'take-down-own', `${DOWN} where token_hash = $1 and taken_down_at is null`, [hash])
}
