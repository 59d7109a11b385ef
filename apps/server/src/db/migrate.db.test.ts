import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DAY_MAIL_STATES,
  DISPOSITIONS,
  DROP_REASONS,
  EXPECTED_RETURN_STATES,
  LABEL_ORIENTATIONS,
  LANGUAGE_CODES,
  NUMBER_SOURCES,
  PARCEL_STATES,
  PRINT_STATES,
  PRINTER_LANGUAGES,
  PRINTER_TROUBLES,
  PRINTER_WAYS,
  REPRINT_REASONS,
  STAFF_ROLES,
  UNIT_STATES,
  WEBHOOK_STATES,
  WEBHOOK_TYPES,
  ZONES,
} from '@restow/domain'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDatabase } from '../../../../packages/testkit/src/database.ts'
import { openWarehouse } from '../../../../packages/testkit/src/server.ts'
import { readEnvironment } from '../environment.ts'
import { migrationsFolder } from '../places.ts'
import { startDatabase } from '../start-database.ts'
import { migrate, refuseToStart } from './migrate.ts'

type Database = Awaited<ReturnType<typeof createDatabase>>
const roleOf = (url: string) => decodeURIComponent(new URL(url).username)

let db: Database
const folders: string[] = []
beforeEach(async () => {
  db = await createDatabase()
})
afterEach(() => db.drop())
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function ask<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}
const applied = (url: string) =>
  ask<{ number: number; tag: string }>(url, 'select number, tag from restow_migration order by number')
const up = (folder = migrationsFolder) => migrate(folder, db.ownerUrl, roleOf(db.appUrl))

/** A copy of the migrations, to be changed. */
async function copyOfMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'restow-test-migrations-'))
  folders.push(folder)
  await cp(migrationsFolder, folder, { recursive: true })
  return folder
}
const journalOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')) as { entries: { tag: string }[] }
async function addMigration(folder: string, tag: string, text: string): Promise<void> {
  const journal = await journalOf(folder)
  journal.entries.push({ tag })
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
  await writeFile(join(folder, `${tag}.sql`), text)
}

describe('migrating', () => {
  it('applies every numbered file in the order of the journal, and again nothing', async () => {
    const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
    expect(await up()).toBe(files.length)
    expect((await applied(db.ownerUrl)).map((r) => `${r.tag}.sql`)).toEqual(files)
    expect(await up()).toBe(0)
    expect(await refuseToStart(migrationsFolder, db.appUrl)).toBeNull()
  })

  it('ten at once apply each migration once', async () => {
    const counts = await Promise.all(Array.from({ length: 10 }, () => up()))
    const all = (await journalOf(migrationsFolder)).entries.length
    expect(counts.sort((a, b) => b - a)).toEqual([all, ...Array.from({ length: 9 }, () => 0)])
    expect(await applied(db.ownerUrl)).toHaveLength(all)
  })

  it('leaves nothing of a migration that fails, and goes on from there once it is put right', async () => {
    const folder = await copyOfMigrations()
    const all = (await journalOf(folder)).entries.length
    await addMigration(folder, '9999_wrong', 'CREATE TABLE half ();--> statement-breakpoint\nSELECT wrong')
    await expect(up(folder)).rejects.toThrow('"wrong" does not exist')
    expect(await applied(db.ownerUrl)).toHaveLength(all)
    expect(await ask(db.ownerUrl, "select to_regclass('half') as half")).toEqual([{ half: null }])
    await writeFile(join(folder, '9999_wrong.sql'), 'CREATE TABLE half ()')
    expect(await up(folder)).toBe(1)
  })

  it('tries a migration again that waited for a node at work which waited for it', async () => {
    await up()
    await ask(db.ownerUrl, 'create sequence tries')
    const folder = await copyOfMigrations()
    await addMigration(
      folder,
      '9997_locks',
      "CREATE TABLE half ();--> statement-breakpoint\nDO $$ BEGIN IF nextval('tries') < 3 THEN RAISE deadlock_detected; END IF; END $$",
    )
    expect(await up(folder)).toBe(1)
    expect(await ask(db.ownerUrl, 'select last_value::int as n from tries')).toEqual([{ n: 3 }])
  })

  it('waits for a table that somebody reads for long, and does not keep others from it meanwhile', async () => {
    await up()
    const folder = await copyOfMigrations()
    await addMigration(folder, '9996_lock', 'LOCK TABLE parcel IN ACCESS EXCLUSIVE MODE')
    const reading = new pg.Client({ connectionString: db.ownerUrl })
    await reading.connect()
    try {
      await reading.query('begin; select from parcel')
      const migrating = up(folder)
      const waiting = `select from pg_locks where relation = 'parcel'::regclass and not granted and mode = 'AccessExclusiveLock'`
      await vi.waitUntil(async () => (await ask(db.ownerUrl, waiting)).length > 0, 20_000)
      expect(await ask(db.ownerUrl, 'select count(*)::int as n from parcel')).toEqual([{ n: 0 }])
      await reading.query('commit')
      expect(await migrating).toBe(1)
    } finally {
      await reading.end()
    }
  })

  it('gives the app’s role its rights even where the last start broke off just before', async () => {
    await up()
    await ask(db.ownerUrl, `revoke all on all tables in schema public from "${roleOf(db.appUrl)}"`)
    expect(await up()).toBe(0)
    expect(await refuseToStart(migrationsFolder, db.appUrl)).toBeNull()
    expect(await ask(db.appUrl, 'select count(*)::int as n from bin')).toEqual([{ n: 0 }])
  })

  it('refuses a database that was migrated otherwise, with a sentence', async () => {
    await up()
    const changed = await copyOfMigrations()
    const [first] = (await journalOf(changed)).entries
    await writeFile(join(changed, `${first?.tag}.sql`), 'SELECT 1')
    const sentence = `The database's migration ${first?.tag} is not the one that this version of Restow brings.`
    await expect(up(changed)).rejects.toThrow(sentence)
    expect(await refuseToStart(changed, db.appUrl)).toBe(sentence)
  })

  it('refuses a database of a newer version, with a sentence', async () => {
    const newer = await copyOfMigrations()
    await addMigration(newer, '9998_newer', 'SELECT 1')
    await up(newer)
    const sentence =
      'The database has the migration 9998_newer, which this version of Restow does not know; start a newer one.'
    await expect(up()).rejects.toThrow(sentence)
    expect(await refuseToStart(migrationsFolder, db.appUrl)).toBe(sentence)
  })

  it('tells a server without the owner’s address that migrations are missing', async () => {
    expect(await refuseToStart(migrationsFolder, db.appUrl)).toMatch(
      /^The database lacks \d+ migrations; start once with DATABASE_OWNER_URL to apply them\.$/,
    )
  })
})

describe('the server', () => {
  it('refuses a role that bypasses row-level security, and one that owns the tables', async () => {
    await up()
    expect(await refuseToStart(migrationsFolder, db.adminUrl)).toBe(
      'DATABASE_URL names a role that bypasses row-level security; give it an ordinary one.',
    )
    expect(await refuseToStart(migrationsFolder, db.ownerUrl)).toBe(
      'DATABASE_URL names the role that owns the tables; give it one that owns nothing.',
    )
  })

  it('starts on the app’s role, and says in a sentence why it does not', async () => {
    const start = (variables: Record<string, string>) =>
      startDatabase(readEnvironment(variables), migrationsFolder)
    const running = await start({ DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl })
    expect(running.embedded).toBe(false)
    await running.stop()
    await expect(start({ DATABASE_URL: db.adminUrl })).rejects.toThrow('bypasses row-level security')
    const nowhere = Object.assign(new URL(db.appUrl), { port: '1', hostname: 'localhost' }).href
    await expect(start({ DATABASE_URL: nowhere })).rejects.toThrow(
      'The database at localhost:1 does not answer. Start it, or correct DATABASE_URL.',
    )
  })
})

describe('the tables', () => {
  const LISTS: Readonly<Record<string, readonly string[]>> = {
    bin_zone: ZONES,
    day_mail_state: DAY_MAIL_STATES,
    dropped_command_reason: DROP_REASONS,
    expected_return_state: EXPECTED_RETURN_STATES,
    expected_tracking_source: NUMBER_SOURCES,
    ledger_event_kind: ['parcel', 'unit'],
    mail_recipient_language: LANGUAGE_CODES,
    parcel_state: PARCEL_STATES,
    print_job_reason: REPRINT_REASONS,
    print_job_state: PRINT_STATES,
    print_job_trouble: PRINTER_TROUBLES,
    printer_language: PRINTER_LANGUAGES,
    printer_orientation: LABEL_ORIENTATIONS,
    printer_trouble: PRINTER_TROUBLES,
    printer_way: PRINTER_WAYS,
    return_unit_state: UNIT_STATES,
    return_unit_disposition: DISPOSITIONS,
    staff_role: STAFF_ROLES,
    staff_language: LANGUAGE_CODES,
    seller_user_language: LANGUAGE_CODES,
    webhook_message_state: WEBHOOK_STATES,
    webhook_message_type: WEBHOOK_TYPES,
  }

  it('check the lists of the domain, word by word', async () => {
    await up()
    const checks = await ask<{ name: string; text: string }>(
      db.ownerUrl,
      "select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace",
    )
    const lists = checks
      .filter((c) => c.text.includes('ANY'))
      .map(({ name, text }): [string, unknown[]] => [
        name,
        [...text.matchAll(/'([^']+)'/g)].map(([, word]) => word),
      ])
      // Lists of numbers are no lists of words.
      .filter(([, words]) => words.length > 0)
    expect(Object.fromEntries(lists)).toEqual(LISTS)
  })

  it('are those of the code: drizzle-kit would have nothing to add to the migrations', async () => {
    const { generateDrizzleJson, generateMigration } = await import('drizzle-kit/api')
    const snapshots = (await readdir(join(migrationsFolder, 'meta'))).filter((f) =>
      f.endsWith('snapshot.json'),
    )
    const last = await readFile(join(migrationsFolder, 'meta', snapshots.sort().at(-1) ?? ''), 'utf8')
    const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.tables.ts'))
    const modules = await Promise.all(files.map((name) => import(join(import.meta.dirname, name))))
    const now = generateDrizzleJson(Object.assign({}, ...modules))
    expect(Object.keys(now.tables)).toContain('public.ledger_event')
    expect(await generateMigration(JSON.parse(last), now)).toEqual([])
  })
})

it('a warehouse of the tests stands on the same migrations', async () => {
  const warehouse = await openWarehouse()
  const tags = await warehouse.sql<{ tag: string }>('select tag from restow_migration order by number')
  expect(tags.map((t) => t.tag)).toEqual((await journalOf(migrationsFolder)).entries.map((e) => e.tag))
  await warehouse.close()
})
