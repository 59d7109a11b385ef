import { HangScreen, ScreenList, ScreenParams, Session } from '@restow/contracts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { carriedBy, carry } from './cookie.ts'
import { supervisorOf } from './guard.ts'
import { hangScreen, listScreens, takeDownScreen } from './screens.queries.ts'
import { newToken } from './secrets.ts'
import { signOut } from './sign-in.ts'

const tags = ['devices']
/** More are a sign that nobody takes any down. */
const MOST = 50

const tooMany = () =>
  new ProblemError(
    409,
    'too_many_screens',
    `${MOST} screens hang in this warehouse already. Take one down that is not there any more.`,
  )

/** Screens on walls: hung and taken down by supervisors. */
export function screenRoutes(app: FastifyInstance, { db }: { db: Database }): void {
  app.post<{ Body: Static<typeof HangScreen> }>(
    '/api/screens',
    { schema: { tags, body: HangScreen, response: { 200: Session } } },
    async (request, reply: FastifyReply) => {
      const { user: by, warehouse, timeZone } = supervisorOf(request)
      const name = request.body.name.trim()
      const { token, hash } = newToken('rsw_')
      if (!(await hangScreen(db.staff, { hash, warehouse, name, by }, MOST))) throw tooMany()
      // Whoever hung it leaves the browser to whoever passes by.
      const before = carriedBy(request)
      if (before !== undefined) await signOut(db.tx, before)
      carry(request, reply, token)
      return { user: { name, role: 'screen' as const, warehouse, timeZone } }
    },
  )

  app.get('/api/screens', { schema: { tags, response: { 200: ScreenList } } }, async (request) => ({
    items: await listScreens(db.staff, supervisorOf(request).warehouse),
  }))

  app.delete<{ Params: Static<typeof ScreenParams> }>(
    '/api/screens/:id',
    { schema: { tags, params: ScreenParams } },
    async (request, reply) => {
      const { user: by, warehouse } = supervisorOf(request)
      if (!(await takeDownScreen(db.staff, { warehouse, id: request.params.id, by })))
        throw notFound('screen that hangs here')
      reply.code(204)
    },
  )
}
