import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Names } from './certificates.ts'

/**
 * Plain HTTP beside the HTTPS: hands out the authority's certificate, which a phone that does not trust it yet could not
 * fetch over HTTPS, and sends everybody else to where it is secure.
 */
export interface Greeter {
  readonly port: number
  stop(): Promise<void>
}

interface Options {
  readonly host: string
  readonly port: number
  readonly securePort: number
  readonly authority: string
  readonly names: () => Names
}

/** Nobody is sent to a host that is not this one, whatever the request says of itself. */
function secureAddress(host: string | undefined, path: string, { names, securePort }: Options): string {
  const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  const { hosts, addresses } = names()
  const isOurs = hosts.includes(asked) || addresses.includes(asked.replace(/^\[|\]$/g, ''))
  return `https://${isOurs ? asked : 'localhost'}:${securePort}${path}`
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Starts it on the port, or on any other where that one is taken. */
export async function startGreeter(options: Options): Promise<Greeter> {
  const server = createServer((request, reply) => {
    const path = request.url?.startsWith('/') ? request.url : '/'
    if (path === '/ca.crt') {
      reply.writeHead(200, {
        'content-type': 'application/x-x509-ca-cert',
        'content-disposition': 'attachment; filename="restow-ca.crt"',
        'cache-control': 'no-cache',
      })
      return reply.end(options.authority)
    }
    reply.writeHead(307, { location: secureAddress(request.headers.host, path, options) })
    return reply.end()
  })
  const { host } = options
  const port = await listen(server, host, options.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    return listen(server, host, 0)
  })
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
