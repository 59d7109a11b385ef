import type { Browser, Page, Request } from 'playwright-core'

/** One page of the desk, as one person sees it. */
export interface DeskPicture {
  readonly name: string
  readonly path: string
  readonly as: 'supervisor' | 'seller'
}

export interface View {
  readonly width: number
  readonly height: number
  readonly language: string
  readonly theme: 'light' | 'dark'
}

const SIGN_INS = {
  supervisor: { badge: 'SV2001', pin: '135790' },
  seller: { email: 'lotus@demo.restow', password: 'restow-demo' },
}

/** What a page has asked of the server and has no answer to yet. */
function askedBy(page: Page): Set<Request> {
  const asked = new Set<Request>()
  page.on('request', (request) => void asked.add(request))
  page.on('requestfinished', (request) => void asked.delete(request))
  page.on('requestfailed', (request) => void asked.delete(request))
  return asked
}

/** A page is there when what it asked for at first has come and is drawn; boards ask again each second. What a small screen leaves out never comes. */
async function isThere(page: Page, asked: ReadonlySet<Request>): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText(/^(One moment|请稍候)/).waitFor({ state: 'detached' })
  for (const request of asked) await request.response().catch(() => null)
  await page.evaluate(`document.fonts.ready
    .then(() => Promise.all([...document.images]
      .filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight)
      .map((image) => image.decode().catch(() => {}))))
    .then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))`)
}

/** Takes pictures of pages, one after the other, and hands each on. */
export async function deskPictures(
  browser: Browser,
  origin: string,
  pictures: readonly DeskPicture[],
  view: View,
  keep: (name: string, png: Buffer) => Promise<void>,
): Promise<void> {
  const { width, height, language, theme } = view
  for (const as of ['supervisor', 'seller'] as const) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: width < 600 ? 2 : 1,
      locale: language,
      colorScheme: theme,
    })
    const answer = await context.request.post(`${origin}/api/sessions`, { data: SIGN_INS[as] })
    if (!answer.ok()) throw new Error(`${as} was not let in: ${answer.status()}`)
    const page = await context.newPage()
    const asked = askedBy(page)
    for (const { name, path } of pictures.filter((picture) => picture.as === as)) {
      await page.goto(`${origin}${path}`)
      await isThere(page, asked)
      await keep(name, await page.screenshot({ animations: 'disabled' }))
    }
    await context.close()
  }
}
