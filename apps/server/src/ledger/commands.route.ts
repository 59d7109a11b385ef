import { CommandBatch, Outcomes } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Door, NoLongerTheSame } from './door.ts'
import type { Sender } from './prepare.ts'

interface Options {
  readonly door: Door
  /** As who a request's sender stands, as far as that was asked. @throws 401, 403 */
  readonly sender: (request: FastifyRequest) => Sender
  /** Asks whether a sender is still the same; null where that was asked already. */
  readonly confirming: (request: FastifyRequest) => (() => Promise<boolean>) | null
}

/** The one door: commands in, an outcome for each, status 200 whatever the outcomes. */
export function commandRoutes(app: FastifyInstance, { door, sender, confirming }: Options): void {
  app.post<{ Body: { commands: unknown[] } }>(
    '/api/commands',
    {
      schema: { body: CommandBatch, response: { 200: Outcomes } },
      bodyLimit: 8 * 1024 * 1024,
      config: { confirms: true },
      preParsing: async (request) => void sender(request),
    },
    async (request) => {
      const { commands } = request.body
      try {
        return { outcomes: await door.submit(commands, sender(request), confirming(request)) }
      } catch (error) {
        if (!(error instanceof NoLongerTheSame)) throw error
        // As who they are by now, if they are anybody.
        return { outcomes: await door.submit(commands, sender(request)) }
      }
    },
  )
}
