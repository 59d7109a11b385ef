import { makeTracking } from '@restow/barcodes'
import { PIN } from '@restow/testkit/server'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChangingServer, openChanging } from './changed-build.ts'
import { Floor } from './floor.ts'

/** A new version meets a handheld that is full of unsent work: all of it is sent first, then the version comes by itself. */

const VERSION = '9.9.9'
const QUEUED = 50
const LATE = { timeout: 60_000 }

let changing: ChangingServer
let floor: Floor

beforeEach(async () => {
  changing = await openChanging(VERSION)
  floor = await Floor.open(changing.origin)
})

afterEach(async () => {
  await floor?.close()
  await changing?.close()
})

/** Parcels that nobody has announced; no two alike. */
function* parcels(): Generator<string> {
  for (let n = 1; ; n += 1) {
    let turn = 0
    yield makeTracking('ups', () => ((n * 7919 + turn++ * 104_729) % 999_983) / 999_983)
  }
}

const takenOver = (page: Page) =>
  page.evaluate(`new Promise(async (done) => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) done()
    else navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true })
  })`)

/** While a page is left for its next version, nothing can be asked of it. */
const isNewPage = (page: Page) =>
  page.evaluate('globalThis.isOld !== true').then(
    (isNew) => isNew,
    () => false,
  )

/** Takes parcels in, and closes the last: each is said to be saved. @returns their numbers */
async function workOffline(commands: number): Promise<string[]> {
  const { page } = floor
  const received = parcels()
  const numbers = Array.from({ length: commands - 1 }, () => received.next().value as string)
  for (const number of numbers) {
    // On the screen of a parcel that nothing was taken out of yet, an unknown label may be one more of its box.
    await floor.scan('.R.HOME')
    await floor.scan(number)
    const said = page.getByRole('status').filter({ hasText: 'Received' })
    await said.filter({ has: page.getByTitle(number, { exact: true }) }).waitFor()
  }
  await floor.scan('.R.CLOSE')
  await page.getByRole('status').getByText('Closed').waitFor()
  await floor.scan('.R.HOME')
  await floor.button(new RegExp(`\\b${commands} (unsent|offline)`)).waitFor()
  return numbers
}

const statesOf = (page: Page, numbers: readonly string[]): Promise<string[]> =>
  page.evaluate(`Promise.all(${JSON.stringify(numbers)}.map(async (number) =>
    (await (await fetch('/api/parcels/' + number)).json()).state))`)

describe('an update of the app with 50 queued commands', () => {
  it('waits until 50 of 50 are accepted, then comes by itself, and works', async () => {
    const { page, context } = floor
    await takenOver(page)
    await floor.signIn('OP1001', PIN)
    await page.evaluate('globalThis.isOld = true')
    await context.setOffline(true)
    const numbers = await workOffline(QUEUED)
    expect(new Set(numbers).size).toBe(QUEUED - 1)
    changing.update()
    expect(await isNewPage(page)).toBe(false)

    await context.setOffline(false)
    await expect.poll(() => isNewPage(page), LATE).toBe(true)
    await floor.button('all sent').waitFor()
    await floor.scan('.R.MENU')
    await floor.sees(`Version ${VERSION}`)
    expect(await changing.outcomes()).toEqual({ accepted: QUEUED })
    const states = await statesOf(page, numbers)
    expect(states).toEqual([...Array(QUEUED - 2).fill('received'), 'closed'])
    await floor.scan(numbers[0] as string)
    await floor.heading('Register').waitFor()
    // No network is complained of, what was let go of, and what the old version would still have fetched and is gone.
    const known = /net::ERR_(INTERNET_DISCONNECTED|ABORTED|FAILED)|Failed to fetch|404/
    expect(floor.complaints.filter((line) => !known.test(line))).toEqual([])
  })

  it('is not held up by a file that the network never hands over to the old version', async () => {
    const { page, context } = floor
    await takenOver(page)
    const asked = new Promise<void>((held) => context.route('**/bwip*', () => held()))
    await floor.signIn('OP1001', PIN)
    await page.evaluate('globalThis.isOld = true')
    // Fetched with the working copy, for drawing plates without a network; a browser lets no new worker in meanwhile.
    await asked
    changing.update()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await expect.poll(() => isNewPage(page), LATE).toBe(true)
    await floor.heading('Ready').waitFor()
    await floor.scan('.R.MENU')
    await floor.sees(`Version ${VERSION}`)
  })
})
