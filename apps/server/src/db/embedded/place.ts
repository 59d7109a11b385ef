import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { clearOrphan } from './postmaster.ts'
import type { ClusterRecord } from './record.ts'
import { type RunUser, run } from './run-as.ts'

/** Where a data folder's cluster lives. `home` holds the cluster and, where needed, a copy of the programs. */
export interface Place {
  home: string
  cluster: string
  outside: boolean
}

const CLUSTER = 'postgres'

/**
 * The data folder itself, or where PostgreSQL's user cannot use it (root's 0700 folders, file systems without
 * permissions), a lasting folder elsewhere whose name follows from the data folder's path.
 */
export async function choosePlace(
  dataDir: string,
  record: ClusterRecord | undefined,
  user: RunUser | undefined,
  note: (line: string) => void,
): Promise<Place> {
  if (record !== undefined && (record.made || existsSync(resolve(dataDir, record.cluster)))) {
    return rememberedPlace(dataDir, record)
  }
  if (existsSync(join(dataDir, CLUSTER)) && record === undefined) {
    throw new Error(
      `${join(dataDir, CLUSTER)} holds a database whose passwords (embedded.json beside it) are gone.`,
    )
  }
  if (await canKeepCluster(dataDir, user))
    return { home: dataDir, cluster: join(dataDir, CLUSTER), outside: false }
  for (const home of lastingFolders(dataDir)) {
    if (!makeOwnFolder(home) || !(await canKeepCluster(home, user))) continue
    const cluster = join(home, CLUSTER)
    if (record === undefined) await setAside(cluster, note)
    return { home, cluster, outside: true }
  }
  throw new Error(
    `PostgreSQL can use neither ${dataDir} nor ${lastingFolders(dataDir).join(' nor ')}: set RESTOW_DATA_DIR.`,
  )
}

/** Says where the data went when it is not in the data folder. */
export function placeNote(place: Place, dataDir: string, user: RunUser | undefined): string | undefined {
  if (!place.outside) return undefined
  return `The database is kept in ${place.cluster}, since ${user?.name ?? 'PostgreSQL'} cannot use ${dataDir}.`
}

function rememberedPlace(dataDir: string, record: ClusterRecord): Place {
  const cluster = resolve(dataDir, record.cluster)
  if (!existsSync(cluster)) {
    throw new Error(
      `The database of ${dataDir} was in ${cluster} and is gone; delete ${dataDir} to begin with an empty one.`,
    )
  }
  return { home: resolve(cluster, '..'), cluster, outside: record.cluster !== CLUSTER }
}

/** What the record says of a place: relative inside the data folder, so that the folder can be moved as a whole. */
export function recordedPath(place: Place): string {
  return place.outside ? place.cluster : CLUSTER
}

/** Tried, not computed: access lists, read-only mounts and file systems without owners all have their say. */
async function canKeepCluster(home: string, user: RunUser | undefined): Promise<boolean> {
  if (process.platform === 'win32') return true
  let trial: string | undefined
  try {
    trial = mkdtempSync(join(home, `${CLUSTER}.trial-`))
    if (user !== undefined) chownSync(trial, user.uid, user.gid)
    chmodSync(trial, 0o700)
    if ((statSync(trial).mode & 0o077) !== 0) return false
    return (await run('/bin/sh', ['-c', 'cd -- "$0" && : > trial', trial], { user })).code === 0
  } catch {
    return false
  } finally {
    if (trial !== undefined) rmSync(trial, { recursive: true, force: true })
  }
}

/** Places that outlive a reboot, best first. */
function lastingFolders(dataDir: string): string[] {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  if (process.getuid?.() === 0) return [`/var/lib/restow-${hash}`, `/var/tmp/restow-${hash}`]
  const share = process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share')
  return [join(share, `restow-${hash}`), `/var/tmp/restow-${hash}`]
}

/** In a folder anybody may write, the name may have been taken by a stranger: only a real folder of ours will do. */
function makeOwnFolder(home: string): boolean {
  try {
    mkdirSync(resolve(home, '..'), { recursive: true })
    mkdirSync(home, { mode: 0o711 })
    chmodSync(home, 0o711)
  } catch {
    // It may be there from an earlier start; if it is not, it is refused below.
  }
  const found = lstatSync(home, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Who deletes the data folder wants an empty database; what the folder had kept elsewhere is moved aside, not deleted. */
async function setAside(cluster: string, note: (line: string) => void): Promise<void> {
  if (!existsSync(cluster)) return
  await clearOrphan({ native: '', cluster, user: undefined })
  const aside = join(
    cluster,
    '..',
    `${basename(cluster)}-until-${new Date().toISOString().replace(/[:.]/g, '-')}`,
  )
  renameSync(cluster, aside)
  note(`An earlier database of a data folder that was deleted since is kept in ${aside}.`)
}
