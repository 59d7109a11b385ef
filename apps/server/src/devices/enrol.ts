import { createHash, randomBytes } from 'node:crypto'
import type { Enrolled, Enrolment } from '@restow/contracts'
import type { Queryable, Tx } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { beginEnrolment, type EnrolledDevice, useEnrolment } from './enrolments.queries.ts'

/** How a device becomes one of the house: a supervisor's code, shown once, answered with a key that only the device has. */

/** What a code on a screen begins with, so that a scanner's text is known for what it is. */
const CODE = /^RSE:[\w-]{32}$/

/** How guesses at codes are counted, by where they come from. */
export type Guessing = (
  tx: Tx,
  from: string,
  fits: (held: Tx) => Promise<boolean>,
) => Promise<'right' | 'wrong' | 'locked' | 'too_many'>

/** 192 and 256 random bits need no slow hash. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const notEnrolling = () =>
  new ProblemError(
    422,
    'enrolment_unknown',
    'This code enrols no device: it is good once, for 15 minutes. Ask a supervisor for a new one.',
  )
const tooMany = () =>
  new ProblemError(
    429,
    'too_many_guesses',
    'Too many wrong codes were tried from here. Wait a quarter of an hour.',
  )

/** A code for one device, to be shown on the desk. */
export async function makeEnrolment(
  on: Queryable,
  supervisor: { user: string; warehouse: string },
  name: string,
): Promise<Enrolment> {
  const code = `RSE:${randomBytes(24).toString('base64url')}`
  const { user: by, warehouse } = supervisor
  const begun = await beginEnrolment(on, { hash: hashOf(code), warehouse, by, name: name.trim() })
  return { ...begun, code }
}

/**
 * Enrols a device by a code that it has scanned.
 * @param from where the request comes from; wrong codes from there are counted
 * @throws 422 enrolment_unknown, 429 too_many_guesses
 */
export async function enrol(
  tx: Tx,
  guessing: Guessing,
  from: string,
  device: { code: string; deviceId: string; appVersion: string | null },
): Promise<Enrolled> {
  const { code, ...rest } = device
  const deviceKey = `rdk_${randomBytes(32).toString('base64url')}`
  let enrolled: EnrolledDevice | null = null
  const verdict = await guessing(tx, from, async (held) => {
    if (CODE.test(code))
      enrolled = await useEnrolment(held, hashOf(code), { ...rest, keyHash: hashOf(deviceKey) })
    return enrolled !== null
  })
  if (verdict === 'locked' || verdict === 'too_many') throw tooMany()
  if (verdict === 'wrong' || enrolled === null) throw notEnrolling()
  const { deviceId, name, warehouse }: EnrolledDevice = enrolled
  return { device: { deviceId, name, warehouse }, deviceKey }
}
