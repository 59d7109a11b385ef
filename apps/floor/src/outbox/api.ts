import { createClient } from '@restow/client'

let unknownHere: () => void = () => {}

/** What to do when the server no longer knows the session. */
export function whenSessionIsOver(then: () => void): void {
  unknownHere = then
}

let begun = 0

/**
 * How many sessions have begun at the server since the page was opened: an answer to what was asked before the present one says
 * nothing about it, however late it comes.
 */
export const sessionsBegun = (): number => begun

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const asked = begun
  const response = await fetch(input, init)
  const path = String(input)
  if (path === '/api/sessions' && response.ok) begun += 1
  // Signing in answers 401 as well, and means the PIN; under a send token it is another person's sign-in that is over.
  const isOwn = !new Headers(init?.headers).has('authorization') && !path.startsWith('/api/sessions')
  if (response.status === 401 && isOwn && asked === begun) unknownHere()
  return response
}

/** The one client of the app. */
export const api = createClient({ fetch: send })
