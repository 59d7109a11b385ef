import { createClient } from '@restow/client'

let unknownHere: () => void = () => {}

/** What to do when the server no longer knows the session. */
export function whenSessionIsOver(then: () => void): void {
  unknownHere = then
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  // Signing in answers 401 as well, and means the PIN; under a send token it is another person's sign-in that is over.
  const isOwn = !new Headers(init?.headers).has('authorization') && !String(input).startsWith('/api/sessions')
  if (response.status === 401 && isOwn) unknownHere()
  return response
}

/** The one client of the app. */
export const api = createClient({ fetch: send })
