import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problemBody } from './problem.ts'

const CSP = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** An address with an ending names a file; any other within an app is the app's own to show. */
const namesFile = (url: string): boolean => /\.([a-z0-9]{2,5}|webmanifest)$/.test(url.split('?')[0] ?? '')

/** What belongs to programs: an unknown address there is no page of the desk. */
const FOR_PROGRAMS = /^\/(api|healthz|readyz|metrics)(\/|\?|$)/

/** Folders of the built pages. */
export interface Pages {
  readonly floor: string
  readonly desk: string
}

function servePages(scope: FastifyInstance, root: string): void {
  scope.register(statics, {
    root,
    // The build has put them there.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const immutable = path.includes('/assets/')
      // What has no hash in its name (the page, its worker, the manifest) is asked for anew each time.
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      reply.header('content-security-policy', CSP)
    },
  })
  scope.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !namesFile(request.url) && !FOR_PROGRAMS.test(request.url)
      ? reply.sendFile('index.html')
      : reply
          .code(404)
          .type('application/problem+json')
          .send(problemBody(404, 'not_found', 'There is nothing at this address.')),
  )
}

/** The desk at `/`, the floor at `/floor`. */
export async function pageRoutes(app: FastifyInstance, { floor, desk }: Pages): Promise<void> {
  // Without the slash it would be a page of the desk, and none of the floor's own worker.
  app.get('/floor', (_, reply) => reply.redirect('/floor/'))
  await app.register(async (scope) => servePages(scope, floor), { prefix: '/floor' })
  await app.register(async (scope) => servePages(scope, desk), { prefix: '/' })
}
