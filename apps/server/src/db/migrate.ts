import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { LOCKS } from './locks.ts'

/** One numbered file of migrations/, as drizzle-kit lists it. */
interface Migration {
  readonly tag: string
  readonly statements: readonly string[]
  readonly hash: string
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const journal = JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const text = await readFile(join(folder, `${tag}.sql`), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      return { tag, statements: text.split('--> statement-breakpoint'), hash }
    }),
  )
}

async function appliedTags(client: pg.Client): Promise<{ tag: string; hash: string }[]> {
  const { rows } = await client.query<{ there: string | null }>(
    "select to_regclass('restow_migration') as there",
  )
  if (rows[0]?.there == null) return []
  const applied = await client.query<{ tag: string; hash: string }>(
    'select tag, hash from restow_migration order by number',
  )
  return applied.rows
}

/** What is wrong with the list of applied migrations, in a sentence; null when it begins the journal. */
function disagreement(
  applied: readonly { tag: string; hash: string }[],
  wanted: readonly Migration[],
): string | null {
  for (const [i, { tag, hash }] of applied.entries()) {
    const here = wanted[i]
    if (!here)
      return `The database has the migration ${tag}, which this version of Restow does not know; start a newer one.`
    if (here.tag !== tag || here.hash !== hash)
      return `The database's migration ${tag} is not the one that this version of Restow brings.`
  }
  return null
}

/** A migration locks tables in its order, and nodes of the version before, still at work, in theirs: PostgreSQL fails one of those that wait for each other (40P01), or the migration waited too long (55P03). */
const IN_THE_WAY: readonly unknown[] = ['40P01', '55P03']
/** So long a table is waited for, while others wait behind: then they go first. */
const PATIENCE = '2s'
const [TRIES, AGAIN_MS] = [60, 500]

async function applyOnce(client: pg.Client, { tag, hash, statements }: Migration): Promise<void> {
  // A plan has settled who sees all, and the migration before may have been staff for itself alone.
  await client.query('DISCARD PLANS')
  await client.query(`BEGIN; SET LOCAL lock_timeout = '${PATIENCE}'`)
  for (const statement of statements) await client.query(statement)
  await client.query('INSERT INTO restow_migration (tag, hash) VALUES ($1, $2)', [tag, hash])
  await client.query('COMMIT')
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await applyOnce(client, migration)
    } catch (error) {
      if (!IN_THE_WAY.includes((error as { code?: string }).code) || tried === TRIES) throw error
      await client.query('ROLLBACK')
      await sleep(AGAIN_MS)
    }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Tables that only grow. */
const APPENDED =
  'ledger_event, command_outcome, ledger_position, feed_checkpoint, day_ending, day_closing, report_day, report_row, bin_count, set_up_change, checklist_version'

/** What the app's role may do: read and write, but neither change nor drop what was recorded. */
async function grant(client: pg.Client, appRole: string): Promise<void> {
  const app = quoted(appRole)
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${app};
    REVOKE ALL ON ${APPENDED}, restow_migration FROM ${app};
    GRANT SELECT, INSERT ON ${APPENDED} TO ${app};
    GRANT SELECT ON restow_migration TO ${app};
    REVOKE DELETE ON parcel, return_unit, print_job FROM ${app};
  `)
}

/**
 * Brings the schema up to this version, one server at a time.
 * @param ownerUrl the role that owns the tables
 * @param appRole the role that the server itself uses
 * @returns how many migrations were applied
 * @throws Error with one sentence when the database was migrated otherwise
 */
export async function migrate(folder: string, ownerUrl: string, appRole: string): Promise<number> {
  const wanted = await readMigrations(folder)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'restow-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.migration])
    await client.query(
      'CREATE TABLE IF NOT EXISTS restow_migration (number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tag text UNIQUE NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const applied = await appliedTags(client)
    const problem = disagreement(applied, wanted)
    if (problem) throw new Error(problem)
    const open = wanted.slice(applied.length)
    for (const migration of open) await apply(client, migration)
    // Each time: a start may have broken off between the last migration and its rights.
    await grant(client, appRole)
    return open.length
  } finally {
    await client.end()
  }
}

/** Says in one sentence why the server must not start on this database and role; null when it may. */
export async function refuseToStart(folder: string, appUrl: string): Promise<string | null> {
  const wanted = await readMigrations(folder)
  const client = new pg.Client({ connectionString: appUrl, application_name: 'restow-check' })
  await client.connect()
  try {
    const applied = await appliedTags(client)
    const problem = disagreement(applied, wanted)
    if (problem) return problem
    if (applied.length < wanted.length)
      return `The database lacks ${wanted.length - applied.length} migrations; start once with DATABASE_OWNER_URL to apply them.`
    const { rows } = await client.query<{ bypasses: boolean; owns: boolean }>(`
      select r.rolsuper or r.rolbypassrls as bypasses,
        exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(current_user, c.relowner, 'member')) as owns
      from pg_roles r where r.rolname = current_user`)
    if (rows[0]?.bypasses)
      return 'DATABASE_URL names a role that bypasses row-level security; give it an ordinary one.'
    if (rows[0]?.owns)
      return 'DATABASE_URL names the role that owns the tables; give it one that owns nothing.'
    return null
  } finally {
    await client.end()
  }
}
