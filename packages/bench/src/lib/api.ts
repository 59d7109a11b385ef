import type { Outcome } from '@restow/contracts'

/** A script's view of the server: signed in, JSON in, JSON out. */
export class Api {
  cookie = ''
  /** Commands that were rejected so far. */
  rejected = 0
  readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  async call<T>(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | object,
    type = 'application/json',
  ): Promise<T> {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined
    const sent = raw ? body : JSON.stringify(body)
    const headers: Record<string, string> = {
      cookie: this.cookie,
      ...(body === undefined ? {} : { 'content-type': type }),
    }
    const answer = await fetch(this.origin + path, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    })
    const cookie = answer.headers.getSetCookie()[0]
    if (cookie) this.cookie = cookie.split(';')[0] ?? ''
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  async signIn(badge: string, pin: string): Promise<void> {
    await this.call('POST', '/api/sessions', { badge, pin })
  }

  async send(commands: readonly object[]): Promise<Outcome[]> {
    const { outcomes } = await this.call<{ outcomes: Outcome[] }>('POST', '/api/commands', { commands })
    this.rejected += outcomes.filter((o) => o.outcome === 'rejected').length
    return outcomes
  }

  /** Sends commands that must all be accepted. */
  async must(commands: readonly object[]): Promise<void> {
    for (let from = 0; from < commands.length; from += 400) {
      const outcomes = await this.send(commands.slice(from, from + 400))
      const refused = outcomes.find((o) => o.outcome === 'rejected')
      if (refused) throw new Error(`rejected: ${JSON.stringify(refused)}`)
    }
  }
}
