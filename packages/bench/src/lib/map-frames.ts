import type { Browser, Page } from 'playwright-core'

/** How smoothly the map of the bins moves: frames a second on a browser that is slowed down, counted by the page itself. */

export interface MapRound {
  readonly idle: number
  readonly scroll: number
  readonly search: number
  /** In how many bins the last search found something. */
  readonly found: string
}

const SLOWER = 4
const SECONDS = 4
/** As fast as a wheel or a finger goes through a long page, in pixels a second. */
const SPEED = 1800

/** Counts frames while something is done in each of them. */
const COUNT = `async (seconds, act) => {
  const began = performance.now()
  let frames = 0
  for (;;) {
    const now = await new Promise(requestAnimationFrame)
    const at = (performance.now() - began) / 1000
    if (at >= seconds) return frames / at
    frames += 1
    act(at)
  }
}`

export async function openMap(browser: Browser, origin: string, bins: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const answer = await context.request.post(`${origin}/api/sessions`, {
    data: { badge: 'SV2001', pin: '135790' },
  })
  if (!answer.ok()) throw new Error(`nobody was let in: ${answer.status()}`)
  const page = await context.newPage()
  await page.goto(`${origin}/bins`)
  await page.getByRole('group', { name: 'Map of the bins' }).waitFor({ timeout: 60_000 })
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 60_000 })
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  // Each bin has its place: none is left out to be quicker.
  if (height < (bins / 40) * 26) throw new Error(`The map of ${bins} bins is only ${height} px high.`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

const WORDS = ['RU9000', 'LOTUS', 'S-21', 'RU90000012', 'NORTHSTAR']

/** @param happens something that changes the board, once a second */
export async function scrollAndSearch(page: Page, happens: () => Promise<void>): Promise<MapRound> {
  const goesOn = setInterval(() => void happens(), 1000)
  try {
    const idle = await page.evaluate<number>(`(${COUNT})(1, () => {})`)
    const scroll = await page.evaluate<number>(
      `(${COUNT})(${SECONDS}, (at) => scrollTo(0, (at * ${SPEED}) % (document.documentElement.scrollHeight - innerHeight)))`,
    )
    await page.evaluate('scrollTo(0, 0)')
    // By keys alone, as somebody types: to look the field up for each word would keep the page itself busy.
    const field = page.getByRole('searchbox')
    await field.focus()
    const counting = page.evaluate<number>(`(${COUNT})(${SECONDS}, () => {})`)
    for (const word of WORDS) {
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(word, { delay: 40 })
    }
    const search = await counting
    const found =
      (await page
        .getByText(/^\d[\d,.]* bins?\b/)
        .first()
        .textContent()) ?? ''
    await field.fill('')
    return { idle, scroll, search, found }
  } finally {
    clearInterval(goesOn)
  }
}
