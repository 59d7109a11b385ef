import { randomUUID } from 'node:crypto'
import type { WebhookTried } from '@restow/contracts'
import { messageId } from './messages-of.ts'
import { type Patience, post } from './post.ts'
import type { WebhookReach } from './reach.ts'
import { headersOf } from './signing.ts'

/** Sends a message that says nothing but that it is a test, at once, and tells what became of it. */
export async function tryOut(
  seller: string,
  { url, secret }: { readonly url: string; readonly secret: string },
  how: { readonly reach: WebhookReach; readonly patience: Patience },
): Promise<WebhookTried> {
  const began = performance.now()
  const body = JSON.stringify({ type: 'test', timestamp: new Date().toISOString(), data: { seller } })
  const { status, error } = await post(url, headersOf(messageId(randomUUID()), body, [secret]), body, how)
  return { delivered: error === null, status, error, milliseconds: Math.round(performance.now() - began) }
}
