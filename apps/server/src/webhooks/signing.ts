import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** How a receiver knows that a message is ours: Standard Webhooks, symmetric. */

/** 24 random bytes, as the standard has secrets. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/**
 * The headers of a message, signed at this moment.
 * @param secrets the one that holds, and one that is being changed over from
 */
export function headersOf(id: string, body: string, secrets: readonly string[]): Record<string, string> {
  const now = new Date()
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, now, body))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Restow',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}
