import {
  ChecklistItemOf,
  ChecklistParams,
  ChecklistsAnswer,
  ChecklistVersionParams,
  PutChecklist,
} from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { checklistAt, checklistsAnswer, setChecklist } from './checklists.ts'
import type { SetUpOptions } from './set-up-options.ts'

/** What is asked at an inspection: read by staff, changed by a supervisor. */
export function checklistRoutes(app: FastifyInstance, { db, staff, supervisor }: SetUpOptions): void {
  const tags = ['set-up']

  app.get('/api/checklists', { schema: { tags, response: { 200: ChecklistsAnswer } } }, (request) => {
    staff(request)
    return checklistsAnswer(db.staff)
  })

  app.get<{ Params: Static<typeof ChecklistVersionParams> }>(
    '/api/checklists/:category/versions/:version',
    { schema: { tags, params: ChecklistVersionParams, response: { 200: ChecklistItemOf } } },
    (request) => {
      staff(request)
      return checklistAt(db.staff, request.params.category, Number(request.params.version))
    },
  )

  app.put<{ Params: Static<typeof ChecklistParams>; Body: PutChecklist }>(
    '/api/checklists/:category',
    {
      schema: { tags, params: ChecklistParams, body: PutChecklist, response: { 200: ChecklistItemOf } },
      // Thirty questions in four languages are more than most bodies.
      bodyLimit: 512 * 1024,
    },
    (request) => {
      const { user } = supervisor(request)
      return db.settingUp(user, (on) => setChecklist(on, request.params.category, request.body))
    },
  )
}
