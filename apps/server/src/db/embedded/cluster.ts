import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { program } from './binaries.ts'
import type { ClusterRecord } from './record.ts'
import { type RunUser, run } from './run-as.ts'

/** Passwords only, from this computer only. */
const HBA = 'host all all 127.0.0.1/32 scram-sha-256\n'

export interface ClusterPlan {
  native: string
  cluster: string
  user: RunUser | undefined
  passwords: ClusterRecord['passwords']
  /** False only for throwaway clusters: does not wait for the disk. */
  durable: boolean
}

/**
 * Makes the cluster with its roles and its empty database `restow`, all or nothing: it is built under another name
 * and moved into place at the end, so a start that was cut short is simply done again.
 */
export async function createCluster(plan: ClusterPlan): Promise<void> {
  removePartial(plan.cluster)
  const partial = `${plan.cluster}.partial-${process.pid}`
  try {
    mkdirSync(partial, { mode: 0o700 })
    if (plan.user !== undefined) chownSync(partial, plan.user.uid, plan.user.gid)
    await initialise(plan, partial)
    replaceFile(join(partial, 'pg_hba.conf'), HBA, plan.user)
    await bootstrap(plan, partial)
    renameSync(partial, plan.cluster)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** Throws one sentence when the cluster was made by a PostgreSQL that stores its files in another way. */
export function checkVersion(cluster: string, native: string): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const runs = readFileSync(join(native, 'share', 'postgresql', 'postgres.bki'), 'utf8').slice(0, 40)
  if (!runs.startsWith(`# PostgreSQL ${made}\n`)) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${made}, which this version of Restow does not bring.`,
    )
  }
}

/**
 * UTF-8 and the C.UTF-8 built into PostgreSQL, whatever the computer's own locales are: with LANG unset initdb would
 * choose SQL_ASCII. Nobody can sign in until the roles have their passwords, hence no password file.
 */
async function initialise(plan: ClusterPlan, partial: string): Promise<void> {
  const args = [
    '-D',
    partial,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--auth=reject',
    '--no-instructions',
  ]
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums')
  if (!plan.durable) args.push('--no-sync')
  const { code, output } = await run(program(plan.native, 'initdb'), args, { user: plan.user })
  if (code !== 0) throw new Error(`The embedded database could not be created: ${lastLines(output)}`)
}

/** Single-user mode takes its statements from standard input: no server listens yet, no password touches the disk. */
async function bootstrap(plan: ClusterPlan, partial: string): Promise<void> {
  const { admin, owner, app } = plan.passwords
  const input = [
    `ALTER ROLE postgres PASSWORD '${admin}'`,
    `CREATE ROLE restow_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${owner}'`,
    `CREATE ROLE restow_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${app}'`,
    'CREATE DATABASE restow OWNER restow_owner',
    'REVOKE ALL ON DATABASE restow FROM PUBLIC',
    'GRANT CONNECT, TEMPORARY ON DATABASE restow TO restow_app',
  ]
  const args = ['--single', '-D', partial, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off']
  if (!plan.durable) args.push('-c', 'fsync=off')
  const { code, output } = await run(program(plan.native, 'postgres'), [...args, 'postgres'], {
    user: plan.user,
    input: `${input.join('\n')}\n`,
  })
  if (code !== 0)
    throw new Error(
      `The embedded database could not be prepared: ${lastLines(withoutPasswords(output, plan))}`,
    )
}

function withoutPasswords(output: string, plan: ClusterPlan): string {
  return Object.values(plan.passwords).reduce((text, password) => text.replaceAll(password, '…'), output)
}

/** As root we write where another user may write too: never through a link that user may have put there. */
function replaceFile(file: string, content: string, user: RunUser | undefined): void {
  rmSync(file, { force: true })
  writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
  if (user !== undefined) chownSync(file, user.uid, user.gid)
  else chmodSync(file, 0o600)
}

function removePartial(cluster: string): void {
  const home = dirname(cluster)
  const leftOver = new RegExp(`^${basename(cluster)}\\.(partial|trial)-`)
  for (const name of readdirSync(home).filter((entry) => leftOver.test(entry))) {
    rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** The end of what a program printed, where it says what is wrong, in one line. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-4).join(' · ') || 'it said nothing'
}
