import { ChosenLanguage, Session, SessionBegun, type SessionUser, SignIn } from '@restow/contracts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { forgetEnded } from './ended.queries.ts'
import { signedIn } from './guard.ts'
import { languageOf } from './language.ts'
import { rememberLanguage, type SessionRow } from './sessions.queries.ts'
import { SESSION_S, signInSeller, signInStaff, signOut } from './sign-in.ts'

export const COOKIE = 'restow_session'

const userOf = (s: SessionRow): SessionUser => ({
  name: s.name,
  role: s.role,
  ...(s.badge ? { badge: s.badge } : {}),
  ...(s.warehouse ? { warehouse: s.warehouse } : {}),
  ...(s.timeZone ? { timeZone: s.timeZone } : {}),
  ...(s.seller ? { seller: s.seller } : {}),
  ...languageOf(s),
})

const cookie = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict' as const, secure })

/** Signing in and out. */
export function sessionRoutes(app: FastifyInstance, { db }: { db: Database }): void {
  app.post<{ Body: Static<typeof SignIn> }>(
    '/api/sessions',
    { schema: { body: SignIn, response: { 200: SessionBegun } }, bodyLimit: 8192 },
    async (request, reply: FastifyReply) => {
      const { body } = request
      const { token, ...begun } =
        'badge' in body
          ? await signInStaff(db.tx, body.badge, body.pin, {
              id: body.deviceId ?? null,
              key: body.deviceKey ?? null,
            })
          : await signInSeller(db.tx, body.email, body.password)
      reply.setCookie(COOKIE, token, { ...cookie(request.protocol === 'https'), maxAge: SESSION_S })
      await forgetEnded(db.staff)
      return begun
    },
  )

  app.get('/api/sessions/current', { schema: { response: { 200: Session } } }, (request) => ({
    user: userOf(signedIn(request)),
  }))

  app.put<{ Body: Static<typeof ChosenLanguage> }>(
    '/api/sessions/current/language',
    { schema: { body: ChosenLanguage } },
    async (request, reply) => {
      await rememberLanguage(db.tx, signedIn(request), request.body.language)
      reply.code(204)
    },
  )

  app.delete('/api/sessions/current', async (request, reply) => {
    const token = request.cookies[COOKIE]
    if (token) await signOut(db.tx, token)
    reply.clearCookie(COOKIE, cookie(request.protocol === 'https')).code(204)
  })
}
