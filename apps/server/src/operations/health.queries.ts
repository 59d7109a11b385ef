import { ask, type Queryable } from '../db/pool.ts'

/**
 * Is there room again where the database keeps its tables? Asked only after a write has failed for want of it: what is
 * written is a table of a moment's life, and reading alone would go well on a full disk.
 * @returns null, or what is wrong
 */
export function roomProblem(on: Queryable): Promise<string | null> {
  const text = `do $$ begin
    create temp table restow_room as select repeat('x', 2000) as filler from generate_series(1, 40);
    drop table restow_room;
  end $$`
  return ask(on, '', text, []).then(
    () => null,
    () => 'database disk full',
  )
}
