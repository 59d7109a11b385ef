import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Options } from './options.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** More than any batch of labels. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Posts to the server. With `https` of Node's own rather than fetch, which takes no authority of the server's own.
 * @throws where no whole answer came in time
 */
export function post(
  { server, token, ca }: Options,
  path: string,
  body: object,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Answer> {
  const text = JSON.stringify(body)
  const options = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    ...(ca ? { ca } : {}),
  }
  return new Promise((answered, failed) => {
    const ask = server.protocol === 'https:' ? requestHttps : requestHttp
    const asking = ask(new URL(path, server), options, (came) => {
      const parts: Buffer[] = []
      let size = 0
      came.on('data', (part: Buffer) => {
        size += part.length
        if (size > MAX_BYTES) asking.destroy(new Error('The answer is too large.'))
        else parts.push(part)
      })
      came.on('end', () => {
        if (came.complete)
          answered({ status: came.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
      })
      came.on('close', () => failed(new Error('The answer broke off.')))
      came.on('error', failed)
    })
    asking.on('error', failed)
    asking.end(text)
  })
}
