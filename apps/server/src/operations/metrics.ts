import type { Outcome } from '@restow/contracts'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { feedMetrics } from './feed-metrics.ts'

/** What Prometheus is told: how long requests take, how commands end, how the process and its database pool are. */

/** Figures of the process are one set, however many servers run in it (in tests, several do). */
let ofTheProcess: Registry | null = null
function processRegistry(): Registry {
  if (!ofTheProcess) {
    ofTheProcess = new Registry()
    collectDefaultMetrics({ register: ofTheProcess })
  }
  return ofTheProcess
}

/** A door to the ledger, as far as it is counted. */
interface Submits<A extends readonly unknown[]> {
  submit(commands: readonly unknown[], ...rest: A): Promise<Outcome[]>
}
/** A pool of database connections, as far as it is watched. */
interface Pool {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

type Watched = Parameters<typeof feedMetrics> extends [Registry, ...infer W] ? W : never

const typeOf = (command: unknown, types: ReadonlySet<string>): string => {
  const type =
    typeof command === 'object' && command !== null ? (command as { type?: unknown }).type : undefined
  // Of what is sent only known types become labels: a label is kept for good.
  return typeof type === 'string' && types.has(type) ? type : 'unknown'
}

export class Metrics {
  readonly #registry = new Registry()
  readonly #requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  })
  readonly #commands = new Counter({
    name: 'restow_commands_total',
    help: 'Commands by type and outcome; refused ones by the code that says why',
    labelNames: ['type', 'outcome', 'code'] as const,
    registers: [this.#registry],
  })
  readonly #types: ReadonlySet<string>

  constructor(pool: Pool, commandTypes: readonly string[]) {
    this.#types = new Set(commandTypes)
    const gauge = new Gauge({
      name: 'restow_database_connections',
      help: 'Connections of the staff pool: all, idle, and requests that wait for one',
      labelNames: ['state'] as const,
      registers: [this.#registry],
      collect: () => {
        gauge.set({ state: 'total' }, pool.totalCount)
        gauge.set({ state: 'idle' }, pool.idleCount)
        gauge.set({ state: 'waiting' }, pool.waitingCount)
      },
    })
  }

  /** @param route the pattern, not the address: addresses are without number */
  requestTook(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status }, seconds)
  }

  /** The feed and the boards' sockets are counted too. */
  watch(...[feed, live]: Watched): void {
    feedMetrics(this.#registry, feed, live)
  }

  /** The same door; what goes through it is counted. */
  counting<A extends readonly unknown[], D extends Submits<A>>(door: D): D {
    const submit = async (commands: readonly unknown[], ...rest: A): Promise<Outcome[]> => {
      const outcomes = await door.submit(commands, ...rest)
      for (const [i, { outcome, code }] of outcomes.entries())
        this.#commands.inc({ type: typeOf(commands[i], this.#types), outcome, code: code ?? '' })
      return outcomes
    }
    return { ...door, submit }
  }

  /** Everything, in Prometheus' text format. */
  async text(): Promise<{ type: string; body: string }> {
    const all = Registry.merge([processRegistry(), this.#registry])
    return { type: all.contentType, body: await all.metrics() }
  }
}
