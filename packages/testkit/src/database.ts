import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { asAdmin, TEST_SERVER, type TestServer } from './test-server.ts'

/** One database under its three roles. */
export interface DatabaseUrls {
  /** Owns the database and migrates it. */
  ownerUrl: string
  /** The running product's role. */
  appUrl: string
  /** The superuser, to look at what the others may not see. */
  adminUrl: string
}

export interface CreateDatabaseOptions {
  /** Run once per test run, into a template that every database is then copied from. */
  migrate?: (urls: DatabaseUrls) => Promise<void>
  /** Names that template, where a run uses more than one `migrate`. */
  template?: string
}

/** A fresh database of its own for one test file. Needs the run's server: postgres-setup.ts, or startTestServer(). */
export async function createDatabase(
  options: CreateDatabaseOptions = {},
): Promise<DatabaseUrls & { drop(): Promise<void> }> {
  const server = testServer()
  const name = `restow_test_${server.run}_${randomBytes(6).toString('hex')}`
  await asAdmin(maintenance(server), async (client) => {
    const template =
      options.migrate && (await migratedTemplate(client, server, options.migrate, options.template))
    await create(client, name, template)
  })
  const drop = () =>
    asAdmin(maintenance(server), async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  return { ...urlsOf(server, name), drop }
}

function testServer(): TestServer {
  const known = process.env[TEST_SERVER]
  if (known === undefined)
    throw new Error('No test database server runs: add postgres-setup.ts as globalSetup.')
  return JSON.parse(known) as TestServer
}

/** Test files run in several processes: the first one to come makes the template, the others wait for it. */
async function migratedTemplate(
  client: pg.Client,
  server: TestServer,
  migrate: (urls: DatabaseUrls) => Promise<void>,
  label = 'migrated',
): Promise<string> {
  const template = `restow_test_${server.run}_template_${label}`
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template])
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount === 0) await makeTemplate(client, server, template, migrate)
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template])
  }
  return template
}

/** Built under another name: a migration that fails must not leave a template that looks finished. */
async function makeTemplate(
  client: pg.Client,
  server: TestServer,
  template: string,
  migrate: (urls: DatabaseUrls) => Promise<void>,
): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
  await create(client, unfinished)
  await migrate(urlsOf(server, unfinished))
  await withoutSessions(() => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`))
}

/** A copy takes over the tables and their rights, but not the rights on the database itself. */
async function create(client: pg.Client, name: string, template?: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const locale = (rows[0]?.version ?? 0) >= 170_000 ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : ''
  const source = template ?? `template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' ${locale}`
  await withoutSessions(() => client.query(`CREATE DATABASE ${name} OWNER restow_owner TEMPLATE ${source}`))
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO restow_app`)
}

/** A session that was just closed lingers for a moment, and PostgreSQL copies or renames no database in use. */
async function withoutSessions(statement: () => Promise<unknown>): Promise<void> {
  const IN_USE = '55006'
  for (let attempt = 1; ; attempt += 1) {
    try {
      await statement()
      return
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || attempt === 50) throw error
      await sleep(100)
    }
  }
}

function maintenance(server: TestServer): string {
  return urlsOf(server, 'postgres').adminUrl
}

function urlsOf({ ownerUrl, appUrl, adminUrl }: TestServer, database: string): DatabaseUrls {
  const to = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return { ownerUrl: to(ownerUrl), appUrl: to(appUrl), adminUrl: to(adminUrl) }
}
