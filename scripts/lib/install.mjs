import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprintOfContents, isStamped, stamp } from './fingerprint.mjs'
import { ROOT, workspaces } from './root.mjs'
import { run } from './run.mjs'

const PNPM = 'pnpm@10.34.9'
const STAMP = join(ROOT, 'node_modules', '.restow-installed')

/**
 * Installs the packages when they are missing or other ones than the lockfile says. pnpm is fetched by npx at a fixed
 * version: Corepack's signature check fails on some registries. Throws one sentence when it fails.
 */
export async function ensureInstalled() {
  const described = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json']
  const wanted = fingerprintOfContents(ROOT, [
    ...described,
    ...workspaces().map((folder) => `${folder}/package.json`),
  ])
  if (existsSync(join(ROOT, 'node_modules', '.pnpm')) && isStamped(STAMP, wanted)) return
  console.log('Installing packages…')
  const args = [
    '--yes',
    PNPM,
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
    '--reporter=append-only',
  ]
  const { code } = await run('npx', args, { env: writableHome(), shell: process.platform === 'win32' })
  if (code !== 0) throw new Error('The packages could not be installed; the lines above say why.')
  stamp(STAMP, wanted)
}

/** npm and pnpm keep their caches at home; users such as `nobody` have none. */
export function writableHome() {
  try {
    accessSync(homedir(), constants.W_OK)
    return {}
  } catch {
    const home = join(tmpdir(), `restow-home-${process.getuid?.() ?? 'user'}`)
    mkdirSync(home, { recursive: true, mode: 0o700 })
    // npm hands the cache it found for itself down to what it runs.
    return { HOME: home, npm_config_cache: join(home, '.npm') }
  }
}
