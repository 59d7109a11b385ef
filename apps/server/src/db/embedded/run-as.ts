import { execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Somebody other than us whom PostgreSQL runs as; undefined elsewhere means "as ourselves". */
export interface RunUser {
  name: string
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root. As root, answers an unprivileged user that every system already has; else undefined. */
export function unprivilegedUser(): RunUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['nobody', 'daemon']) {
    const user = findUser(name)
    if (user !== undefined) return user
  }
  throw new Error(
    'PostgreSQL cannot run as root, and no user "nobody" was found: start Restow as an ordinary user.',
  )
}

function findUser(name: string): RunUser | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) }
  } catch {
    // Some systems keep their users elsewhere; `id` knows where.
  }
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/**
 * How every PostgreSQL program is spawned: as the right user, from a folder that user can stand in, and without
 * our environment: a stray LANG, PGDATA or PGPORT would change what the programs do.
 */
export function spawnOptions(user: RunUser | undefined): SpawnOptions {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH']) {
    if (process.env[name] !== undefined) env[name] = process.env[name]
  }
  const options: SpawnOptions = { env, windowsHide: true }
  if (process.platform !== 'win32') options.cwd = '/'
  return user === undefined ? options : { ...options, uid: user.uid, gid: user.gid }
}

/** Runs a program to its end and answers its exit code (null when it could not start) with all it printed. */
export function run(
  program: string,
  args: string[],
  options: { user?: RunUser | undefined; input?: string } = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnOptions(options.user), stdio: 'pipe' })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.stdin?.on('error', () => {})
    child.stdin?.end(options.input ?? '')
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
