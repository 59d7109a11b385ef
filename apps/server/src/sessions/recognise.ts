import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import type { Asking, Sessions } from './sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It does nothing, and tells nothing but what is wrong with the request itself, before it has asked who it is (`confirm`). */
    readonly confirms?: boolean
  }
  interface FastifyRequest {
    /**
     * Set where whoever asks was known: finds out who that is by now, and makes them the request's.
     * @returns whether they are the same in all that is known of them
     * @throws as `Sessions.of`
     */
    confirm: (() => Promise<boolean>) | null
  }
}

/** Finds out who asks before anything of a request is read; of a route that confirms it, by whom they were a moment ago. */
export const recognising =
  (sessions: Sessions, askingOf: (request: FastifyRequest) => Asking) =>
  async (request: FastifyRequest): Promise<void> => {
    const asking = askingOf(request)
    const known = request.routeOptions.config.confirms === true ? sessions.known(asking) : null
    if (known === null) {
      request.session = await sessions.of(asking)
      return
    }
    request.session = known
    request.confirm = async () => {
      request.session = await sessions.confirmed(asking)
      return isDeepStrictEqual(request.session, known)
    }
  }
