import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signIn } from './requests.ts'

/** The demo's supervisor, and one of its sellers, as they sign in. */
export const SUPERVISOR = { badge: 'SV2001', pin: '135790' }
export const SELLER = { email: 'lotus@demo.restow', password: 'restow-demo' }

/** Somebody at a desk: signed in, and on no page yet. @param width in px */
export async function deskOf(
  browser: Browser,
  origin: string,
  who: object,
  width = 1440,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US' })
  await signIn(context.request, origin, who)
  return { context, page: await context.newPage() }
}
