import { ProblemError } from '../problem.ts'
import type { ScreenRow } from './screens.queries.ts'
import type { SessionRow } from './sessions.queries.ts'

/** What a screen on a wall may ask for. Whoever passes by can use its browser, so it looks at boards and does nothing else. */

/** A screen's token, in the same cookie as a session's. */
export const isScreens = (token: string): boolean => token.startsWith('rsw_')

/** All that a screen asks for. */
export const LOOKS: ReadonlySet<string> = new Set([
  'GET /api/sessions/current',
  'DELETE /api/sessions/current',
  'GET /api/live',
  'GET /api/boards/pipeline',
  'GET /api/boards/bins',
  'GET /api/boards/dispositions',
  'GET /api/boards/people',
])

/**
 * Who a screen is, for what it asks.
 * @returns null for one that was taken down, or never hung
 * @throws 403 screen_only_looks
 */
export function sessionOfScreen(row: ScreenRow | null, route: string): SessionRow | null {
  if (!row) return null
  if (!LOOKS.has(route))
    throw new ProblemError(
      403,
      'screen_only_looks',
      `${row.name} is a screen on a wall: it shows boards and opens nothing else. Take it off the wall and sign in.`,
    )
  return {
    ...row,
    role: 'screen',
    badge: null,
    email: null,
    deviceId: null,
    seller: null,
    sendsOnly: false,
    language: null,
  }
}
