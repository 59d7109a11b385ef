import type { FastifyReply, FastifyRequest } from 'fastify'
import { isScreens } from './screen.ts'
import { SESSION_S } from './sign-in.ts'

/** The cookie by which a browser says who uses it. */

const COOKIE = 'restow_session'
/** As long as browsers keep one; begun anew each time that a screen asks who it is. */
const SCREEN_S = 400 * 24 * 3600

const options = ({ protocol }: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: protocol === 'https',
})

/** The token that a request came with. */
export const carriedBy = ({ cookies }: FastifyRequest): string | undefined => cookies[COOKIE]

/** From now on the browser carries this token, for as long as it is good for. */
export function carry(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { ...options(request), maxAge: isScreens(token) ? SCREEN_S : SESSION_S })
}

export const carryNone = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(COOKIE, options(request))
