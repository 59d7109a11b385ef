import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders beside the code, found from the sources and from the built file alike. */

function root(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new Error('The files of Restow are not where they belong: pnpm-workspace.yaml is missing.')
    folder = above
  }
  return folder
}

const ROOT = root()
export const migrationsFolder = join(ROOT, 'migrations')
export const floorFolder = join(ROOT, 'apps', 'floor', 'dist')
export const deskFolder = join(ROOT, 'apps', 'desk', 'dist')
