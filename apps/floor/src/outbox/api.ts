import { createClient } from '@restow/client'

let unknownHere: () => void = () => {}

/** What to do when the server no longer knows the session. */
export function whenSessionIsOver(then: () => void): void {
  unknownHere = then
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  // Signing in answers 401 as well, and means the PIN.
  if (response.status === 401 && !String(input).startsWith('/api/sessions')) unknownHere()
  return response
}

/** The one client of the app. */
export const api = createClient({ fetch: send })
