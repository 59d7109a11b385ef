import { ProblemError } from '../problem.ts'
import type { ApiKeyRow } from './api-keys.queries.ts'
import { checkScope } from './scopes.ts'
import type { SessionRow } from './sessions.queries.ts'

/** Whether a seller's key opens what it is shown to. */

/** Anything that looks like one: also what was cut off while it was copied is told that it is none. */
export const API_KEY = /^Bearer (rk_\S*)$/i

const unknown = () =>
  new ProblemError(
    401,
    'api_key_unknown',
    'There is no such API key. Check that all of it was copied; a key is shown only once, when it is made.',
  )
const revoked = ({ key, revokedBy, revokedAt }: ApiKeyRow) =>
  new ProblemError(
    401,
    'api_key_revoked',
    `The API key ${key} was revoked by ${revokedBy} at ${revokedAt}. Use the one that takes its place.`,
  )
const tooMany = () =>
  new ProblemError(
    429,
    'too_many_guesses',
    'Too many API keys that are none were tried from this address. Wait a quarter of an hour.',
  )

/** Notes that an address has tried a key that is none. @returns whether it has to wait */
export type WrongKey = (from: string) => Promise<boolean>

/**
 * Who a key acts for.
 * @param route method and pattern of the route that is asked
 * @throws 401 api_key_unknown, api_key_revoked; 403 key_not_for_this, scope_missing; 429 too_many_guesses
 */
export async function sessionOfKey(
  row: ApiKeyRow | null,
  { route, from }: { readonly route: string; readonly from: string },
  wrongKey: WrongKey,
): Promise<SessionRow> {
  if (!row) throw (await wrongKey(from)) ? tooMany() : unknown()
  if (row.revokedAt !== null) throw revoked(row)
  const { hash, key, name, seller, scopes } = row
  checkScope(scopes, route)
  return {
    hash,
    badge: null,
    email: null,
    deviceId: null,
    name: `${name} (${key})`,
    role: 'seller',
    warehouse: null,
    timeZone: null,
    seller,
    sendsOnly: false,
    language: null,
  }
}
