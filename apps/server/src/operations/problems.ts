import { Problem } from '@restow/contracts'
import { isForAgents } from './descriptions.ts'
import { RAISED } from './problems.described.ts'

/** Which problems an operation answers with: what any of its kind may, and what only it does (problems.described.ts). */

type Codes = Readonly<Record<string, string>>
interface Operation {
  responses?: Record<string, object>
}
export interface Document {
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, object>; responses?: Record<string, object> }
}

const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Which routes take something else than the cookie. */
export interface Bearers {
  /** A handheld's send token. */
  readonly sends: ReadonlySet<string>
  /** A seller's API key, by what it has to be for. */
  readonly scoped: Readonly<Record<string, readonly string[]>>
  /** What a screen on a wall asks for. */
  readonly looks: ReadonlySet<string>
}

/** By who asks: each says no to whoever is not let in at all, before it is asked what is wanted. */
function byWhoAsks(route: string, url: string, { sends, scoped, looks }: Bearers): Codes[] {
  const isKeyed = Object.values(scoped).some((routes) => routes.includes(route))
  const token = sends.has(route)
    ? { 401: 'send_token_unknown send_token_expired', 403: 'staff_inactive device_revoked' }
    : { 401: 'send_token_only_sends' }
  return [
    ...(isForAgents(url) ? [{ 401: 'agent_unknown' }] : []),
    {
      401: 'api_key_unknown api_key_revoked',
      403: isKeyed ? 'scope_missing' : 'key_not_for_this',
    },
    { 429: 'too_many_guesses' },
    ...(looks.has(route) ? [] : [{ 403: 'screen_only_looks' }]),
    token,
  ]
}

/** What any operation may answer. @param route method and pattern, as `GET /api/units/:lpn` */
function ofItsKind(route: string, bearers: Bearers): Codes[] {
  const [method = '', url = ''] = route.split(' ')
  if (!url.startsWith('/api/')) return []
  return [
    { 400: 'request_malformed' },
    ...byWhoAsks(route, url, bearers),
    ...(CHANGES.includes(method)
      ? [{ 400: 'body_malformed', 403: 'origin_not_allowed', 413: 'body_too_large', 415: 'media_type_wrong' }]
      : []),
  ]
}

/** Everything that a route answers when it does not do what it was asked to, by status. */
function problemsOf(route: string, bearers: Bearers): Map<string, readonly string[]> {
  const all = new Map<string, string[]>()
  for (const codes of [...ofItsKind(route, bearers), RAISED[route] ?? {}])
    for (const [status, words] of Object.entries(codes))
      all.set(status, [...new Set([...(all.get(status) ?? []), ...words.split(' ')])])
  return all
}

const answerOf = (codes: readonly string[]) => ({
  description: `\`code\`: ${codes.map((code) => `\`${code}\``).join(', ')}`,
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes] } } }],
      },
    },
  },
})
/** Whatever was asked: something broke here, or the database cannot be reached just now. */
const BROKEN = ['internal', 'database_unavailable']

/** The description with every problem in it; the same ones of several operations stand in it once. */
export function withProblems<D extends Document>(document: D, bearers: Bearers): D {
  const responses: Record<string, object> = { Broken: answerOf(BROKEN) }
  const names = new Map<string, string>()
  const shared = (status: string, codes: readonly string[]) => {
    const key = `${status} ${codes.join(' ')}`
    const name = names.get(key) ?? `Problem${status}.${names.size + 1}`
    names.set(key, name)
    responses[name] = answerOf(codes)
    return { $ref: `#/components/responses/${name}` }
  }
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods)) {
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
      const problems = [...problemsOf(route, bearers)].map(([status, codes]) => [
        status,
        shared(status, codes),
      ])
      operation.responses = {
        ...operation.responses,
        ...Object.fromEntries(problems),
        '5XX': { $ref: '#/components/responses/Broken' },
      }
    }
  const { schemas, responses: told } = document.components ?? {}
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...schemas, Problem },
      responses: { ...told, ...responses },
    },
  }
}
