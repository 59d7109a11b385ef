import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { DESCRIPTIONS, isDescribed, isForAgents, OPEN_TO_ALL, TAGS } from './descriptions.ts'
import { EXAMPLES } from './examples.ts'
import { type Bearers, type Document, withProblems } from './problems.ts'

/** The plugin's own policy would let a validator elsewhere in, and send a plain-HTTP page in a local network to HTTPS. */
const CSP = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** Boards are asked for each second: whoever says what it has is told where that still stands. */
const BOARD = /^\/api\/boards\/\w+$/
const UNCHANGED = { 304: { description: 'It is what the asker has', type: 'null' } }

type Answers = Record<string | number, object>

/** A route's own schema, with what is told about it here. It only describes: requests and answers stay as they are. */
function described(schema: FastifySchema | undefined, method: string, url: string): FastifySchema {
  if (!isDescribed(url)) return { ...schema, hide: true }
  const about = DESCRIPTIONS[`${method} ${url}`]
  const { response, body = schema?.body, ...told } = about ?? {}
  const unchanged = BOARD.test(url) ? UNCHANGED : {}
  const answers: Answers = { ...(schema?.response as Answers | undefined), ...unchanged, ...response }
  const example = EXAMPLES[`${method} ${url}`]
  if (example?.answer && answers[200]) answers[200] = { ...answers[200], examples: [example.answer] }
  return {
    ...schema,
    ...told,
    ...(body ? { body: example?.body ? { ...body, examples: [example.body] } : body } : {}),
    ...(OPEN_TO_ALL.has(`${method} ${url}`) ? { security: [] } : {}),
    ...(isForAgents(url) ? { security: [{ agentToken: [] }] } : {}),
    response: answers,
  }
}

type Security = { [scheme: string]: readonly string[] }[]

function securityOf(route: string, { sends, scoped }: Bearers): Security | null {
  const scopes = Object.keys(scoped).filter((scope) => scoped[scope]?.includes(route))
  const keys = scopes.map((scope) => ({ apiKey: [scope] }))
  const all = [...(sends.has(route) ? [{ sendToken: [] }] : []), ...keys]
  return all.length === 0 ? null : [{ session: [] }, ...all]
}

/** Which scope of an API key opens a route, where people read it: of a scheme the page shows its name alone. */
function keyNote({ description }: FastifySchema, security: Security): { description?: string } {
  const scopes = security.flatMap(({ apiKey = [] }) => apiKey)
  if (scopes.length === 0) return {}
  const note = `API key: scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}.`
  return { description: description ? `${description}\n\n${note}` : note }
}

/**
 * Collects what routes say of themselves; register it before them.
 * @param bearers the routes that take a token or key instead of the cookie
 */
export async function openApi(app: FastifyInstance, bearers: Bearers): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Restow',
        version: '0.1.0',
        description:
          'Returns handling for overseas warehouses. Sign in with `POST /api/sessions`; the cookie it sets is what a browser goes by, and an API key of a seller what a script does. ' +
          'Lists are paged: pass `nextCursor` as `cursor`. Errors are `application/problem+json` with a stable `code`.',
      },
      tags: TAGS,
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'restow_session' },
          agentToken: {
            type: 'http',
            scheme: 'bearer',
            description:
              'Of a print agent, shown once when it is added. Opens what agents need, for its own printers.',
          },
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description:
              'Of a seller’s script: made on the desk under “API keys”. Opens what it was made for, of its seller; the scopes that open a route stand beside it.',
          },
          sendToken: {
            type: 'http',
            scheme: 'bearer',
            description:
              'Given at a sign-in on a device. Sends that person’s work off that device, until 14 days after sign-out; goes before the cookie.',
          },
        },
      },
      security: [{ session: [] }],
    },
    transform: ({ schema, url, route }) => {
      const method = Array.isArray(route.method) ? (route.method[0] ?? 'GET') : route.method
      const told = described(schema, method, url)
      const security = securityOf(`${method} ${url}`, bearers)
      return { schema: security ? { ...told, security, ...keyNote(told, security) } : told, url }
    },
    transformObject: (told) =>
      'openapiObject' in told ? withProblems(told.openapiObject as Document, bearers) : told.swaggerObject,
  })
}

/** The description, and a page to read it and try it out: all of it served from here. Register it after the routes. */
export async function openApiRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(app.swagger()),
  )
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: CSP,
    // Without this the page would ask a validator elsewhere about the address that it was opened at.
    uiConfig: {
      validatorUrl: null,
      docExpansion: 'none',
      filter: true,
      deepLinking: true,
      layout: 'BaseLayout',
      defaultModelsExpandDepth: 0,
      tryItOutEnabled: false,
    },
    theme: { title: 'Restow API' },
  })
}
