import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildApp, floorFolder, openDatabase } from '@restow/server'
import { openWarehouse } from '@restow/testkit/server'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const vite = join(
  dirname(createRequire(join(ROOT, 'package.json')).resolve('vite/package.json')),
  'bin/vite.js',
)

/** A server whose floor app can be exchanged for another build while it runs. */
export interface ChangingServer {
  readonly origin: string
  /** From now on the floor is what was built under this version. */
  update(): void
  /** What became of every command that anybody has sent, counted by the server's word. */
  outcomes(): Promise<Record<string, number>>
  close(): Promise<void>
}

/** What draws codes, as if the next version had a newer one: the same kind of file with another content. */
export const NEWER_DRAWING = '/floor/assets/bwip-js-gen-ABCDEFGH.js'

function renewDrawing(folder: string): void {
  const assets = join(folder, 'assets')
  const name = readdirSync(assets).find((one) => one.startsWith('bwip-js'))
  if (name === undefined) throw new Error('The build has nothing that draws codes')
  const newer = NEWER_DRAWING.replace(/^.*\//, '')
  renameSync(join(assets, name), join(assets, newer))
  const naming = readdirSync(assets).filter((one) => one.startsWith('index-') && one.endsWith('.js'))
  for (const file of [join(folder, 'sw.js'), ...naming.map((one) => join(assets, one))])
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(name, newer))
}

/** Builds the floor app a second time, under another version, and serves the first build until it is told to update. */
export async function openChanging(version: string): Promise<ChangingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'restow e2e update '))
  const [floor, next] = [join(folder, 'floor'), join(folder, 'next')]
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: join(ROOT, 'apps/floor'),
      // Vitest's own mode must not get into what is built.
      env: { ...process.env, NODE_ENV: 'production', VITE_APP_VERSION: version },
    },
  )
  renewDrawing(next)
  cpSync(floorFolder, floor, { recursive: true })
  const warehouse = await openWarehouse()
  const db = openDatabase(warehouse.urls.appUrl, 5)
  const app = await buildApp({ db, dataDir: warehouse.dataDir, pages: { floor, desk: floor } })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    origin,
    update() {
      rmSync(floor, { recursive: true })
      cpSync(next, floor, { recursive: true })
    },
    async outcomes() {
      const { rows } = await db.staff.query<{ word: string; count: number }>(
        "select outcome->>'outcome' as word, count(*)::int as count from command_outcome group by 1",
      )
      return Object.fromEntries(rows.map(({ word, count }) => [word, count]))
    },
    async close() {
      await app.close()
      await db.close()
      await warehouse.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
