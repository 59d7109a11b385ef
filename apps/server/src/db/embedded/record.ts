import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** All that a data folder remembers about its PostgreSQL: one file, readable by its owner only, since it holds the passwords. */
export interface ClusterRecord {
  /** The cluster's folder: relative to the data folder while it lies inside, else absolute. */
  cluster: string
  /** False until the cluster is there in full. */
  made: boolean
  /** The port of the last start, taken again when it is free. */
  port: number
  passwords: { admin: string; owner: string; app: string }
}

const FILE = 'embedded.json'

/** Fresh passwords for a cluster that does not exist yet. */
export function newRecord(cluster: string): ClusterRecord {
  const password = () => randomBytes(24).toString('base64url')
  return {
    cluster,
    made: false,
    port: 0,
    passwords: { admin: password(), owner: password(), app: password() },
  }
}

/** What was remembered, undefined on a first start. */
export function readRecord(dataDir: string): ClusterRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as ClusterRecord
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES')
      throw new Error(`The data folder ${dataDir} belongs to another user of this computer.`)
    throw new Error(`${join(dataDir, FILE)} cannot be read: ${(error as Error).message}`)
  }
}

/** Written beside and moved into place: a crash leaves the old record or the new one, never half of it. */
export function writeRecord(dataDir: string, record: ClusterRecord): void {
  const beside = join(dataDir, `${FILE}.new`)
  const handle = openSync(beside, 'w', 0o600)
  writeSync(handle, `${JSON.stringify(record, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, join(dataDir, FILE))
}
