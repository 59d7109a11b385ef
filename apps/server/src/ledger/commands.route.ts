import { CommandBatch, Outcomes } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Door } from './door.ts'
import type { Sender } from './prepare.ts'

/** The one door: commands in, an outcome for each, status 200 whatever the outcomes. */
export function commandRoutes(
  app: FastifyInstance,
  { door, sender }: { door: Door; sender: (request: FastifyRequest) => Sender },
): void {
  app.post<{ Body: { commands: unknown[] } }>(
    '/api/commands',
    {
      schema: { body: CommandBatch, response: { 200: Outcomes } },
      bodyLimit: 8 * 1024 * 1024,
      preParsing: async (request) => void sender(request),
    },
    async (request) => {
      const from = sender(request)
      return { outcomes: await door.submit(request.body.commands, from) }
    },
  )
}
