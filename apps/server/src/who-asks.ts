import type { LiveBoard } from '@restow/contracts'
import type { FastifyRequest } from 'fastify'
import { type Asking, askingAs, placeFor } from './catalog/places.ts'
import type { Changer } from './catalog/set-up-options.ts'
import type { Database } from './db/pool.ts'
import type { Announcer } from './imports/announce.ts'
import type { Asker } from './lookup/lookup.route.ts'
import { adminOf, looking, mayActFor, mayDecideFor, seesPeople, signedIn } from './sessions/guard.ts'

/** Who asks, as each room wants to know it. */

/** Whose eyes a request sees with: a seller's, or the warehouse's. @throws 401 */
export const askerOf = (request: FastifyRequest): Asker => {
  const { role, seller, warehouse, timeZone } = looking(request)
  return { seller: role === 'seller' ? (seller ?? '') : null, warehouse, timeZone: timeZone ?? 'UTC' }
}

/** Who announces returns, and for whom they may. @throws 401 */
export const announcerOf = (request: FastifyRequest): Announcer => {
  const { badge, email, name, role, seller } = signedIn(request)
  const by = { user: badge ?? email ?? name, role }
  return { by, mayAnnounceFor: (code) => role !== 'seller' || seller === code }
}

/** Who sets up what is one seller's: it itself, or a supervisor for it. @throws 401, 403, and 404 for another seller's */
export function keeperOf(request: FastifyRequest, seller: string): { user: string } {
  mayDecideFor(request, seller)
  return announcerOf(request).by
}

/** Where somebody looks at boards. */
export const boardsPlace =
  (db: Database) =>
  async (
    request: FastifyRequest,
    wanted: { seller?: string; warehouse?: string },
    boards: readonly LiveBoard[],
  ) => {
    if (boards.includes('people')) seesPeople(request)
    return placeFor(db, askerOf(request), wanted)
  }

/** Where somebody looks things up, and with which eyes. */
export const lookerOf = (db: Database) => (request: FastifyRequest) => {
  const { seller, warehouse } = askerOf(request)
  return { warehouse, asking: askingAs(db, seller) }
}

/** Who changes what is one seller's: its own user or key, or an admin for it. @throws 404 for another seller's, 403 */
export const changerFor =
  (db: Database) =>
  (request: FastifyRequest, seller: string): Changer => {
    const { role, email, name } = mayActFor(request, seller)
    if (role === 'seller') {
      const by = { user: email ?? name, name }
      return { isSeller: true, warehouse: null, settingUp: (work) => db.settingUpOwn(seller, by, work) }
    }
    const { user, warehouse } = adminOf(request)
    return { isSeller: false, warehouse, settingUp: (work) => db.settingUp(user, work) }
  }

/** As `askingAs`, where what is asked of staff as well is done together or not at all. */
export const togetherAs =
  (db: Database, seller: string | null): Asking =>
  (work) =>
    seller === null
      ? db.together((_, client) => work(client))
      : db.asSeller(seller, (_, client) => work(client))
