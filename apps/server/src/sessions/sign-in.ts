import type { SessionUser } from '@restow/contracts'
import type { Tx } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { checkDevice } from './device-in-use.ts'
import { languageOf } from './language.ts'
import { hashSecret, newToken, secretFits, tokenHash } from './secrets.ts'
import { beginSending, endSending } from './send-tokens.queries.ts'
import { beginSession, checkGuess, endSession, findSellerUser, findStaff } from './sessions.queries.ts'

const SHIFT_HOURS = 14
/** How long a session lasts, and the cookie that opens it: a browser that is closed and opened again is still signed in. */
export const SESSION_S = SHIFT_HOURS * 3600
/** Under which wrong PINs are counted that come from no named device. */
const NO_DEVICE = 'none'
const WRONG_PINS = 5
/** Over all devices and ten minutes; a badge cannot be guessed by inventing devices. */
const GUESSES_LATELY = 40
const SELLER_PAUSE_S = 15 * 60

interface SignedIn {
  readonly token: string
  readonly user: SessionUser
  /** What the device sends its kept work under; only for staff on a device that says which it is. */
  readonly sendToken?: string
}

// Somebody who is not there is checked against something too, so that the answer takes as long.
const nobody = hashSecret('nobody')

const wrongPin = () =>
  new ProblemError(401, 'wrong_pin', 'Badge and PIN do not fit. Scan the badge and enter the PIN again.')
const locked = (badge: string) =>
  new ProblemError(
    423,
    'locked',
    `${badge} is locked on this device after five wrong PINs. Ask a supervisor to unlock it.`,
  )

/** Said only to whoever knows the PIN: nobody else learns that the badge is looked for. */
const lockedByHand = (badge: string) =>
  new ProblemError(423, 'locked', `${badge} was locked. Ask a supervisor to unlock it.`)

const tooManyPins = (badge: string) =>
  new ProblemError(
    429,
    'too_many_guesses',
    `Too many PINs were tried for ${badge}. Wait ten minutes, or ask a supervisor.`,
  )
const tooManyPasswords = () =>
  new ProblemError(429, 'too_many_guesses', 'Too many passwords were tried. Wait a quarter of an hour.')

/** The session and the send token begin together: a queue never lacks what it is to be sent under. */
function begin(
  tx: Tx,
  badge: string,
  deviceId: string | null,
): Promise<{ token: string; sendToken?: string }> {
  return tx.transaction(async (held) => {
    const { token, hash } = newToken()
    await beginSession(held, { hash, badge, deviceId: deviceId ?? NO_DEVICE, hours: SHIFT_HOURS })
    if (deviceId === null) return { token }
    const send = newToken('rst_')
    await beginSending(held, { hash: send.hash, badge, deviceId, sessionHash: hash, hours: SHIFT_HOURS })
    return { token, sendToken: send.token }
  })
}

/**
 * Signs a member of staff in.
 * @param device its id is null where the request does not say on which; wrong PINs are counted there all the same
 * @throws 401 wrong_pin, 403 device_revoked, device_not_enrolled, 423 locked, 429 too_many_guesses
 */
export async function signInStaff(
  tx: Tx,
  badge: string,
  pin: string,
  device: { readonly id: string | null; readonly key: string | null },
): Promise<SignedIn> {
  const deviceId = device.id
  const found = await findStaff(tx, badge)
  if (!found) {
    await secretFits(await nobody, pin)
    throw wrongPin()
  }
  const limits = { wrong: WRONG_PINS, lately: GUESSES_LATELY }
  const verdict = await checkGuess(tx, badge, deviceId ?? NO_DEVICE, limits, () =>
    secretFits(found.pinHash, pin),
  )
  if (verdict === 'locked') throw locked(badge)
  if (verdict === 'too_many') throw tooManyPins(badge)
  if (verdict === 'wrong') throw wrongPin()
  if (found.lockedAt !== null) throw lockedByHand(badge)
  const { name, role, warehouse, timeZone } = found
  await checkDevice(tx, found, device)
  const user = { name, role: role as SessionUser['role'], badge, warehouse, timeZone }
  return {
    ...(await begin(tx, badge, deviceId)),
    user: { ...user, ...languageOf(found) },
  }
}

/** Signs a seller's user in. @throws 401 wrong_password, 429 too_many_guesses */
export async function signInSeller(tx: Tx, email: string, password: string): Promise<SignedIn> {
  const wrong = () => new ProblemError(401, 'wrong_password', 'E-mail address and password do not fit.')
  const address = email.trim().toLowerCase()
  const found = await findSellerUser(tx, address)
  if (!found) {
    await secretFits(await nobody, password)
    throw wrong()
  }
  const limits = { wrong: WRONG_PINS, pauseS: SELLER_PAUSE_S }
  const verdict = await checkGuess(tx, address, '', limits, () => secretFits(found.passwordHash, password))
  if (verdict === 'locked' || verdict === 'too_many') throw tooManyPasswords()
  if (verdict === 'wrong') throw wrong()
  const { token, hash } = newToken()
  await beginSession(tx, { hash, email: address, deviceId: null, hours: SHIFT_HOURS })
  return { token, user: { name: found.name, role: 'seller', seller: found.seller, ...languageOf(found) } }
}

/** Signs out: the session ends at once; what its device still has to send has 14 days. */
export function signOut(tx: Tx, token: string): Promise<void> {
  const hash = tokenHash(token)
  return tx.transaction(async (held) => {
    await endSession(held, hash)
    await endSending(held, hash)
  })
}
