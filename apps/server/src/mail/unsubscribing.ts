import { createHmac, timingSafeEqual } from 'node:crypto'

/** The link that ends it, without anybody signing in: it names a recipient, and is signed with that recipient's own secret. */

export interface Signed {
  readonly id: string
  readonly secret: Buffer
}

const signatureOf = ({ id, secret }: Signed): Buffer =>
  createHmac('sha256', secret).update(`unsubscribe ${id}`).digest()

/** `<id>.<signature>`, fit for an address. */
export const tokenOf = (of: Signed): string => `${of.id}.${signatureOf(of).toString('base64url')}`

/** Whom a token says it is for; null of what is none. Not yet whether it is right. */
export function namedIn(token: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1] ?? null
}

/**
 * Was this token given out for this recipient? As it stands, letter by letter: read as base64, its last letter
 * could be any of four.
 */
export function isTokenOf(token: string, of: Signed): boolean {
  const given = Buffer.from(token)
  const right = Buffer.from(tokenOf(of))
  return given.length === right.length && timingSafeEqual(given, right)
}
