import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { API_KEY, sessionOfKey, type WrongKey } from './api-key.ts'
import { findApiKeys } from './api-keys.queries.ts'
import { foundTogether } from './found-together.ts'
import { isScreens, sessionOfScreen } from './screen.ts'
import { findScreens } from './screens.queries.ts'
import { sessionOfToken } from './send-token.ts'
import { findSendTokens } from './send-tokens.queries.ts'
import { findSessions, type SessionRow } from './sessions.queries.ts'

/** What a request brings with it to say who asks. */
interface Asking {
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
}

export function openSessions(on: Queryable, wrongKey: WrongKey): Sessions {
  const session = foundTogether((hashes) => findSessions(on, hashes))
  const sendToken = foundTogether((hashes) => findSendTokens(on, hashes))
  const screen = foundTogether((hashes) => findScreens(on, hashes))
  const apiKey = foundTogether((hashes) => findApiKeys(on, hashes))
  return {
    async of({ cookie, authorization, route, from }) {
      const key = API_KEY.exec(authorization ?? '')?.[1]
      if (key !== undefined) return sessionOfKey(await apiKey(key), { route, from }, wrongKey)
      const token = SEND_TOKEN.exec(authorization ?? '')?.[1]
      if (token === undefined && cookie && isScreens(cookie))
        return sessionOfScreen(await screen(cookie), route)
      if (token === undefined) return cookie ? session(cookie) : null
      if (!SENDS.has(route)) throw onlySends()
      return sessionOfToken(await sendToken(token))
    },
  }
}
