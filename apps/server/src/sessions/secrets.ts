import { createHash, randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** What people know and what a browser carries, as the database keeps it. */

/** Argon2id as OWASP recommends it where memory is scarce: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashSecret = (secret: string): Promise<string> => hash(secret, ARGON2ID)

/** True when the secret is the one that was hashed; false for a hash that cannot be read. */
export const secretFits = (kept: string, secret: string): Promise<boolean> =>
  verify(kept, secret).catch(() => false)

/**
 * An opaque token of 256 random bits, and the hash under which it is kept.
 * @param beginning tells what it is for; a session's has none
 */
export function newToken(beginning: '' | 'rst_' | 'rsw_' = ''): { token: string; hash: Buffer } {
  const token = `${beginning}${randomBytes(32).toString('base64url')}`
  return { token, hash: tokenHash(token) }
}

/** Letters and digits, so that a double click takes all of it. */
const SHORT = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A key for a seller's scripts: what it goes by, the whole of it, and the hash under which that is kept. */
export function newApiKey(): { key: string; secret: string; hash: Buffer } {
  const short = Array.from({ length: 8 }, () => SHORT[randomInt(SHORT.length)]).join('')
  const key = `rk_${short}`
  const secret = `${key}_${randomBytes(32).toString('base64url')}`
  return { key, secret, hash: tokenHash(secret) }
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
