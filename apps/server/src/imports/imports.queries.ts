import type { ImportReport } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'

export async function sellerExists(on: Queryable, seller: string): Promise<boolean> {
  return (await ask(on, 'seller-exists', 'select 1 from seller where code = $1', [seller])).length > 0
}

export async function beginImport(
  on: Queryable,
  id: string,
  seller: string,
  format: string,
  by: string,
): Promise<void> {
  const text = `insert into import_job (id, seller, format, state, started_by) values ($1, $2, $3, 'running', $4)`
  await ask(on, 'begin-import', text, [id, seller, format, by])
}

/** Puts on record how an import stands. */
export async function recordImport(on: Queryable, report: ImportReport): Promise<void> {
  const { id, state, total, done, created, updated, unchanged, matched, rejected } = report
  const text = `update import_job set state = $2, total = $3, done = $4, created = $5, updated = $6, unchanged = $7, matched = $8, rejected = $9::jsonb where id = $1`
  await ask(on, 'record-import', text, [
    id,
    state,
    total,
    done,
    created,
    updated,
    unchanged,
    matched,
    JSON.stringify(rejected),
  ])
}

/** Puts on record that one that ran is over. @param why the line of its report that says so */
export async function endImport(
  on: Queryable,
  id: string,
  why: ImportReport['rejected'][number],
): Promise<void> {
  const text = `update import_job set state = 'failed', rejected = rejected || $2::jsonb where id = $1 and state = 'running'`
  await ask(on, 'end-import', text, [id, JSON.stringify([why])])
}

export async function findImport(on: Queryable, id: string): Promise<ImportReport | null> {
  const text =
    'select id, state, total, done, created, updated, unchanged, matched, rejected from import_job where id = $1'
  const [row] = await ask<ImportReport>(on, 'find-import', text, [id])
  return row ?? null
}
