import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_FOLDER } from './demo-folder.ts'
import { startServer } from './server-process.ts'

let folder: string | undefined

/** vitest's globalSetup: one folder with demo data for all journeys of a project, of which their servers take copies. */
export async function setup(): Promise<void> {
  // It has no such `cp`: there each server fills its own.
  if (process.platform === 'win32') return
  folder = mkdtempSync(join(tmpdir(), 'restow-test-demo-'))
  const dataDir = join(folder, 'data')
  const server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  await server.stop()
  process.env[DEMO_FOLDER] = dataDir
}

export function teardown(): void {
  delete process.env[DEMO_FOLDER]
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
