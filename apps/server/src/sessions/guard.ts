import type { FastifyRequest } from 'fastify'
import type { Sender } from '../ledger/prepare.ts'
import { ProblemError, sellerUnknown } from '../problem.ts'
import type { SessionRow } from './sessions.queries.ts'

declare module 'fastify' {
  interface FastifyRequest {
    session: SessionRow | null
  }
}

const notSignedIn = () =>
  new ProblemError(401, 'not_signed_in', 'Nobody is signed in. Sign in and try again.')

/** Whoever is there to look, also a screen on a wall. @throws 401 */
export function looking(request: FastifyRequest): SessionRow {
  if (!request.session) throw notSignedIn()
  return request.session
}

type SignedIn = SessionRow & { readonly role: Exclude<SessionRow['role'], 'screen'> }
const isSignedIn = (session: SessionRow): session is SignedIn => session.role !== 'screen'

/** The session of a request, a person's or a script's; at a screen nobody is signed in. @throws 401 */
export function signedIn(request: FastifyRequest): SignedIn {
  const session = looking(request)
  if (!isSignedIn(session)) throw notSignedIn()
  return session
}

/** Is it still the same person, with the same rights, who asks by a session? */
export const isSame = (before: SessionRow | null, now: SessionRow | null): boolean =>
  before !== null &&
  now !== null &&
  (['badge', 'email', 'role', 'warehouse', 'seller'] as const).every((what) => before[what] === now[what])

/** A key or token that opens nothing any more is nobody's. @throws what says nothing about that */
export function nobodyWhereRefused(error: unknown): null {
  if (error instanceof ProblemError && error.status < 500) return null
  throw error
}

/** The member of staff who asks. @throws 401, and 403 for a seller's user */
export function staffOf(request: FastifyRequest): Sender {
  const { badge, role, warehouse, timeZone, name, sendsOnly, deviceId } = signedIn(request)
  if (role === 'seller' || badge === null || warehouse === null)
    throw new ProblemError(
      403,
      'staff_only',
      `${name} is signed in as a seller; this is for the warehouse's staff.`,
    )
  const sender = { user: badge, role, warehouse, timeZone: timeZone ?? 'UTC' }
  return sendsOnly && deviceId !== null ? { ...sender, device: deviceId } : sender
}

/** A supervisor or an admin. @throws 401, 403 */
export function supervisorOf(request: FastifyRequest): Sender {
  const sender = staffOf(request)
  if (sender.role === 'operator')
    throw new ProblemError(
      403,
      'supervisor_only',
      `This takes a supervisor; ${sender.user} is signed in as operator.`,
    )
  return sender
}

/** Who works on what is for supervisors to see, and for whoever passes by where they have hung it on a wall. @throws 401, 403 */
export function seesPeople(request: FastifyRequest): void {
  if (looking(request).role !== 'screen') supervisorOf(request)
}

/** A seller's user, and whose. @throws 401, and 403 for staff */
export function sellerUserOf(request: FastifyRequest): { seller: string; user: string; timeZone: string } {
  const { role, seller, email, name, timeZone } = signedIn(request)
  if (role !== 'seller' || seller === null)
    throw new ProblemError(
      403,
      'seller_only',
      `${name} is signed in as ${role}; this is for sellers, who find their own.`,
    )
  return { seller, user: email ?? name, timeZone: timeZone ?? 'UTC' }
}

/** An admin. @throws 401, 403 */
export function adminOf(request: FastifyRequest): Sender {
  const sender = supervisorOf(request)
  if (sender.role === 'admin') return sender
  throw new ProblemError(
    403,
    'admin_only',
    `This takes an admin; ${sender.user} is signed in as ${sender.role}.`,
  )
}

/** @throws 404 where a seller asks for another one's: as if it were not there */
export function mayActFor(request: FastifyRequest, seller: string): SignedIn {
  const session = signedIn(request)
  if (session.role === 'seller' && session.seller !== seller) throw sellerUnknown(seller)
  return session
}

/** The seller itself, or a supervisor for it. @throws 404 for another seller, 403 for an operator */
export function mayDecideFor(request: FastifyRequest, seller: string): void {
  if (mayActFor(request, seller).role !== 'seller') supervisorOf(request)
}
