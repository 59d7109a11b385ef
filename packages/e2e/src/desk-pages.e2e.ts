import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { deskOf, SUPERVISOR } from './desk.ts'

/** Every page of the desk, for everybody: on a wide screen and on a narrow one. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow desk pages '))
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
})

afterAll(async () => {
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const PAGES = [
  'bins',
  'pipeline',
  'dispositions',
  'people',
  'tv?boards=dispositions',
  'waiting',
  'overview',
  'units',
  'parcels',
  'announcements',
  'announcements/new',
  'imports',
  'set-up/bins',
  'set-up/devices',
  'set-up',
  'set-up/house',
  'set-up/sellers/LOTUS',
  'set-up/sellers/LOTUS/questions',
  'set-up/checklists',
  'set-up/checklists/electronics',
  'set-up/staff',
  'mails',
]

describe('a page of the desk', () => {
  it.each([1440, 360])('has nothing serious for axe to find at %i px, whichever it is', async (width) => {
    const { context, page } = await deskOf(browser, server.origin, SUPERVISOR, width)
    for (const path of PAGES) {
      await page.goto(`${server.origin}/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await seriousOn(page), path).toEqual([])
    }
    await context.close()
  })
})
