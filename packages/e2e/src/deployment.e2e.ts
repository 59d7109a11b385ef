import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '@restow/server/embedded'
import { asAdmin } from '@restow/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../apps/server/src/environment.ts'
import {
  composeText,
  isSent,
  readCompose,
  readDockerfile,
  readEnvExample,
  schemaErrors,
} from './deployment.files.ts'
import { ROOT, Served } from './operations.process.ts'
import { dataFolder } from './operations.scenes.ts'

/** The files for a server of one's own, held against what they say and, without Docker, against the built server. */

const FILLED = {
  RESTOW_DOMAIN: 'returns.example.com',
  RESTOW_DB_ADMIN_PASSWORD: 'a1'.repeat(12),
  RESTOW_DB_OWNER_PASSWORD: 'b2'.repeat(12),
  RESTOW_DB_APP_PASSWORD: 'c3'.repeat(12),
}
const compose = readCompose(FILLED)
const steps = readDockerfile()
const last = (does: string) => steps.findLast((step) => step.stage === '' && step.does === does)?.rest ?? ''
/** A step in Docker's JSON form. */
const wordsOf = (rest: string) => JSON.parse(/\[.*\]$/.exec(rest)?.[0] ?? '[]') as string[]

/** The names that the server asks its environment for. */
function namesRead(): Set<string> {
  const names = new Set<string>()
  const asked = (_: object, name: string | symbol) => void names.add(String(name))
  readEnvironment(new Proxy({}, { get: asked }))
  return names
}

describe('docker-compose.yml', () => {
  it('is a Compose file, by the specification’s schema', () => {
    expect(schemaErrors(compose)).toEqual([])
    expect(schemaErrors({ ...compose, sevices: {} })).not.toEqual([])
    expect(schemaErrors({ services: { server: { environment: 8080 } } })).not.toEqual([])
  })

  it('asks for every secret by name and has no default for any', () => {
    const named = [...composeText().matchAll(/\$\{(\w+)(?::([-?]))?/g)].map(([, name, how]) => ({
      name,
      how,
    }))
    const secrets = named.filter(({ name }) => /PASSWORD|DOMAIN/.test(name ?? ''))
    expect(new Set(secrets.map(({ name }) => name))).toEqual(new Set(Object.keys(FILLED)))
    expect(secrets.filter(({ how }) => how !== '?')).toEqual([])
    for (const name of Object.keys(FILLED))
      expect(() => readCompose({ ...FILLED, [name]: '' }), name).toThrow(name)
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(Object.keys(readEnvExample())))
    expect(Object.keys(FILLED).map((name) => readEnvExample()[name])).toEqual(['', '', '', ''])
  })

  it('gives the server nothing that it does not read, and no demo unless asked', () => {
    const given = Object.keys(compose.services.server.environment ?? {})
    expect(given.filter((name) => !namesRead().has(name))).toEqual([])
    expect(compose.services.server.environment?.RESTOW_DEMO).toBe('0')
    expect(readCompose({ ...FILLED, RESTOW_DEMO: '1' }).services.server.environment?.RESTOW_DEMO).toBe('1')
  })

  it('keeps the database and the photos on volumes, and shows nobody but Caddy to the outside', () => {
    const { database, server, caddy } = compose.services
    expect(database.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(server.volumes).toEqual([`photos:${server.environment?.RESTOW_DATA_DIR}`])
    const kept = [database, server, caddy].flatMap(({ volumes = [] }) =>
      volumes.map((v) => v.split(':')[0] ?? ''),
    )
    expect(kept.filter((name) => !(name in compose.volumes) && !existsSync(join(ROOT, name)))).toEqual([])
    expect([database.ports, server.ports]).toEqual([undefined, undefined])
  })
})

describe('the Dockerfile', () => {
  const copies = steps
    .filter(({ does, rest }) => does === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1))

  it('copies only what is there and what .dockerignore lets through', () => {
    expect(copies.length).toBeGreaterThan(5)
    expect(copies.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(copies.filter((path) => !isSent(path))).toEqual([])
  })

  it('takes from its own stages what the build makes, and every page that is served', () => {
    const made = steps
      .filter(({ stage, does, rest }) => stage === '' && does === 'COPY' && rest.startsWith('--from='))
      .map(({ rest }) => /^--from=(\w+) \/restow\/(\S+) (\S+)$/.exec(rest)?.slice(1) ?? [rest])
    const stages = new Set(steps.map(({ stage }) => stage))
    expect(made.filter(([stage = '', from, to]) => !stages.has(stage) || from !== to)).toEqual([])
    const paths = made.map(([, from = '']) => from)
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    for (const app of ['server', 'floor', 'desk']) expect(paths).toContain(`apps/${app}/dist`)
  })

  it('runs the built server, and not as root', () => {
    expect(wordsOf(last('CMD'))).toEqual(['node', 'apps/server/dist/main.js'])
    expect(last('USER')).toBe('node')
    expect(last('HEALTHCHECK')).toContain('/readyz')
    expect(last('ENV')).toContain(`RESTOW_DATA_DIR=${compose.services.server.environment?.RESTOW_DATA_DIR}`)
  })
})

describe('the server as docker-compose.yml starts it', () => {
  const folders = [dataFolder(), dataFolder()] as const
  let database: Embedded

  /** Runs the file's own statements, psql's variables filled in, where the roles and the database are not there yet. */
  async function makeRoles(): Promise<void> {
    const given: Record<string, string | number> = { ...compose.services.database.environment }
    const { content } = compose.configs.roles
    const variables = new Map(
      [...content.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, v, name]) => [v, name]),
    )
    const statements = content
      .replace(/^\\.*$/gm, '')
      .replace(/:'(\w+)'/g, (_, variable) => `'${given[variables.get(variable) ?? '']}'`)
      .split(';')
    const maintenance = Object.assign(new URL(database.adminUrl), { pathname: '/postgres' }).href
    await asAdmin(maintenance, async (client) => {
      await client.query('DROP DATABASE restow WITH (FORCE)')
      for (const role of ['restow_owner', 'restow_app']) await client.query(`DROP ROLE ${role}`)
      for (const statement of statements) await client.query(statement)
    })
  }

  /** The file's environment, and nothing else; only the three places that there are just in containers are others. */
  function environment(port: number): Record<string, string> {
    const given = Object.entries(compose.services.server.environment ?? {})
    const here = (value: string) => value.replace('@database:5432/', `@127.0.0.1:${database.port}/`)
    return {
      ...Object.fromEntries(given.map(([name, value]) => [name, here(String(value))])),
      RESTOW_DATA_DIR: folders[1].path,
      PORT: String(port),
    }
  }

  const freePort = () =>
    new Promise<number>((resolve) => {
      const server = createServer().listen(0, () => {
        const { port } = server.address() as { port: number }
        server.close(() => resolve(port))
      })
    })

  /** Runs the Dockerfile's health check as Docker does. @returns its exit code */
  function checkHealth(port: number): Promise<number | null> {
    const [, ...args] = wordsOf(last('HEALTHCHECK'))
    const child = spawn(process.execPath, args, { env: { PORT: String(port) }, stdio: 'inherit' })
    return new Promise((resolve) => child.once('exit', resolve))
  }

  beforeAll(async () => {
    database = await startEmbedded({
      dataDir: folders[0].path,
      settings: { fsync: 'off', synchronous_commit: 'off' },
    })
    await makeRoles()
  })

  afterAll(async () => {
    await database?.stop()
    for (const folder of folders) await folder.remove()
  })

  it('is ready with that environment alone, on an empty database whose roles the file made, and healthy until it stops', async () => {
    const port = await freePort()
    const server = new Served(environment(port))
    try {
      const origin = await server.ready()
      expect(origin).toBe(`http://127.0.0.1:${port}`)
      expect(server.said.out).not.toContain('Demo data')
      expect((await fetch(`${origin}/readyz`)).status).toBe(200)
      expect(await checkHealth(port)).toBe(0)
      const elsewhere = { method: 'POST', headers: { origin: 'https://elsewhere.example.com' } }
      expect((await fetch(`${origin}/api/sessions`, elsewhere)).status).toBe(403)
      const ours = { method: 'POST', headers: { origin: 'https://returns.example.com' } }
      expect((await fetch(`${origin}/api/sessions`, ours)).status).toBe(400)
    } finally {
      expect(await server.signal('SIGTERM')).toEqual({ code: 0, signal: null })
    }
    expect(await checkHealth(port)).toBe(1)
  })

  it('starts on a role that owns nothing', async () => {
    await asAdmin(database.adminUrl, async (client) => {
      const { rows } = await client.query(
        `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as may,
           (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
         from pg_roles r where rolname = 'restow_app'`,
      )
      expect(rows).toEqual([{ may: false, owns: 0 }])
    })
  })
})
