import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError, problemBody } from './problem.ts'

const CODES: Readonly<Record<string, [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'body_too_large', 'The request is larger than what is taken here.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'media_type_wrong',
    'The request is of a content type that is not taken here.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'body_malformed', 'The request says it is JSON and holds nothing.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'body_malformed', 'The request’s JSON cannot be read.'],
  '22021': [400, 'request_malformed', 'The request holds a character that cannot be stored.'],
  FST_ERR_BAD_URL: [400, 'request_malformed', 'The address of the request cannot be read.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    400,
    'body_malformed',
    'The request is shorter or longer than it says.',
  ],
}

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
  // The database ended a statement that took too long.
  '57014',
  '53100',
])

/** Is it the database that cannot be reached? Drizzle says so one error further in. */
function isUnavailable(error: { code?: string; message: string; cause?: unknown }): boolean {
  if (UNAVAILABLE.has(error.code ?? '')) return true
  if (/timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(error.message))
    return true
  return error.cause instanceof Error && isUnavailable(error.cause)
}

function answerFor(error: FastifyError): [number, string, string] {
  if (error instanceof ProblemError) return [error.status, error.code, error.message]
  const known = CODES[error.code]
  if (known) return known
  if (error.validation) {
    const [first] = error.validation
    const where = first?.instancePath ? ` at ${first.instancePath}` : ''
    return [
      400,
      'request_malformed',
      `The ${error.validationContext ?? 'request'} does not have the right form${where}: ${first?.message ?? ''}.`,
    ]
  }
  if (isUnavailable(error))
    return [
      503,
      'database_unavailable',
      'The database does not answer just now. Send it again in a moment; what was recorded already is not recorded twice.',
    ]
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return [error.statusCode, 'request_malformed', 'The request cannot be read.']
  return [
    500,
    'internal',
    'Something went wrong here. Send it again; what was recorded already is not recorded twice.',
  ]
}

/** What a log is told of an error: where it happened, not what it said. A database's message may quote what was sent. */
export const toldOf = (error: Error & { code?: unknown; type?: string }) => ({
  type: error.name,
  message: '',
  stack:
    error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n') ?? '',
  code: String(error.code ?? ''),
})

const say = (
  reply: FastifyReply,
  [status, code, detail]: [number, string, string],
  fields?: readonly string[],
) =>
  reply
    .code(status)
    .type('application/problem+json')
    .send(problemBody(status, code, detail, fields))

/** What the framework itself refuses, before any route is found. */
export const frameworkErrors = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void =>
  void say(reply, answerFor(error))

/** What is no request that can be read as one, such as garbage or headers without end. */
export function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const large = error.code === 'HPE_HEADER_OVERFLOW'
  const [status, code, detail] = large
    ? [431, 'headers_too_large', 'The request’s address and headers are larger than what is taken here.']
    : [400, 'request_malformed', 'The request cannot be read.']
  const body = JSON.stringify(problemBody(Number(status), String(code), String(detail)))
  const phrase = large ? 'Request Header Fields Too Large' : 'Bad Request'
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\nconnection: close\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/**
 * Only our own pages and those that the environment names may do something from a browser.
 * @throws 403 origin_not_allowed
 */
export function checkOrigin({ headers }: FastifyRequest, origins: readonly string[]): void {
  const { origin, host } = headers
  // Scripts send no Origin; a browser always does with a request that changes something, or that opens a socket.
  if (origin === undefined || origins.includes(origin)) return
  const own = URL.canParse(origin) && new URL(origin).host === host
  if (!own) throw new ProblemError(403, 'origin_not_allowed', 'This page may not change anything here.')
}

/** Errors as problem+json with a stable code; nothing internal leaks. And who may change something from a browser. */
export function errorAnswers(app: FastifyInstance, { origins }: { origins: readonly string[] }): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const [status, code, detail] = answerFor(error)
    if (status >= 500) request.log.error({ err: error }, code)
    return say(reply, [status, code, detail], error instanceof ProblemError ? error.fields : undefined)
  })

  app.setNotFoundHandler((_request, reply) =>
    say(reply, [404, 'not_found', 'There is nothing at this address.']),
  )

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    checkOrigin(request, origins)
  })
}
