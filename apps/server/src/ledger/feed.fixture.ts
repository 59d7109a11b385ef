import { expect, vi } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import type { Warehouse } from '../../../../packages/testkit/src/server.ts'
import type { Feed } from './open-feed.ts'

/** How long tests of the feed wait for what was recorded to be told. */
export const until = (what: () => boolean | Promise<boolean>) =>
  vi.waitUntil(what, { timeout: 30_000, interval: 10 })

/** Feeds of tests, closed after each: `afterEach(closeFeeds)`. */
const feeds: Feed[] = []
export function closeLater(feed: Feed): Feed {
  feeds.push(feed)
  return feed
}
export async function closeFeeds(): Promise<void> {
  for (const feed of feeds.splice(0)) await feed.close()
}

let parcels = 0
export const receive = () => command('ReceiveParcel', { tracking: `FEED-${++parcels}`, condition: 'intact' })

/** What must be true of the feed, whatever happened: it is dense, complete, and tells each stream in its order. */
export async function expectWhole(of: Warehouse): Promise<number> {
  await until(async () => {
    const [row] = await of.sql<{ left: boolean }>(
      'select exists (select from ledger_event e where not exists (select from ledger_position p where p.stream_id = e.stream_id and p.version = e.version)) as left',
    )
    return row?.left === false
  })
  const [row] = await of.sql<{ n: number; head: number; events: number; disordered: number }>(`
    select count(*)::int as n, coalesce(max(position), 0)::int as head, (select count(*)::int from ledger_event) as events,
      (select count(*)::int from (select version < lag(version) over (partition by stream_id order by position) as wrong from ledger_position) o where wrong) as disordered
    from ledger_position`)
  expect(row).toEqual({ n: row?.events, head: row?.events, events: row?.events, disordered: 0 })
  return row?.head ?? 0
}
