import { launchBrowser, leaveBrowser, shareBrowser } from '@restow/testkit/browser'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { scan } from './scanner.ts'

interface Device {
  /** What else the browser is started with. */
  readonly args?: string[]
  /** Script that runs before the page's own. */
  readonly before?: string
  /** It has a camera, of which photos are taken without a file. */
  readonly camera?: boolean
}

/** A handheld's: five inches. */
export const SCREEN = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true } as const

/** A worker with a handheld: what a person does on the floor, by what a person sees. */
export class Floor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page said in its console, or threw: there must be nothing. */
  readonly complaints: string[] = []
  readonly #hasCamera: boolean
  /** What else is to be given back than its context. */
  readonly #leave: () => Promise<void>

  private constructor(context: BrowserContext, page: Page, hasCamera: boolean, leave = async () => {}) {
    this.#hasCamera = hasCamera
    this.#leave = leave
    this.context = context
    this.page = page
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      // Asking who is signed in, before anybody is, is answered by 401, which browsers report by themselves.
      if (message.type() === 'error' && !message.text().includes('401')) this.complaints.push(message.text())
    })
  }

  static async open(origin: string, language = 'en-US', device: Device = {}): Promise<Floor> {
    const browser = await (device.args ? launchBrowser(device.args) : shareBrowser())
    const context = await browser.newContext({ ...SCREEN, locale: language })
    if (device.before) await context.addInitScript(device.before)
    const leave = device.args ? () => browser.close() : leaveBrowser
    const floor = new Floor(context, await context.newPage(), device.camera ?? false, leave)
    await floor.page.goto(`${origin}/floor/`)
    return floor
  }

  /** Takes up a handheld that is open already. */
  static async takeUp(context: BrowserContext): Promise<Floor> {
    const page = context.pages()[0] ?? (await context.newPage())
    // Listened for from the start: a code opens the device's camera at once.
    page.on('filechooser', () => {})
    return new Floor(context, page, false)
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.#leave()
  }

  scan(code: string): Promise<void> {
    return scan(this.page, code)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: typeof name === 'string' })
  }

  /** The bar says that so much is kept here and not sent yet: commands, and photos beside them. */
  unsent(count: number): Locator {
    return this.button(new RegExp(`\\b${count} unsent`))
  }

  /** Waits until the screen shows a text. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  async signIn(badge: string, pin: string): Promise<void> {
    await this.heading('Sign in').waitFor()
    await this.scan(badge)
    await this.page.getByLabel('PIN').fill(pin)
    await this.button('Sign in').click()
    await this.heading('Ready').waitFor()
  }

  /** Takes a parcel in and registers one piece of a product out of it. */
  async register(label: string, product: string, plate: string): Promise<void> {
    await this.scan(label)
    await this.page.getByRole('status').getByText('Received').waitFor()
    await this.scan(product)
    await this.sees('Scan a plate, or print one')
    await this.scan(plate)
    await this.page.getByRole('status').getByText('Registered').waitFor()
  }

  /** Takes a photo: of the live picture, or where there is none, of a file of our own that the device's camera hands over. */
  async photo(angle: string): Promise<void> {
    if (this.#hasCamera) return this.#shoot(angle)
    const chosen = this.page.waitForEvent('filechooser')
    await this.button(new RegExp(`^Photo: ${angle}`)).click()
    const shade = 60 + angle.length * 12
    const picture = sharp({
      create: { width: 800, height: 600, channels: 3, background: { r: shade, g: 90, b: 120 } },
    })
    const buffer = await picture.jpeg().toBuffer()
    await (await chosen).setFiles({ name: `${angle}.jpg`, mimeType: 'image/jpeg', buffer })
    await this.button(`Photo: ${angle}, taken`).waitFor()
  }

  /** One command code, one shot. */
  async #shoot(angle: string): Promise<void> {
    await this.page.getByLabel('What the camera sees').waitFor()
    await this.scan(`.R.PHOTO.${angle.toUpperCase()}`)
    await this.button(`Photo: ${angle}, taken`).waitFor()
  }

  /**
   * Inspects the unit of a plate: one answer for each question of its checklist.
   * @param answer which of the answers, best first, to each check
   * @param asks what to do when a check's question is shown
   */
  async inspect(
    plate: string,
    answer: (of: number) => number,
    angles: readonly string[],
    asks: () => Promise<void> = async () => {},
  ): Promise<void> {
    await this.scan(plate)
    const question = this.page.getByRole('heading', { level: 2 }).first()
    let asked = 'Is it what was announced?'
    await this.page.getByRole('radio', { name: 'Yes, as announced' }).click()
    for (;;) {
      await question.and(this.page.getByRole('heading', { name: asked, exact: true })).waitFor({
        state: 'detached',
      })
      asked = (await question.textContent()) ?? ''
      if (asked === 'What did you find?') break
      await asks()
      const answers = this.page.getByRole('radio')
      await answers.nth(answer(await answers.count())).click()
    }
    await this.button('Next').click()
    await this.heading('Take these photos').waitFor()
    for (const angle of angles) await this.photo(angle)
    await this.button('Next').click()
    await this.heading('How good is it?').waitFor()
    await this.button('Finish').click()
    await this.heading('Classify').waitFor()
  }
}
