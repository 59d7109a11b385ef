import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installedBinaries, usableBinaries } from './binaries.ts'
import { checkVersion, createCluster } from './cluster.ts'
import { takeLock } from './lock.ts'
import { choosePlace, type Place, placeNote, recordedPath } from './place.ts'
import { clearOrphan, type ServerPlan } from './postmaster.ts'
import { type ClusterRecord, newRecord, readRecord, writeRecord } from './record.ts'
import { type RunUser, unprivilegedUser } from './run-as.ts'

/**
 * All that comes before the server itself: where it lives, whom it runs as, and a whole cluster nobody else serves.
 * A lock that is taken on the way is added to `locks`.
 */
export async function prepareCluster(
  options: { nativeDir?: string; settings?: Record<string, string> },
  dataDir: string,
  note: (line: string) => void,
  locks: (() => void)[],
): Promise<{ record: ClusterRecord; plan: ServerPlan }> {
  const known = readRecord(dataDir)
  const someone = unprivilegedUser()
  const place = await choosePlace(dataDir, known, someone, note)
  if (place.outside) locks.push(takeLock(join(place.home, 'embedded.lock'), dataDir))
  const where = placeNote(place, dataDir, someone)
  if (where !== undefined) note(where)
  const user = existsSync(place.cluster) ? runUser(place.cluster) : someone
  const native = await usableBinaries(options.nativeDir ?? installedBinaries(), place.home, user, note)
  const plan: ServerPlan = {
    native,
    cluster: place.cluster,
    user,
    logFile: logFile(dataDir),
    settings: options.settings ?? {},
  }
  const record = await wholeCluster(dataDir, known, place, plan)
  if (await clearOrphan(plan)) note('A PostgreSQL left over from an earlier, killed run was shut down.')
  return { record, plan }
}

async function wholeCluster(
  dataDir: string,
  known: ClusterRecord | undefined,
  place: Place,
  plan: ServerPlan,
) {
  const record = { ...(known ?? newRecord('')), cluster: recordedPath(place) }
  if (!existsSync(place.cluster)) {
    writeRecord(dataDir, record)
    const durable = plan.settings.fsync !== 'off'
    await createCluster({ ...plan, passwords: record.passwords, durable })
  }
  checkVersion(place.cluster, plan.native)
  if (record.made) return record
  const made = { ...record, made: true }
  writeRecord(dataDir, made)
  return made
}

/** An existing cluster is run by whom it belongs to, even if we would choose somebody else today. */
export function runUser(cluster: string): RunUser | undefined {
  const { uid, gid } = statSync(cluster)
  const self = process.getuid?.()
  if (self === undefined || self === uid) return undefined
  if (self === 0) return { name: `user ${uid}`, uid, gid }
  throw new Error(`The database in ${cluster} belongs to another user of this computer.`)
}

function logFile(dataDir: string): string {
  const file = join(dataDir, 'postgresql.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.1`)
  return file
}
