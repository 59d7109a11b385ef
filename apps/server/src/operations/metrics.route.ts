import type { FastifyInstance } from 'fastify'
import type { Metrics } from './metrics.ts'

/** Measures the requests of all routes that are registered after this. */
export function measured(app: FastifyInstance, { metrics }: { metrics: Metrics }): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.requestTook(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
}

export function metricsRoutes(app: FastifyInstance, { metrics }: { metrics: Metrics }): void {
  app.get('/metrics', async (_request, reply) => {
    const { type, body } = await metrics.text()
    return reply.type(type).send(body)
  })
}
