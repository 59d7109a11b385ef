import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Floor } from './floor.ts'
import type { DayParcel, Piece } from './offline.day.ts'
import type { Handheld } from './offline.handheld.ts'

let pictures = 0

/** A picture that looks like no other of this run. */
function nextPicture(): Promise<Buffer> {
  pictures += 1
  const [r, g, b] = [37, 91, 53].map((step) => (pictures * step) % 256) as [number, number, number]
  const create = { width: 800, height: 600, channels: 3 as const, background: { r, g, b } }
  return sharp({ create }).jpeg().toBuffer()
}

/** One event that a worker was told of: its type, and what it is about. */
export interface Told {
  readonly about: string
  readonly type: string
  readonly by: string
}

/** Somebody who works by scans alone, waits for each to be said to be done, and remembers what was said. */
export class Worker {
  readonly told: Told[] = []
  scans = 0
  #badge = ''
  readonly #handheld: Handheld
  readonly #beforeScan: (scan: number) => Promise<void> | void

  /** @param beforeScan what the world does in the meantime, told how many scans there were */
  constructor(handheld: Handheld, beforeScan: (scan: number) => Promise<void> | void = () => {}) {
    this.#handheld = handheld
    this.#beforeScan = beforeScan
  }

  get floor(): Floor {
    return this.#handheld.floor
  }

  /** Signs in, and waits until the handheld has taken along what it needs without a network. */
  async signIn(badge: string): Promise<void> {
    const copied = this.floor.page.waitForResponse(
      async (answer) => answer.url().includes('/api/copy') && !(await answer.json()).more,
    )
    await this.signInHere(badge)
    await copied
  }

  /** Signs in, whether or not there is a network. */
  async signInHere(badge: string): Promise<void> {
    await this.floor.signIn(badge, '135790')
    this.#badge = badge
  }

  /** Goes on after a restart, once there is a network: signs in again where the server asks for it. */
  async goOn(): Promise<void> {
    const { page } = this.floor
    const known = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/sessions/current') && answer.request().method() === 'GET',
    )
    await page.goto(new URL('/floor/', page.url()).href)
    if ((await known).status() === 401) await this.signInHere(this.#badge)
  }

  /** All that was done here is with the server. */
  allSent(timeout: number): Promise<void> {
    return this.floor.button('all sent').waitFor({ timeout })
  }

  /** Takes a parcel in, gives all its pieces their plates, and closes it. */
  async takeIn({ label, tracking, pieces }: DayParcel): Promise<void> {
    await this.receive(label, tracking)
    for (const piece of pieces) await this.register(piece)
    await this.#scan('.R.CLOSE')
    await this.#hears('Closed', tracking)
    this.#note('ParcelClosed', tracking)
  }

  async receive(label: string, tracking: string): Promise<void> {
    await this.#scan(label)
    await this.#hears('Received', tracking)
    this.#note('ParcelReceived', tracking)
  }

  async register({ code, plate }: Piece): Promise<void> {
    await this.#scan(code)
    await this.floor.sees('Scan a plate, or print one')
    await this.#scan(plate)
    await this.#hears('Registered', plate)
    this.#note('UnitRegistered', plate)
  }

  /** Decides what was suggested: it is resold. */
  async resell(plate: string): Promise<void> {
    await this.#scan('.R.CONFIRM')
    await this.floor.heading('Put away').waitFor()
    this.#note('UnitClassified', plate)
  }

  /** Decides otherwise, and says why. */
  async scrap(plate: string): Promise<void> {
    await this.#scan('.R.DISPOSITION.SCRAP')
    await this.#scan('.R.CONFIRM')
    await this.floor.page.getByRole('dialog', { name: 'Why not as suggested?' }).waitFor()
    await this.#scan('.R.REASON.NOT-WORTH-IT')
    await this.#scan('.R.CONFIRM')
    await this.floor.heading('Put away').waitFor()
    this.#note('UnitClassified', plate)
  }

  /** Opens the unit of a plate at its next step. */
  async open(plate: string, step: string): Promise<void> {
    await this.#scan(plate)
    await this.floor.heading(step).waitFor()
    await this.floor.page.getByTitle(plate, { exact: true }).first().waitFor()
  }

  /** Gives the handheld to somebody else, whose badge is scanned. */
  async handTo(badge: string): Promise<void> {
    await this.#scan(badge)
    await this.floor.heading('Sign in').waitFor()
    await this.floor.page.getByLabel('PIN').fill('135790')
    await this.floor.button('Sign in').click()
    await this.floor.heading('Ready').waitFor()
    this.#badge = badge
  }

  /** Inspects a piece that is as good as new, decides that it is resold, and lays it on a shelf. */
  async shelve({ plate, angles }: Piece, bin: string): Promise<void> {
    await this.inspect(plate, angles)
    await this.resell(plate)
    await this.#scan(bin)
    await this.#hears('Shelved', plate)
    this.#note('UnitPutAway', plate)
  }

  async inspect(plate: string, angles: readonly string[]): Promise<void> {
    await this.showPhotoPage(plate)
    for (const angle of angles) {
      await this.photo(angle, this.floor.button(`Photo: ${angle}, taken`))
      this.#note('PhotoAttached', plate)
    }
    await this.#scan('.R.NEXT')
    await this.floor.heading('How good is it?').waitFor()
    await this.#scan('.R.CONFIRM')
    await this.floor.heading('Classify').waitFor()
    this.#note('UnitInspected', plate)
  }

  /** Answers every question with its best answer, from where it was left, up to where photos are taken. */
  async showPhotoPage(plate: string): Promise<void> {
    await this.open(plate, 'Inspect')
    const question = this.floor.page.getByRole('heading', { level: 2 }).first()
    let asked = ''
    for (;;) {
      await expect.poll(() => question.textContent(), { timeout: 20_000 }).not.toBe(asked)
      asked = (await question.textContent()) ?? ''
      if (asked === 'Take these photos') break
      await this.#scan(asked === 'What did you find?' ? '.R.NEXT' : '.R.ANSWER.1')
    }
  }

  /**
   * Takes a photo on the page that asks for them, with the device's own camera.
   * @param kept what is seen once it is kept
   */
  async photo(angle: string, kept: Locator): Promise<void> {
    const opened = this.floor.page.waitForEvent('filechooser')
    await this.#scan(`.R.PHOTO.${angle.toUpperCase()}`)
    const buffer = await nextPicture()
    await (await opened).setFiles({ name: `${angle}.jpg`, mimeType: 'image/jpeg', buffer })
    await kept.waitFor()
  }

  async #scan(code: string): Promise<void> {
    await this.#beforeScan(this.scans)
    this.scans += 1
    await this.floor.scan(code)
  }

  /** Waits until it is said that this is done: from then on it must not be lost. */
  async #hears(words: string, about: string): Promise<void> {
    const { page } = this.floor
    const said = page.getByRole('status').filter({ hasText: words })
    await said.filter({ has: page.getByTitle(about, { exact: true }) }).waitFor()
  }

  #note(type: string, about: string): void {
    this.told.push({ about, type, by: this.#badge })
  }
}
