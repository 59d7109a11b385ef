import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { TRIGGER_TEST } from '@restow/barcodes'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'
import { type Manner, Wedge } from './wedge.ts'

/** Every character of a code of 90 arrives, however a scanner sends it and whatever the page is doing. */

const GS = '\u001d'
const OTHER = TRIGGER_TEST.replace('YZ-50', 'QW-51')
const dataDir = mkdtempSync(join(tmpdir(), 'restow trigger '))
let server: ServerProcess
let floor: Floor
let wedge: Wedge
/** The codes that the page has asked the server about. */
let asked: string[] = []

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  floor = await Floor.open(server.origin)
  wedge = await Wedge.plugInto(floor.page)
  floor.page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname === '/api/scan') asked.push(url.searchParams.get('code') ?? '')
  })
  await floor.signIn('OP1001', '135790')
})

afterAll(async () => {
  await floor?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const hasAsked = (...codes: string[]) => expect.poll(() => asked, { timeout: 20_000 }).toEqual(codes)

async function open(path: string): Promise<void> {
  await floor.page.goto(`${server.origin}/floor${path}`)
  await floor.button('all sent').waitFor()
}

/** Shows the page anew, so that what is seen is of the next scan. */
async function setUp(): Promise<void> {
  await open('/trigger')
  await floor.sees('What the scanner sends appears here, sign by sign.')
}

describe('the set-up page of a trigger', () => {
  beforeEach(setUp)

  const manners: [string, Manner, RegExp][] = [
    ['keys a millisecond apart', { pace: 1 }, /^as keys · then Enter · \d/],
    ['keys 40 ms apart', { pace: 40 }, /^as keys · then Enter · 4\d ms/],
    [
      'keys with the separator as text, ended by Tab',
      { separator: 'text', end: 'Tab' },
      /keys and text · then Tab/,
    ],
    ['keys with nothing at their end', { end: 'none' }, /^as keys · no key at its end/],
  ]
  it.each(manners)('shows every character of %s', async (_, manner, how) => {
    await wedge.type(TRIGGER_TEST, manner)
    await floor.sees('All 90 characters arrived.')
    await floor.sees(how)
    const signs = await floor.page.getByRole('region', { name: 'What arrived' }).textContent()
    expect(signs?.replaceAll('⟨GS⟩', GS)).toBe(TRIGGER_TEST)
  })

  it('shows every character of one insertion without key events', async () => {
    await wedge.insert(TRIGGER_TEST)
    await floor.sees('All 90 characters arrived.')
    await floor.sees('as one text · no key at its end')
  })

  it('sees the Enter that follows an insertion', async () => {
    await wedge.insert(TRIGGER_TEST)
    await wedge.press('Enter')
    await floor.sees('as one text · then Enter')
  })

  it('says what was lost and what came instead', async () => {
    await wedge.type(TRIGGER_TEST.replaceAll(GS, '').replace('-', '_'))
    await floor.sees('3 lost, 1 not expected.')
  })

  it('has the test code drawn, as a square and as lines', async () => {
    const code = floor.page.getByRole('img', { name: 'Test code' })
    await code.waitFor()
    await floor.button('As lines').click()
    await floor.button('As a square').waitFor()
    await floor.button('Show large').click()
    expect(await code.count()).toBe(2)
    await floor.button('Close').click()
  })
})

describe('a scanner with its own separator', () => {
  beforeEach(setUp)

  it.each(['F8', '|'] as const)(
    'learns from the test code that %s stands for it, and reads by it',
    async (separator) => {
      await wedge.type(TRIGGER_TEST, { separator })
      await floor.sees('All 90 characters arrived.')
      await floor.sees(/Found: .* stands for the group separator/)
      await open('/')
      asked = []
      await wedge.type(TRIGGER_TEST, { separator })
      await hasAsked(TRIGGER_TEST)
      await open('/trigger')
      await floor.button('As delivered').click()
    },
  )

  it('learns it from the key that is pressed', async () => {
    await floor.button('Press its key').click()
    await floor.button('Press the key now').waitFor()
    await wedge.type(GS, { separator: 'F8', end: 'none' })
    await floor.button('Forget ⟨F8⟩').waitFor()
    await floor.button('As delivered').click()
  })

  it('takes away what it puts before every code, once it is told to', async () => {
    await wedge.type(`#7${TRIGGER_TEST}`)
    await floor.button('Always take away #7').click()
    await open('/')
    asked = []
    await wedge.type(`#7${TRIGGER_TEST}`)
    await hasAsked(TRIGGER_TEST)
    await open('/trigger')
    await floor.button('As delivered').click()
  })
})

describe('a scan', () => {
  beforeEach(async () => {
    await open('/')
    asked = []
  })

  const ways: [string, () => Promise<unknown>][] = [
    ['a millisecond a character', () => wedge.type(TRIGGER_TEST, { pace: 1 })],
    ['40 ms a character', () => wedge.type(TRIGGER_TEST, { pace: 40 })],
    ['40 ms a character and no suffix', () => wedge.type(TRIGGER_TEST, { pace: 40, end: 'none' })],
    ['with the separator as text', () => wedge.type(TRIGGER_TEST, { separator: 'text' })],
    ['as one insertion', () => wedge.insert(TRIGGER_TEST)],
  ]

  it.each(ways)('%s arrives whole', async (_, send) => {
    await send()
    await hasAsked(TRIGGER_TEST)
  })

  it('is not cut by slow first characters', async () => {
    await wedge.type(TRIGGER_TEST.slice(0, 2), { pace: 300, end: 'none' })
    await wedge.type(TRIGGER_TEST.slice(2))
    await hasAsked(TRIGGER_TEST)
  })

  it('is not cut by a device that is busy for a moment', async () => {
    await wedge.type(TRIGGER_TEST.slice(0, 20), { end: 'none' })
    await pause(200)
    await wedge.type(TRIGGER_TEST.slice(20))
    await hasAsked(TRIGGER_TEST)
  })

  it('does not press the button that has the focus', async () => {
    const menu = floor.button(/^Menu/)
    await menu.focus()
    await wedge.type(TRIGGER_TEST)
    await hasAsked(TRIGGER_TEST)
    expect(new URL(floor.page.url()).pathname).toBe('/floor/')
  })

  it.each(ways)('%s arrives whole while a sheet with a field is open', async (_, send) => {
    await floor.button('Type a code').click()
    await floor.page.getByRole('dialog').waitFor()
    await send()
    await hasAsked(TRIGGER_TEST)
  })

  it('arrives while the sheet that the last one opened is there', async () => {
    await wedge.type(TRIGGER_TEST)
    await floor.page.getByRole('dialog', { name: 'Which is it?' }).waitFor()
    await wedge.type(OTHER)
    await hasAsked(TRIGGER_TEST, OTHER)
  })

  it.each(ways)('%s arrives whole while the page changes', async (_, send) => {
    await floor.button(/^Menu/).evaluate((button) => {
      setTimeout(() => (button as unknown as { click(): void }).click())
    })
    await send()
    await floor.button('Sign out').waitFor()
    await hasAsked(TRIGGER_TEST)
  })

  it('arrives whole right after a reload', async () => {
    await floor.page.reload({ waitUntil: 'commit' })
    await floor.page.locator('[data-scanner]').waitFor({ state: 'attached' })
    await wedge.type(TRIGGER_TEST)
    await hasAsked(TRIGGER_TEST)
  })

  it('arrives whole 30 ms after another, both ways', async () => {
    await wedge.type(TRIGGER_TEST)
    await pause(30)
    await wedge.type(OTHER)
    await hasAsked(TRIGGER_TEST, OTHER)
    asked = []
    await wedge.insert(TRIGGER_TEST)
    await wedge.press('Enter')
    await pause(30)
    await wedge.insert(OTHER)
    await wedge.press('Enter')
    await hasAsked(TRIGGER_TEST, OTHER)
  })
})
