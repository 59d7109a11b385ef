import { ChosenLanguage, Session, SessionBegun, type SessionUser, SignIn } from '@restow/contracts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { carriedBy, carry, carryNone } from './cookie.ts'
import { forgetEnded } from './ended.queries.ts'
import { looking, signedIn } from './guard.ts'
import { languageOf } from './language.ts'
import { isScreens } from './screen.ts'
import { takeDownOwn } from './screens.queries.ts'
import { tokenHash } from './secrets.ts'
import { rememberLanguage, type SessionRow } from './sessions.queries.ts'
import { signInSeller, signInStaff, signOut } from './sign-in.ts'

const userOf = (s: SessionRow): SessionUser => ({
  name: s.name,
  role: s.role,
  ...(s.badge ? { badge: s.badge } : {}),
  ...(s.warehouse ? { warehouse: s.warehouse } : {}),
  ...(s.timeZone ? { timeZone: s.timeZone } : {}),
  ...(s.seller ? { seller: s.seller } : {}),
  ...languageOf(s),
})

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
      carry(request, reply, token)
      await forgetEnded(db.staff)
      return begun
    },
  )

  app.get('/api/sessions/current', { schema: { response: { 200: Session } } }, async (request, reply) => {
    const user = userOf(looking(request))
    const token = carriedBy(request)
    // A screen asks when it starts: it hangs for as long as it does so once a year.
    if (token !== undefined && user.role === 'screen') carry(request, reply, token)
    return { user }
  })

  app.put<{ Body: Static<typeof ChosenLanguage> }>(
    '/api/sessions/current/language',
    { schema: { body: ChosenLanguage } },
    async (request, reply) => {
      await rememberLanguage(db.tx, signedIn(request), request.body.language)
      reply.code(204)
    },
  )

  app.delete('/api/sessions/current', async (request, reply) => {
    const token = carriedBy(request)
    if (token && isScreens(token)) await takeDownOwn(db.staff, tokenHash(token))
    else if (token) await signOut(db.tx, token)
    carryNone(request, reply).code(204)
  })
}
