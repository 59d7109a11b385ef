import type { Problem } from '@restow/contracts'
import { ApiProblem, Unreachable } from './problem.ts'

export interface ClientOptions {
  /** Where the server is; the same origin if left out. */
  baseUrl?: string
  fetch?: typeof fetch
  /** A request that takes longer is given up, in milliseconds. */
  timeoutMs?: number
}
export interface CallOptions {
  query?: Record<string, string | number | undefined>
  json?: unknown
  body?: BodyInit
  contentType?: string
  signal?: AbortSignal
  /** What is known already: an answer that has not changed since comes back as 304, without a body. */
  etag?: string
  /** For what takes longer than the client's own patience, such as sending a file; in milliseconds. */
  patienceMs?: number
  /** Goes before the cookie: kept work is sent as the person who did it. */
  sendToken?: string
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Call = (method: Method, path: string, options?: CallOptions) => Promise<Response>

function addressOf(base: string, path: string, query: CallOptions['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return pairs.length === 0 ? `${base}${path}` : `${base}${path}?${new URLSearchParams(pairs)}`
}

function headersOf(type: string | undefined, { etag, sendToken }: CallOptions): Record<string, string> {
  return {
    ...(type ? { 'content-type': type } : {}),
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(sendToken ? { authorization: `Bearer ${sendToken}` } : {}),
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const said: Partial<Problem> = await response.json().catch(() => ({}))
  return new ApiProblem(response.status, said)
}

export async function jsonOf<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T
}

/** A text as one part of a path. */
export const at = (text: string): string => encodeURIComponent(text)

/** One request. Throws `ApiProblem` for what the server refused, `Unreachable` for silence. */
export function makeCall({ baseUrl = '', fetch: send = fetch, timeoutMs = 20_000 }: ClientOptions): Call {
  return async (method, path, options = {}) => {
    const { query, json, body, contentType, signal, patienceMs = timeoutMs } = options
    const type = json === undefined ? contentType : 'application/json'
    const patience = AbortSignal.timeout(patienceMs)
    let response: Response
    try {
      response = await send(addressOf(baseUrl, path, query), {
        method,
        credentials: 'same-origin',
        headers: headersOf(type, options),
        body: json === undefined ? (body ?? null) : JSON.stringify(json),
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      })
    } catch (error) {
      throw new Unreachable(error)
    }
    if (!response.ok && response.status !== 304) throw await problemOf(response)
    return response
  }
}
