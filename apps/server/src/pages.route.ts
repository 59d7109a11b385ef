import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'

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

/** The built pages. Addresses within an app that are no file are its own to show. */
export async function pageRoutes(app: FastifyInstance, { floor }: { floor: string }): Promise<void> {
  await app.register(statics, {
    root: floor,
    prefix: '/floor/',
    setHeaders: (reply, path) => {
      const named = path.includes('/assets/')
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      reply.header('content-security-policy', CSP)
    },
  })
  app.get('/', (_request, reply) => reply.redirect('/floor/'))
  app.get('/floor', (_request, reply) => reply.redirect('/floor/'))
  app.get('/floor/*', (request, reply) => {
    const isAsset = /\.[a-z0-9]{2,5}$/.test(request.url.split('?')[0] ?? '')
    return isAsset ? reply.callNotFound() : reply.sendFile('index.html')
  })
}
