import { StaffParams } from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { type Locker, setLocked, setUnlocked } from './locks.ts'
import type { SetUpOptions } from './set-up-options.ts'

type Params = Static<typeof StaffParams>

/** A badge that is lost is locked at once by any supervisor, and unlocked again. */
export function lockRoutes(app: FastifyInstance, { db, supervisor }: SetUpOptions): void {
  const schema = { tags: ['set-up'], params: StaffParams }
  const route = (
    verb: 'lock' | 'unlock',
    act: (on: Locker['on'], who: Locker['who'], badge: string) => Promise<void>,
  ) =>
    app.post<{ Params: Params }>(`/api/staff/:badge/${verb}`, { schema }, async (request, reply) => {
      const who = supervisor(request)
      await db.settingUp(who.user, (on) => act(on, who, request.params.badge))
      reply.code(204)
    })
  route('lock', setLocked)
  route('unlock', setUnlocked)
}
