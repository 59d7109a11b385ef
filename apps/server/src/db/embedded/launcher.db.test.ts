import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { installedBinaries } from './binaries.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './launcher.ts'
import { ask, cleanUp, FAST, isRoot, scratchFolder } from './scratch.fixture.ts'

const running: Embedded[] = []
const start = async (options: EmbeddedOptions) => {
  const embedded = await startEmbedded({ settings: FAST, ...options })
  running.push(embedded)
  return embedded
}
const stopAll = async () => {
  for (const embedded of running.splice(0)) await embedded.stop()
}
afterEach(async () => {
  vi.unstubAllEnvs()
  await stopAll()
})
afterAll(cleanUp)

/** The installed programs under another path, with a change. */
function programs(change: (native: string) => void): string {
  const native = join(scratchFolder(), 'native')
  cpSync(installedBinaries(), native, { recursive: true, verbatimSymlinks: true })
  change(native)
  return native
}

function withoutLinks(native: string): void {
  for (const name of readdirSync(join(native, 'lib'))) {
    if (lstatSync(join(native, 'lib', name)).isSymbolicLink()) rmSync(join(native, 'lib', name))
  }
}

describe('the first start', () => {
  it('makes a UTF-8 database with checksums that keeps what it is told, even with no language set', async () => {
    vi.stubEnv('LANG', undefined)
    vi.stubEnv('LC_ALL', undefined)
    const dataDir = join(scratchFolder(), 'data')
    const { adminUrl } = await startEmbedded({ dataDir }).then(
      (first) => running[running.push(first) - 1] ?? first,
    )
    const found = await ask(
      adminUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
              current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
              current_setting('listen_addresses') AS listens, lower('ÄÉ仓') AS lower
       FROM pg_database WHERE datname = 'restow'`,
    )
    expect(found).toEqual([
      {
        encoding: 'UTF8',
        provider: 'b',
        locale: 'C.UTF-8',
        fsync: 'on',
        checksums: 'on',
        listens: '127.0.0.1',
        lower: 'äé仓',
      },
    ])
  })

  it('keeps the owner, who owns the database, and the app, which owns nothing, below every privilege', async () => {
    const { adminUrl, ownerUrl, appUrl } = await start({ dataDir: join(scratchFolder(), 'data') })
    const roles = await ask(
      adminUrl,
      `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS privileged,
              (SELECT count(*)::int FROM pg_database WHERE datdba = pg_roles.oid) AS databases
       FROM pg_roles WHERE rolname LIKE 'restow%' ORDER BY 1`,
    )
    expect(roles).toEqual([
      { rolname: 'restow_app', privileged: false, databases: 0 },
      { rolname: 'restow_owner', privileged: false, databases: 1 },
    ])
    await ask(ownerUrl, 'CREATE TABLE parcel (tracking text)')
    await expect(ask(appUrl, 'SELECT * FROM parcel')).rejects.toThrow('permission denied')
    await expect(ask(appUrl, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied')
  })

  it('lets nobody in without the password, which is in one private file', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const { adminUrl, appUrl, dataDir: real } = await start({ dataDir })
    await expect(ask(appUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    )
    expect(statSync(join(real, 'embedded.json')).mode & 0o777).toBe(0o600)
    const password = new URL(adminUrl).password
    const others = readdirSync(real, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'embedded.json')
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(password))
    expect(others).toEqual([])
  })

  it.runIf(isRoot)('runs as an unprivileged user when Restow runs as root', async () => {
    const { adminUrl, dataDir } = await start({ dataDir: join(scratchFolder(), 'data') })
    await ask(adminUrl, 'SELECT 1')
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
  })
})

describe('a later start', () => {
  it('finds the data again, on the same port', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const first = await start({ dataDir })
    await ask(first.ownerUrl, "CREATE TABLE parcel AS SELECT '1Z' AS tracking")
    await stopAll()
    const second = await start({ dataDir })
    expect(second.port).toBe(first.port)
    expect(await ask(second.ownerUrl, 'SELECT tracking FROM parcel')).toEqual([{ tracking: '1Z' }])
  })

  it('takes another port when the last one is taken, and says so when it must be that one', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const { port } = await start({ dataDir })
    await stopAll()
    const other = createServer().listen(port, '127.0.0.1')
    await expect(start({ dataDir, port })).rejects.toThrow(`Port ${port} for the embedded database is taken.`)
    expect((await start({ dataDir })).port).not.toBe(port)
    other.close()
  })
})

describe.runIf(isRoot)('a data folder and programs that only root can reach', () => {
  const closed = () => {
    const folder = scratchFolder(0o700)
    symlinkSync(installedBinaries(), join(folder, 'native'))
    return { dataDir: join(folder, 'data'), nativeDir: join(folder, 'native') }
  }

  it('work all the same, kept elsewhere and found again', async () => {
    const where = closed()
    const first = await start(where)
    const [programsNote, dataNote] = [
      first.notes.find((n) => n.includes('programs')),
      first.notes.find((n) => n.includes('database is kept')),
    ]
    expect(programsNote).toMatch(/kept in \/var\//)
    expect(dataNote).toMatch(/kept in \/var\/.*cannot use/)
    await ask(first.ownerUrl, 'CREATE TABLE parcel ()')
    await stopAll()
    const second = await start(where)
    expect(await ask(second.ownerUrl, 'SELECT * FROM parcel')).toEqual([])
  })

  it('begin empty after the data folder was deleted, with the old database moved aside', async () => {
    const where = closed()
    const first = await start(where)
    await ask(first.ownerUrl, 'CREATE TABLE parcel ()')
    await stopAll()
    rmSync(where.dataDir, { recursive: true })
    const second = await start(where)
    expect(second.notes.join()).toMatch(/earlier database .* is kept in/)
    await expect(ask(second.ownerUrl, 'SELECT * FROM parcel')).rejects.toThrow('does not exist')
  })
})

describe('programs as package managers leave them', () => {
  it('run with their library links missing', async () => {
    const nativeDir = programs(withoutLinks)
    const embedded = await start({ dataDir: join(scratchFolder(), 'data'), nativeDir })
    expect(embedded.notes).toEqual([])
    expect(
      readdirSync(join(nativeDir, 'lib')).filter((name) => name === 'libpq.so.5' || name === 'libpq.5.dylib'),
    ).toHaveLength(1)
  })

  it.skipIf(isRoot)('run from a copy where the links cannot be made', async () => {
    const nativeDir = programs((native) => {
      withoutLinks(native)
      chmodSync(join(native, 'lib'), 0o555)
    })
    const embedded = await start({ dataDir: join(scratchFolder(), 'data'), nativeDir })
    chmodSync(join(nativeDir, 'lib'), 0o755)
    expect(embedded.notes.join()).toContain("PostgreSQL's programs are kept in")
  })
})

describe('a first start that fails', () => {
  it('says why, leaves no password and no half-made database, and the next one works', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const nativeDir = programs((native) => {
      writeFileSync(
        join(native, 'bin', 'initdb'),
        '#!/bin/sh\necho half > "$2/PG_VERSION"; echo "no space left" >&2; exit 1\n',
      )
    })
    await expect(start({ dataDir, nativeDir })).rejects.toThrow('could not be created: no space left')
    expect(readdirSync(dataDir)).toEqual(['embedded.json'])
    await ask((await start({ dataDir })).adminUrl, 'SELECT 1')
  })

  it('is done again after it was killed half-way', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const { dataDir: real } = await start({ dataDir })
    await stopAll()
    const record = JSON.parse(readFileSync(join(real, 'embedded.json'), 'utf8'))
    writeFileSync(join(real, 'embedded.json'), JSON.stringify({ ...record, made: false }))
    rmSync(join(real, 'postgres'), { recursive: true })
    mkdirSync(join(real, 'postgres.partial-4711'))
    await ask((await start({ dataDir })).adminUrl, 'SELECT 1')
    expect(existsSync(join(real, 'postgres.partial-4711'))).toBe(false)
  })

  it('never begins empty where a database should be', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const { dataDir: real } = await start({ dataDir })
    await stopAll()
    rmSync(join(real, 'postgres'), { recursive: true })
    await expect(start({ dataDir })).rejects.toThrow('is gone')
  })
})
