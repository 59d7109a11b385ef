import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lpnOf } from '@restow/domain'
import type { Database } from './db/pool.ts'
import { type Means, seedDemo } from './demo/seed.ts'
import { beginImport } from './imports/imports.queries.ts'
import { ReturnLines } from './imports/return-lines.ts'
import { ImportRun } from './imports/run-import.ts'
import { openLedger } from './open-ledger.ts'
import { keepPhoto } from './photos/photo-files.ts'
import { recordPhoto } from './photos/photos.queries.ts'
import { leasePlateSerials } from './printing/printing.queries.ts'
import { hashSecret } from './sessions/secrets.ts'

async function importFile(db: Database, dataDir: string, seller: string, file: string): Promise<void> {
  const folder = join(dataDir, 'imports')
  const id = randomUUID()
  const path = join(folder, id)
  await mkdir(folder, { recursive: true })
  await writeFile(path, file)
  await beginImport(db.staff, id, seller, 'amazon', 'demo')
  // The demo announces before anything comes in.
  const nothingIsHere = async () => 0
  const lines = new ReturnLines(db.staff, seller, 'amazon', nothingIsHere)
  await new ImportRun(db.staff, id, lines).run(path, () => {}, new AbortController().signal)
}

/** Fills in the demo by the product's own ways in: its importer, its photo folder, its ledger. */
export function fillDemo(
  db: Database,
  dataDir: string,
  say: (line: string) => void,
): ReturnType<typeof seedDemo> {
  const means: Means = {
    db,
    openLedger: (clock) => openLedger(db, clock ? { clock } : {}),
    hashSecret,
    importFile: (seller, file) => importFile(db, dataDir, seller, file),
    async keepPhoto(sha256, bytes) {
      await recordPhoto(db.staff, sha256, bytes.length, await keepPhoto(dataDir, sha256, bytes), 'demo')
    },
    leasePlates: async (count) => (await leasePlateSerials(db.staff, count)).map(lpnOf),
  }
  return seedDemo(means, say)
}
