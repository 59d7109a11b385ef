import { Counter, Gauge, type Registry } from 'prom-client'

/** What is told of the feed and of the boards' sockets. */

interface Feed {
  readonly isAssigning: boolean
  readonly readers: readonly { readonly name: string; readonly reached: number }[]
  head(): Promise<number>
}
interface Live {
  readonly sockets: number
  readonly dropped: Readonly<Record<string, number>>
  readonly lagSeconds: number
}

export function feedMetrics(registry: Registry, feed: Feed, live: Live): void {
  const registers = [registry]
  new Gauge({
    name: 'restow_feed_assigning',
    help: 'Whether this node looks for what has no position; over all nodes the sum is 1',
    registers,
    collect() {
      this.set(feed.isAssigning ? 1 : 0)
    },
  })
  new Gauge({
    name: 'restow_feed_position',
    help: 'The last position of the feed; it has one for each event',
    registers,
    async collect() {
      // A database that is away is told by other figures.
      await feed.head().then(
        (head) => this.set(head),
        () => {},
      )
    },
  })
  new Gauge({
    name: 'restow_feed_lag_seconds',
    help: 'How long the last event took from being recorded to being told to the boards',
    registers,
    collect() {
      this.set(live.lagSeconds)
    },
  })
  new Gauge({
    name: 'restow_feed_reader_position',
    help: 'How far each reader that remembers has come',
    labelNames: ['reader'] as const,
    registers,
    collect() {
      for (const { name, reached } of feed.readers) this.set({ reader: name }, Math.max(0, reached))
    },
  })
  new Gauge({
    name: 'restow_live_sockets',
    help: 'Open connections to /api/live',
    registers,
    collect() {
      this.set(live.sockets)
    },
  })
  new Counter({
    name: 'restow_live_dropped_total',
    help: 'Connections that were ended because nobody read there: too slow, or silent',
    labelNames: ['why'] as const,
    registers,
    collect() {
      this.reset()
      for (const [why, count] of Object.entries(live.dropped)) this.inc({ why }, count)
    },
  })
}
