import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installedBinaries } from './binaries.ts'
import { keepServing } from './keep-serving.ts'
import { takeLock } from './lock.ts'
import { clearOrphan } from './postmaster.ts'
import { prepareCluster, runUser } from './prepare.ts'
import { type ClusterRecord, readRecord, writeRecord } from './record.ts'
import { serve } from './serve.ts'

export interface EmbeddedOptions {
  /** Restow's data folder; made when missing. */
  dataDir: string
  log?: (line: string) => void
  /** Only this port will do; otherwise the last one, or any free one. */
  port?: number
  /** PostgreSQL settings beside our own, for tests and measurements. */
  settings?: Record<string, string>
  /** Another set of PostgreSQL programs than the installed one. */
  nativeDir?: string
}

export interface Embedded {
  /** The role that owns the database and migrates it. */
  ownerUrl: string
  /** The role of the running product: owns nothing, bypasses nothing. */
  appUrl: string
  /** The superuser, for tests and verification only. */
  adminUrl: string
  port: number
  dataDir: string
  /** What a person should know, such as data that is kept elsewhere. */
  notes: string[]
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that Restow brings along; on the first start makes its cluster, roles and empty database.
 * One start per data folder at a time. Every error is one sentence for the person who started Restow.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = ownFolder(options.dataDir)
  const locks = [takeLock(join(dataDir, 'embedded.lock'), dataDir)]
  const release = () => {
    for (const unlock of locks.splice(0)) unlock()
  }
  const notes: string[] = []
  const note = (line: string) => {
    notes.push(line)
    options.log?.(line)
  }
  try {
    const { record, plan } = await prepareCluster(options, dataDir, note, locks)
    const { postmaster, port } = await serve(plan, options.port ?? record.port, options.port !== undefined)
    if (port !== record.port) writeRecord(dataDir, { ...record, port })
    const stop = keepServing(plan, postmaster, port, release, options.log)
    return { ...urls(record, port), port, dataDir, notes, stop }
  } catch (error) {
    release()
    throw error
  }
}

/** Deletes a data folder with the cluster that belongs to it, wherever it is kept. Throws while somebody runs on it. */
export async function destroyEmbedded(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return
  const real = realpathSync(dataDir)
  const unlock = takeLock(join(real, 'embedded.lock'), real)
  try {
    const record = readRecord(real)
    const cluster = record === undefined ? undefined : resolve(real, record.cluster)
    if (cluster !== undefined && existsSync(cluster)) {
      await clearOrphan({ native: installedBinaries(), cluster, user: runUser(cluster) })
      if (record?.cluster === cluster) rmSync(resolve(cluster, '..'), { recursive: true, force: true })
    }
    rmSync(real, { recursive: true, force: true })
  } finally {
    unlock()
  }
}

/** As root the folder may be passed through by others, never listed: PostgreSQL's own user has to get to its cluster. */
function ownFolder(dataDir: string): string {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true })
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
    }
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be used (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function urls({ passwords }: ClusterRecord, port: number) {
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/restow`
  return {
    ownerUrl: url('restow_owner', passwords.owner),
    appUrl: url('restow_app', passwords.app),
    adminUrl: url('postgres', passwords.admin),
  }
}
