import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destroyEmbedded, startEmbedded } from '@restow/server/embedded'
import pg from 'pg'

/** How the processes of one test run find its server; read by database.ts. */
export interface TestServer {
  /** Names everything this run makes. */
  run: string
  adminUrl: string
  ownerUrl: string
  appUrl: string
}

/** The environment variable in which a run's server is passed on to test processes. */
export const TEST_SERVER = 'RESTOW_TEST_SERVER'

const PREFIX = 'restow-test-run-'
const AN_HOUR_MS = 3_600_000

/** Gains nothing for a database that is thrown away, and costs most of the time of a test. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * Starts one throwaway server, or takes the one whose superuser URL is in RESTOW_TEST_DATABASE_OWNER_URL, and makes it
 * known to createDatabase(), also in processes started after this. `stop` removes all that the run made.
 */
export async function startTestServer(): Promise<TestServer & { stop(): Promise<void> }> {
  const given = process.env.RESTOW_TEST_DATABASE_OWNER_URL
  const server = given === undefined || given === '' ? await startThrowaway() : await useGiven(given)
  const { stop, ...known } = server
  process.env[TEST_SERVER] = JSON.stringify(known)
  return {
    ...known,
    stop: async () => {
      delete process.env[TEST_SERVER]
      await stop()
    },
  }
}

async function startThrowaway() {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  // As root the server runs as another user, who has to get to its cluster.
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'data')
  const embedded = await startEmbedded({ dataDir, settings: THROWAWAY })
  const { adminUrl, ownerUrl, appUrl } = embedded
  const stop = async () => {
    await embedded.stop()
    await destroyEmbedded(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
  return { run: newRun(), adminUrl, ownerUrl, appUrl, stop }
}

/**
 * Runs that were killed leave servers and folders behind. A server's lock tells whether its run still lives; a folder
 * without one, such as the scratch folders of the launcher's own tests, has to be old.
 */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith('restow-test-'))) {
    const folder = join(tmpdir(), name)
    try {
      const hadServer = name.startsWith(PREFIX) && existsSync(join(folder, 'data', 'embedded.lock'))
      if (!hadServer && statSync(folder).mtimeMs > Date.now() - AN_HOUR_MS) continue
      await destroyEmbedded(join(folder, 'data'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // In use, or another user's.
    }
  }
}

/** A server that exists already gets the two roles; their password is no secret, it guards test data. */
async function useGiven(adminUrl: string) {
  const run = newRun()
  const withRole = (role: string) => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = 'restow-test'
    return url.href
  }
  await asAdmin(adminUrl, async (client) => {
    for (const role of ['restow_owner', 'restow_app']) await client.query(makeRole(role))
  })
  const stop = () => asAdmin(adminUrl, (client) => dropDatabasesOf(client, run))
  return { run, adminUrl, ownerUrl: withRole('restow_owner'), appUrl: withRole('restow_app'), stop }
}

function makeRole(role: string): string {
  return `DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('restow test roles'));
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
    ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD 'restow-test';
  END $$`
}

async function dropDatabasesOf(client: pg.Client, run: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [`restow_test_${run}_`],
  )
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
}

/** Connects as the superuser for one piece of work. */
export async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function newRun(): string {
  return randomBytes(4).toString('hex')
}
