import { keptDatabase, writeDown } from './database.ts'
import type { KeptPerson } from './queued.ts'

/** Who has signed in on this device: to send their work as theirs, and to let them in while the network is down. */

const CURRENT = 'signedIn'
/** Slow on purpose: a device that is lost must not give PINs away by trying them all. */
const ROUNDS = 300_000
const WRONG_PINS = 5

async function derive(pin: string, salt: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: ROUNDS }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}

/** What a PIN can be checked against later; null where the browser has no cryptography, as on pages that are not secure. */
export async function hashPin(pin: string): Promise<KeptPerson['pin']> {
  if (!globalThis.crypto?.subtle) return null
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt, hash: await derive(pin, salt) }
}

export const keepPerson = (person: KeptPerson): Promise<void> =>
  writeDown(['people'], (tx) => tx.objectStore('people').put(person, person.badge))

export async function findPerson(badge: string): Promise<KeptPerson | undefined> {
  return (await keptDatabase()).get('people', badge)
}

/** Who was signed in when the page was last open. */
export async function lastSignedIn(): Promise<KeptPerson | undefined> {
  const badge = await (await keptDatabase()).get('facts', CURRENT)
  return typeof badge === 'string' ? findPerson(badge) : undefined
}

export const noteSignedIn = (badge: string | null): Promise<void> =>
  writeDown(['facts'], (tx) => tx.objectStore('facts').put(badge, CURRENT))

export type OfflineVerdict = 'right' | 'wrong' | 'locked' | 'unknown'

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.reduce((differ, byte, i) => differ | (byte ^ (b[i] ?? 0)), 0) === 0

/**
 * Checks a PIN without the server: of somebody who has signed in here this shift, and not more than a few times.
 * The guess is counted before it is looked at, so that pulling the battery makes none free.
 */
export async function checkPinHere(badge: string, pin: string, now: number): Promise<OfflineVerdict> {
  const person = await findPerson(badge)
  if (!person?.pin || person.until <= now) return 'unknown'
  if (person.wrongPins >= WRONG_PINS) return 'locked'
  await keepPerson({ ...person, wrongPins: person.wrongPins + 1 })
  if (!isSame(await derive(pin, person.pin.salt), person.pin.hash)) return 'wrong'
  await keepPerson({ ...person, wrongPins: 0 })
  return 'right'
}
