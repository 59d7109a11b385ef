import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { BEGINNINGS, poisoned } from './formulas.fixture.ts'
import { keepGolden } from './golden.fixture.ts'

/** Real reports opened by a real spreadsheet program. */

function found(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const isThere = found()
const unless = isThere ? '' : ' (skipped: there is no LibreOffice here)'

let warehouse: Warehouse
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restow-test-office-'))
  warehouse = await openWarehouse()
  await keepGolden(warehouse.node.db.staff, BEGINNINGS.map(poisoned))
})
afterAll(async () => {
  await warehouse?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The report as the program has read it: its own flat XML, in which a formula is an attribute of its cell. */
async function opened(name: string, bytes: Buffer): Promise<string> {
  await writeFile(join(folder, name), bytes)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const convert = [
    '--headless',
    '--norestore',
    '--convert-to',
    'fods:OpenDocument Spreadsheet Flat XML',
    '--outdir',
    folder,
  ]
  await promisify(execFile)('soffice', [profile, ...convert, join(folder, name)], { timeout: 180_000 })
  return readFile(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8')
}

/** A boolean of a workbook is one to the program too: `FALSE()`, which nobody wrote. */
const formulasIn = (xml: string) => xml.match(/table:formula="(?!of:=(TRUE|FALSE)\(\)")[^"]*"/g) ?? []
const cellsIn = (xml: string) => xml.match(/office:value-type="string"/g) ?? []

describe.skipIf(!isThere)(`text that begins like a formula, opened by LibreOffice${unless}`, () => {
  for (const format of ['csv', 'xlsx'])
    it(`is none in ${format}`, async () => {
      const lotus = await warehouse.node.as('lotus@test.restow')
      const url = `/api/reports/dispositions?seller=LOTUS&date=2026-11-20&format=${format}`
      const xml = await opened(`report.${format}`, (await lotus.get(url)).rawPayload)
      expect(cellsIn(xml).length).toBeGreaterThan(BEGINNINGS.length * 10)
      expect(formulasIn(xml)).toEqual([])
    })

  it('would be seen in a file that is not guarded', async () => {
    const xml = await opened('unguarded.csv', Buffer.from('a,b\n=1+1,=A2*2\n'))
    expect(formulasIn(xml)).toHaveLength(2)
  })
})
