import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLpn } from '@restow/barcodes'
import { leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import { Handheld } from '@restow/testkit/commands'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousOn } from './axe.ts'
import { deskOf, SUPERVISOR } from './desk.ts'
import { Floor } from './floor.ts'
import { record } from './requests.ts'

/** A bin is counted with the trigger, half of it without a network; what differed is seen at the desk, on the map. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow count '))
const [HERE, GONE, ELSEWHERE, NOBODYS] = [1, 2, 3, 4].map((n) => makeLpn(790_000_000 + n)) as [
  string,
  string,
  string,
  string,
]
const BIN = 'LAX1-I-02-08'
const OTHER = 'LAX1-I-02-07'
let server: ServerProcess
let browser: Browser
let floor: Floor

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  browser = await shareBrowser()
  floor = await Floor.open(server.origin)
  await floor.signIn('OP1001', '135790')
  const hand = new Handheld('count-1')
  const lay = (lpn: string, bin: string) => [
    hand.command('RegisterUnit', { parcel: 'COUNT-1', lpn, product: null, quantity: 1 }),
    hand.command('MoveUnit', { lpn, bin }),
  ]
  const commands = [
    hand.command('ReceiveParcel', { tracking: 'COUNT-1', condition: 'intact' }),
    ...[...lay(HERE, BIN), ...lay(GONE, BIN), ...lay(ELSEWHERE, OTHER)],
  ]
  await record(floor.context.request, server.origin, commands)
})
afterAll(async () => {
  await floor?.close()
  await leaveBrowser()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const says = (text: string | RegExp) => floor.page.getByRole('status').getByText(text).first().waitFor()

describe('a bin on the floor', () => {
  it('is counted plate by plate, each said at once, and what differs is seen before it is sent', async () => {
    await floor.scan('I-02-08')
    await floor.heading('Bin').waitFor()
    await floor.scan('.R.COUNT')
    await floor.heading('Count').waitFor()
    await floor.sees('2 still to come')
    await floor.scan(HERE)
    await says('in this bin')
    await floor.scan(HERE)
    await says('This plate has been scanned in this count.')
    await floor.scan(NOBODYS)
    await floor.page.getByRole('alert').getByText('unknown plate').waitFor()
    await floor.scan('.R.OK')
    await floor.scan(ELSEWHERE)
    await says('On record it is in I-02-07. The count will put it here.')
    await floor.sees('1 still to come')
    expect(await seriousOn(floor.page)).toEqual([])
    await floor.context.setOffline(true)
    await floor.scan('.R.COUNTED')
    await floor.heading('Differences').waitFor()
    for (const words of ['Missing: 1', 'Belongs elsewhere: 1', 'Unknown plates, not counted: 1'])
      await floor.sees(words)
    await floor.scan('.R.CONFIRM')
    await floor.sees('It is kept on this device and is sent as soon as the network is there.')
    await floor.context.setOffline(false)
    await floor.sees('Missing: 1')
    await floor.sees('Now in this bin: 1')
    expect(
      floor.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED') && !text.includes('404')),
    ).toEqual([])
  })

  it('says at the desk who counted it and what differed, found on the map by a plate', async () => {
    const { context, page } = await deskOf(browser, server.origin, SUPERVISOR)
    await page.goto(`${server.origin}/bins`)
    await page.getByRole('searchbox').fill(ELSEWHERE)
    await page.getByRole('status').getByText('1 bin').waitFor()
    await page.getByRole('button', { name: 'The next one' }).click()
    await page.getByRole('heading', { name: 'I-02-08' }).waitFor()
    await page.getByText(/ by OP1001/).waitFor()
    const differences = page.getByRole('list', { name: 'What differed' })
    await differences.getByText('missing').waitFor()
    await differences.getByText('was in I-02-07').waitFor()
    // From there the arrow keys lead on: to the bin on the left, which is empty by now.
    await page.getByRole('button', { name: /^I-02-08: 2 of/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('button', { name: /^I-02-07: empty/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Nothing lies in this bin.').waitFor()
    // The field says what is looked for, also when that is taken away, and keeps what is typed while it is being asked.
    const field = page.getByRole('searchbox')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForURL((url) => !url.searchParams.has('find'))
    expect(await field.inputValue()).toBe('')
    await field.pressSequentially('I-02')
    await page.waitForURL((url) => url.searchParams.get('find') === 'I-02')
    await field.pressSequentially('-08')
    await page.waitForURL((url) => url.searchParams.get('find') === 'I-02-08')
    expect(await field.inputValue()).toBe('I-02-08')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: /^Empty/ }).click()
    expect(await seriousOn(page)).toEqual([])
    await context.close()
  })
})
