import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  AddedPrintAgent,
  AddPrintAgent,
  AgentAlive,
  AgentBegin,
  AgentResult,
  AgentWork,
  AttemptParams,
  NextWork,
  PrintAgentItem,
  PrintAgentList,
  PrintAgentParams,
  PrintAgentsQuery,
} from '@restow/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { addAgent, attemptIsOf, findAgentByToken, findAgents, revokeAgent } from './agents.queries.ts'
import type { Asker } from './asking.ts'
import type { Bell } from './bell.ts'
import { type Draw, type DrawnWork, takeDrawn } from './drawn.ts'
import { PACE, type Pace, retryAfter } from './sender.ts'
import { beginSending, hearTrouble, keepPrinter, settle } from './sending.queries.ts'

interface Options {
  readonly on: Queryable
  readonly bell: Bell
  readonly draw: Draw
  readonly pace?: Pace
  readonly supervisor: (request: FastifyRequest) => Asker
  readonly onBug: (error: unknown) => void
}
const tags = ['printing']
/** An agent says once a third of it that it lives, over a line that may be down for a while. */
const LEASES = 3

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const TOKEN = /^Bearer (rpa_[\w-]{43})$/i
const unknownAgent = () =>
  new ProblemError(
    401,
    'agent_unknown',
    'This token opens nothing. Ask a supervisor for a new agent and its token.',
  )

/** Who prints in other networks, and the door that they fetch labels at. */
export function agentRoutes(app: FastifyInstance, options: Options): void {
  supervising(app, options)
  fetching(app, options)
  telling(app, options)
}

function supervising(app: FastifyInstance, { on, supervisor }: Options): void {
  app.get<{ Querystring: Static<typeof PrintAgentsQuery> }>(
    '/api/print-agents',
    { schema: { tags, querystring: PrintAgentsQuery, response: { 200: PrintAgentList } } },
    async (request) => {
      const page = pageOf(request.query, ['text', 'id'])
      return listed(
        page,
        await findAgents(on, supervisor(request).warehouse, page),
        (row) => [row.name, row.id],
        (row) => row,
      )
    },
  )

  app.post<{ Body: Static<typeof AddPrintAgent> }>(
    '/api/print-agents',
    { schema: { tags, body: AddPrintAgent, response: { 200: AddedPrintAgent } } },
    async (request) => {
      const { warehouse, user: by } = supervisor(request)
      // 256 random bits need no slow hash.
      const token = `rpa_${randomBytes(32).toString('base64url')}`
      const name = request.body.name.trim()
      return { ...(await addAgent(on, { warehouse, name, hash: hashOf(token), by })), token }
    },
  )

  app.delete<{ Params: Static<typeof PrintAgentParams> }>(
    '/api/print-agents/:id',
    { schema: { tags, params: PrintAgentParams, response: { 200: PrintAgentItem } } },
    async (request) => {
      const { warehouse, user } = supervisor(request)
      const revoked = await revokeAgent(on, warehouse, request.params.id, user)
      if (!revoked) throw notFound('such print agent')
      return revoked
    },
  )
}

/** The agent that asks. @throws 401 agent_unknown */
async function agentOf(on: Queryable, { headers }: FastifyRequest): Promise<string> {
  const token = TOKEN.exec(headers.authorization ?? '')?.[1]
  const agent = token === undefined ? null : await findAgentByToken(on, hashOf(token))
  if (agent === null) throw unknownAgent()
  return agent
}

const wire = ({ work, count, bytes }: DrawnWork, leaseS: number): AgentWork => {
  const { attempt, code, host, port, language, tells } = work
  const printer = { code, host, port, language, tells }
  return { attempt, printer, count, bytes: Buffer.from(bytes).toString('base64'), leaseS }
}

function fetching(app: FastifyInstance, { on, bell, draw, pace = PACE, onBug }: Options): void {
  const stopping = new AbortController()
  // An agent that waits must not hold up a server that stops.
  app.addHook('preClose', async () => stopping.abort())

  app.post<{ Body: Static<typeof NextWork> }>(
    '/api/print-agent/next',
    { schema: { tags, body: NextWork, response: { 200: AgentWork } } },
    async (request, reply: FastifyReply) => {
      const agent = await agentOf(on, request)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const signal = AbortSignal.any([gone.signal, stopping.signal])
      const deadline = Date.now() + request.body.waitS * 1000
      const leaseS = pace.leaseS * LEASES
      while (!signal.aborted) {
        const drawn = await takeDrawn({ on, draw, agent, leaseS, newId: randomUUID, onBug })
        if (drawn) return wire(drawn, leaseS)
        const left = deadline - Date.now()
        if (left <= 0) break
        await bell.wait(Math.min(left, pace.pollMs), signal)
      }
      return reply.code(204).send()
    },
  )
}

/** What the agent says of an attempt; 404 says that nothing needs to be said of it any more. */
function telling(app: FastifyInstance, { on, pace = PACE }: Options): void {
  type OfAttempt = { Params: Static<typeof AttemptParams> }
  const ofAttempt = async (request: FastifyRequest<OfAttempt>): Promise<string> => {
    const { attempt } = request.params
    if (await attemptIsOf(on, await agentOf(on, request), attempt)) return attempt
    throw notFound('such attempt any more')
  }
  const params = AttemptParams
  const notAnyMore = () =>
    new ProblemError(409, 'attempt_over', 'These labels are not to be sent any more: another has taken over.')

  app.post<OfAttempt & { Body: Static<typeof AgentBegin> }>(
    '/api/print-agent/attempts/:attempt/begin',
    { schema: { tags, params, body: AgentBegin } },
    async (request, reply) => {
      const attempt = await ofAttempt(request)
      if (!(await beginSending(on, attempt, request.body.count))) throw notAnyMore()
      return reply.code(204).send()
    },
  )

  app.post<OfAttempt & { Body: Static<typeof AgentAlive> }>(
    '/api/print-agent/attempts/:attempt/alive',
    { schema: { tags, params, body: AgentAlive } },
    async (request, reply) => {
      const attempt = await ofAttempt(request)
      await hearTrouble(on, attempt, request.body.trouble)
      if (!(await keepPrinter(on, attempt, pace.leaseS * LEASES))) throw notAnyMore()
      return reply.code(204).send()
    },
  )

  app.post<OfAttempt & { Body: AgentResult }>(
    '/api/print-agent/attempts/:attempt/result',
    { schema: { tags, params, body: AgentResult } },
    async (request, reply) => {
      const attempt = await ofAttempt(request)
      await settle(on, attempt, request.body, retryAfter(request.body))
      return reply.code(204).send()
    },
  )
}
