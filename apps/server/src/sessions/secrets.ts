import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** What people know and what a browser carries, as the database keeps it. */

/** Argon2id as OWASP recommends it where memory is scarce: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashSecret = (secret: string): Promise<string> => hash(secret, ARGON2ID)

/** True when the secret is the one that was hashed; false for a hash that cannot be read. */
export const secretFits = (kept: string, secret: string): Promise<boolean> =>
  verify(kept, secret).catch(() => false)

/** An opaque session token of 256 random bits, and the hash under which it is kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** A token of 256 random bits as well, that tells by its first letters what it is for. */
export function newSendToken(): { token: string; hash: Buffer } {
  const token = `rst_${randomBytes(32).toString('base64url')}`
  return { token, hash: tokenHash(token) }
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
