import type { Queryable } from '../db/pool.ts'
import { keepLast } from '../keep-last.ts'
import { ProblemError } from '../problem.ts'
import { API_KEY, sessionOfKey, type WrongKey } from './api-key.ts'
import { findApiKeys } from './api-keys.queries.ts'
import { foundTogether } from './found-together.ts'
import { isScreens, sessionOfScreen } from './screen.ts'
import { findScreens } from './screens.queries.ts'
import { tokenHash } from './secrets.ts'
import { sessionOfToken } from './send-token.ts'
import { findSendTokens } from './send-tokens.queries.ts'
import { findSessions, type SessionRow } from './sessions.queries.ts'

/** What a request brings with it to say who asks. */
export interface Asking {
  /** The session's cookie. */
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  /** Method and pattern of the route that is asked. */
  readonly route: string
  /** The address that it comes from. */
  readonly from: string
}

/** All that a send token is good for: what a device keeps in its outbox, and that it is there. */
export const SENDS: ReadonlySet<string> = new Set([
  'POST /api/commands',
  'PUT /api/photos/:sha256',
  'POST /api/devices/heartbeat',
  'POST /api/devices/dropped',
])

const SEND_TOKEN = /^Bearer (rst_[\w-]+)$/i

const onlySends = () =>
  new ProblemError(
    401,
    'send_token_only_sends',
    'This sign-in sends what the device keeps and opens nothing else. Sign in with badge and PIN.',
  )

/** Finds out who asks. */
export interface Sessions {
  /**
   * A send token goes before a cookie: kept work is sent as the person who did it, whoever is signed in by then. So does an
   * API key.
   * @returns null for a cookie that opens nothing, any more or at all
   * @throws 401 and 403 for a send token that sends nothing, with whom to see, and for a key or a screen that does not open this; 429
   */
  of(asking: Asking): Promise<SessionRow | null>
  /**
   * Who sent something by the same cookie or send token before, on this node; null where nobody did, lately. They may be nobody by now: `confirmed`
   * is asked before anything is done or told as them.
   */
  known(asking: Asking): SessionRow | null
  /** The same as `of`, answered in turn with what commands are decided on. */
  confirmed(asking: Asking): Promise<SessionRow | null>
}

/** So many who sent something lately are known. */
const MOST_KNOWN = 1000

interface Means {
  readonly on: Queryable
  /** Where commands are decided. */
  readonly line: Queryable
  readonly wrongKey: WrongKey
}

/** Finds out who asks, on one connection or pool. */
function finding(on: Queryable, wrongKey: WrongKey, soon?: (lookUp: () => void) => void): Sessions['of'] {
  const session = foundTogether((hashes) => findSessions(on, hashes), soon)
  const sendToken = foundTogether((hashes) => findSendTokens(on, hashes), soon)
  const screen = foundTogether((hashes) => findScreens(on, hashes), soon)
  const apiKey = foundTogether((hashes) => findApiKeys(on, hashes), soon)
  return async ({ cookie, authorization, route, from }) => {
    const key = API_KEY.exec(authorization ?? '')?.[1]
    if (key !== undefined) return sessionOfKey(await apiKey(key), { route, from }, wrongKey)
    const token = SEND_TOKEN.exec(authorization ?? '')?.[1]
    if (token === undefined && cookie && isScreens(cookie))
      return sessionOfScreen(await screen(cookie), route)
    if (token === undefined) return cookie ? session(cookie) : null
    if (!SENDS.has(route)) throw onlySends()
    return sessionOfToken(await sendToken(token))
  }
}

/** By what somebody who sends is known again; null where they are asked about each time: a key counts what is tried, a screen does nothing. */
function signOf({ cookie, authorization, route }: Asking): string | null {
  if (!SENDS.has(route)) return null
  const own = cookie && !isScreens(cookie) ? cookie : undefined
  const token = authorization === undefined ? own : SEND_TOKEN.exec(authorization)?.[1]
  return token === undefined ? null : tokenHash(token).toString('hex')
}

export function openSessions({ on, line, wrongKey }: Means): Sessions {
  const [find, findInTurn] = [finding(on, wrongKey), finding(line, wrongKey, queueMicrotask)]
  const known = new Map<string, SessionRow>()
  async function remembering(asking: Asking, found: Promise<SessionRow | null>): Promise<SessionRow | null> {
    const sign = signOf(asking)
    const session = await found.catch((error: unknown) => {
      if (sign !== null) known.delete(sign)
      throw error
    })
    if (sign === null) return session
    // Sellers send no commands.
    if (session === null || session.role === 'seller') known.delete(sign)
    else keepLast(known, MOST_KNOWN, sign, session)
    return session
  }
  return {
    of: (asking) => remembering(asking, find(asking)),
    known: (asking) => known.get(signOf(asking) ?? '') ?? null,
    confirmed: (asking) => remembering(asking, findInTurn(asking)),
  }
}
