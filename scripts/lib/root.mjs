import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, from wherever a script is called. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '')

/** Every workspace package's folder, relative to ROOT. */
export function workspaces() {
  return ['apps', 'packages'].flatMap((room) =>
    readdirSync(join(ROOT, room))
      .map((name) => `${room}/${name}`)
      .filter((folder) => existsSync(join(ROOT, folder, 'package.json'))),
  )
}

/** The web apps that have something to build. */
export function webApps() {
  return ['apps/floor', 'apps/desk'].filter((folder) => existsSync(join(ROOT, folder, 'index.html')))
}

/** The script behind an installed command, run with `node`: no shell, so no trouble with spaces in paths. */
export function commandOf(name, command = name, folder = ROOT) {
  const home = join(folder, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return join(home, typeof bin === 'string' ? bin : bin[command])
}
