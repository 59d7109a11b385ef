import { setTimeout as sleep } from 'node:timers/promises'
import { LOCKS } from '@restow/server'
import { Handheld } from '@restow/testkit/commands'
import type { ServerProcess } from '@restow/testkit/server-process'
import pg from 'pg'
import { median, print, rounded } from './figures.ts'
import { nextKey, openReaders } from './live-readers.ts'
import { SocketClient } from './socket-client.ts'

/** What the boards cost the commands: the same load with the feed and 20 screens, and with neither. */

const LOAD_SECONDS = Number(process.env.LOAD_SECONDS ?? 1.5)
const CONNECTIONS = 32
const SCREENS = 10
const READY = '{"type":"ready"'

const POSITION = /^restow_feed_position (\d+)/m
const READERS = /^restow_feed_reader_position\{reader="([^"]+)"\} (-?\d+)/gm

/** How far the slowest reader is behind: the nodes take turns, so it is where the furthest of them has come. */
async function readersBehind(nodes: readonly ServerProcess[]): Promise<number> {
  const texts = await Promise.all(nodes.map(async ({ origin }) => (await fetch(`${origin}/metrics`)).text()))
  const head = Math.max(...texts.map((text) => Number(POSITION.exec(text)?.[1] ?? 0)))
  const furthest = new Map<string, number>()
  for (const [, reader = '', position] of texts.flatMap((text) => [...text.matchAll(READERS)]))
    furthest.set(reader, Math.max(furthest.get(reader) ?? 0, Number(position)))
  return head - Math.min(head, ...furthest.values())
}

/** Commands a second over 32 connections, half of them to each node. */
async function throughput(posts: readonly SocketClient[], hand: Handheld): Promise<number> {
  let done = 0
  const until = performance.now() + LOAD_SECONDS * 1000
  await Promise.all(
    posts.map(async (post) => {
      while (performance.now() < until) {
        const command = hand.command('ReceiveParcel', { tracking: nextKey(), condition: 'intact' })
        const answer = await post.post(JSON.stringify({ commands: [command] }))
        if (!answer.includes('"outcome":"accepted"')) throw new Error(`not accepted: ${answer}`)
        done += 1
      }
    }),
  )
  return done / LOAD_SECONDS
}

/** @param loadRounds many short ones: what else a computer does then falls on both sides alike */
export async function boardsUnderLoad(
  nodes: readonly ServerProcess[],
  cookie: string,
  adminUrl: string,
  loadRounds: number,
): Promise<void> {
  const posts = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, n) =>
      SocketClient.open(nodes[n % 2]?.port ?? 0, cookie, '/api/commands'),
    ),
  )
  const hand = new Handheld('bench-load')
  const admin = new pg.Pool({ connectionString: adminUrl })
  /** While somebody else holds the lock nobody gives positions, so no board hears of anything. */
  async function withoutBoards<T>(work: () => Promise<T>): Promise<T> {
    const holder = await admin.connect()
    // First in the queue, then whoever has it is cut off: else another node would be quicker.
    const locked = holder.query('select pg_advisory_lock($1)', [LOCKS.assigner])
    const holders = () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_locks l where locktype = 'advisory' and objid = $1 and granted
         and exists (select from pg_locks w where w.objid = l.objid and not w.granted)`,
        [LOCKS.assigner],
      )
    let isLocked = false
    void locked.then(() => {
      isLocked = true
    })
    while (!isLocked) {
      await holders()
      await sleep(20)
    }
    const result = await work()
    await holder.query('select pg_advisory_unlock($1)', [LOCKS.assigner])
    holder.release()
    return result
  }
  /** What was put off while nobody gave positions is done first: it is none of what boards cost while commands come in. */
  const caughtUp = async () => {
    for (;;) {
      const { rows } = await admin.query<{ left: string }>(
        'select (select count(*) from ledger_event) - (select count(*) from ledger_position) as left',
      )
      if (Number(rows[0]?.left) === 0 && (await readersBehind(nodes)) === 0) return
      await sleep(50)
    }
  }
  async function withBoards<T>(work: () => Promise<T>): Promise<T> {
    await caughtUp()
    let ready = 0
    const screens = await Promise.all(
      nodes.map((node) =>
        openReaders(
          SCREENS,
          `${node.origin.replace('http', 'ws')}/api/live`,
          cookie,
          (ws) => ws.send(JSON.stringify({ type: 'subscribe', boards: ['bins', 'pipeline'], events: false })),
          (_, data) => {
            if (data.toString('latin1', 0, READY.length) === READY) ready += 1
          },
        ),
      ),
    )
    while (ready < SCREENS * nodes.length) await sleep(10)
    const result = await work()
    for (const ws of screens.flat()) ws.terminate()
    return result
  }
  const run = () => throughput(posts, hand)
  await run()
  const rounds: { on: number; off: number }[] = []
  for (let round = 0; round < loadRounds; round++) {
    // Either is first by turns: the ledger grows with each.
    const first = round % 2 === 0
    const off = first ? await withoutBoards(run) : null
    const on = await withBoards(run)
    rounds.push({ on, off: off ?? (await withoutBoards(run)) })
  }
  await admin.end()
  for (const post of posts) post.close()
  const ratios = rounds.map(({ on, off }) => on / off)
  print({
    ...{
      bench: 'live',
      figure: 'throughput_with_boards',
      value: median(ratios),
      unit: 'ratio',
      higherIsBetter: true,
    },
    detail: {
      rounds: ratios.map((n) => rounded(n)),
      on_per_second: Math.round(median(rounds.map((r) => r.on))),
      off_per_second: Math.round(median(rounds.map((r) => r.off))),
      screens: SCREENS * 2,
    },
  })
}
