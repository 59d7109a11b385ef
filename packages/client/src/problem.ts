import type { Problem } from '@restow/contracts'

/** The server said no: a problem document (RFC 9457) with its stable code. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = problem.code ?? 'unknown'
    this.detail = problem.detail ?? ''
  }
}

/** Nothing came back: no network, or the server is not there. Worth another try. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause })
    this.name = 'Unreachable'
  }
}

/** Is it worth sending the same again later? A 4xx stays what it is; a 5xx and a silence pass. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return true
  return error instanceof ApiProblem && (error.status >= 500 || error.status === 429)
}
