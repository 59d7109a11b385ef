import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@restow/server'
import { launchBrowser } from '@restow/testkit/browser'
import { Handheld } from '@restow/testkit/commands'
import { reachable, type ServerProcess, startServer } from '@restow/testkit/server-process'
import pg from 'pg'
import { Api } from './lib/api.ts'
import { median, print, rounded } from './lib/figures.ts'
import { addWarehouse, BINS, fillHall } from './lib/full-hall.ts'
import { nextKey, openReaders } from './lib/live-readers.ts'
import { type MapRound, openMap, scrollAndSearch } from './lib/map-frames.ts'

/**
 * The board of 20,000 bins: a snapshot over HTTP after something was recorded, against two counts of the same units by the
 * database, in turn; the same with 20,000 units instead of 200,000 (another warehouse on the same server and database); what
 * goes over the line; what it costs to catch up with much that has changed; and how smoothly its map scrolls and is searched on a
 * slow computer while units are moved.
 */

const ROUNDS = Math.max(5, Number(process.env.ROUNDS ?? 7))
const MANY = Number(process.env.UNITS ?? 200_000)
const FEW = MANY / 10
const FRAME_ROUNDS = 5
const [FEW_CHANGES, MANY_CHANGES, CATCH_UP_ROUNDS] = [500, 5000, 3]
/** Commands of one request. */
const AT_ONCE = 50

const COUNTS = ['bin', 'state'].map(
  (by) => `select ${by}, count(*) from return_unit where warehouse = 'LAX1' group by ${by}`,
)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** A snapshot, read to its last byte. */
async function bytesOf({ origin, cookie }: Api): Promise<number> {
  const answer = await fetch(`${origin}/api/boards/bins`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`no board: ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

/** A unit that is moved to and fro between two bins with room, so that a board has something to say. */
class Mover {
  readonly #api: Api
  readonly #hand = new Handheld('bench-boards')
  readonly #lpn: string
  readonly #bins: readonly string[]
  #moves = 0
  #turn: Promise<void> = Promise.resolve()

  private constructor(api: Api, lpn: string, bins: readonly string[]) {
    this.#api = api
    this.#lpn = lpn
    this.#bins = bins
  }

  static async of(api: Api, admin: pg.Client, warehouse: string): Promise<Mover> {
    const { rows } = await admin.query<{ lpn: string; code: string }>(
      `select u.lpn, b.code from return_unit u, bin b where u.warehouse = $1 and u.lpn like 'RU9%' and u.held_for is null
         and u.disposition = 'resell' and b.warehouse = $1 and b.zone = 'resell' and b.plates < b.capacity and b.code <> u.bin
       order by u.lpn, b.code limit 2`,
      [warehouse],
    )
    return new Mover(
      api,
      rows[0]?.lpn ?? '',
      rows.map(({ code }) => code),
    )
  }

  /** One after the other, however often it is asked for. */
  move(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#move())
    return this.#turn
  }

  async #move(): Promise<void> {
    const bin = this.#bins[this.#moves++ % 2] ?? ''
    await this.#api.must([this.#hand.command('MoveUnit', { lpn: this.#lpn, bin })])
  }
}

interface House {
  readonly api: Api
  readonly mover: Mover
}

async function houseOf(origin: string, admin: pg.Client, warehouse: string, badge: string): Promise<House> {
  const api = new Api(origin)
  await api.signIn(badge, '135790')
  return { api, mover: await Mover.of(api, admin, warehouse) }
}

interface Round {
  readonly many: number
  readonly few: number
  readonly counts: number
}

/** One of each, who goes first in turn. Each snapshot follows upon a command, so that none is a copy of the one before. */
async function round(n: number, many: House, few: House, counting: pg.Client): Promise<Round> {
  const sum = { many: 0, few: 0, counts: 0 }
  const snapshot = async (of: 'many' | 'few', { api, mover }: House) => {
    await mover.move()
    sum[of] = await timed(() => bytesOf(api))
  }
  const counts = async () => {
    sum.counts = await timed(async () => {
      for (const count of COUNTS) await counting.query(count)
    })
  }
  const all = [() => snapshot('many', many), () => snapshot('few', few), counts]
  for (let i = 0; i < all.length; i++) await all[(i + n) % all.length]?.()
  return sum
}

/** Of a look at a hall that nobody looked at while so many parcels came in. @returns ms */
async function catchUp({ api }: House, hand: Handheld, parcels: number): Promise<number> {
  await bytesOf(api)
  for (let n = 0; n < parcels; n += AT_ONCE)
    await api.must(
      Array.from({ length: AT_ONCE }, () =>
        hand.command('ReceiveParcel', { tracking: nextKey(), condition: 'intact' }),
      ),
    )
  return timed(() => bytesOf(api))
}

/** A look that has ten times as much to catch up with, against one that has little. */
async function reportCatchingUp(house: House): Promise<void> {
  const hand = new Handheld('bench-catching-up')
  await catchUp(house, hand, FEW_CHANGES)
  const rounds: { few: number; many: number }[] = []
  for (let n = 0; n < CATCH_UP_ROUNDS; n++)
    rounds.push({
      few: await catchUp(house, hand, FEW_CHANGES),
      many: await catchUp(house, hand, MANY_CHANGES),
    })
  const ratios = rounds.map(({ few, many }) => many / few)
  print({
    ...{ bench: 'boards', figure: 'catch_up_5000_vs_500', unit: 'ratio', higherIsBetter: false },
    value: median(ratios),
    detail: {
      rounds: ratios.map((n) => rounded(n)),
      ...{ few: FEW_CHANGES, few_ms: rounded(median(rounds.map(({ few }) => few))) },
      ...{ many: MANY_CHANGES, many_ms: rounded(median(rounds.map(({ many }) => many))) },
    },
  })
}

/** What one reader is told: the board as it begins, and a change after one move. */
async function wire(
  server: ServerProcess,
  { api, mover }: House,
): Promise<{ snapshot: number; change: number }> {
  const heard: Buffer[] = []
  const [ws] = await openReaders(
    1,
    `${server.origin.replace('http', 'ws')}/api/live`,
    api.cookie,
    (socket) => socket.send(JSON.stringify({ type: 'subscribe', boards: ['bins'], events: false })),
    (_, data) => void heard.push(Buffer.from(data)),
  )
  const sizeOf = async (type: string): Promise<number> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = heard.find((data) =>
        data.toString('latin1', 0, 40).startsWith(`{"type":"${type}","board":"bins"`),
      )
      if (found) return found.length
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`no ${type} of the bins came`)
  }
  const snapshot = await sizeOf('snapshot')
  await mover.move()
  const change = await sizeOf('change')
  ws?.terminate()
  return { snapshot, change }
}

function report(rounds: readonly Round[], first: number, bytes: { snapshot: number; change: number }): void {
  const ratios = rounds.map(({ many, counts }) => many / counts)
  const growth = rounds.map(({ many, few }) => many / few)
  const ms = (of: (one: Round) => number) => rounded(median(rounds.map(of)))
  print({
    ...{ bench: 'boards', figure: 'snapshot_vs_counts', unit: 'ratio', higherIsBetter: false },
    value: median(ratios),
    detail: {
      rounds: ratios.map((n) => rounded(n)),
      ...{
        snapshot_ms: ms((r) => r.many),
        two_counts_ms: ms((r) => r.counts),
        first_snapshot_ms: rounded(first),
      },
      ...{ units: MANY, bins: BINS, snapshot_bytes: bytes.snapshot, change_bytes: bytes.change },
    },
  })
  print({
    ...{ bench: 'boards', figure: 'growth_200k_vs_20k', unit: 'ratio', higherIsBetter: false },
    value: median(growth),
    detail: {
      rounds: growth.map((n) => rounded(n)),
      many_ms: ms((r) => r.many),
      few_ms: ms((r) => r.few),
      few: FEW,
    },
  })
}

function reportFrames(rounds: readonly MapRound[]): void {
  const scroll = median(rounds.map((r) => r.scroll))
  const search = median(rounds.map((r) => r.search))
  print({
    ...{ bench: 'boards', figure: 'map_fps', unit: 'count', higherIsBetter: true },
    value: Math.min(scroll, search),
    detail: {
      scroll_fps: rounds.map((r) => rounded(r.scroll)),
      search_fps: rounds.map((r) => rounded(r.search)),
      idle_fps: rounds.map((r) => rounded(r.idle)),
      slower: 4,
      found: rounds.map((r) => r.found),
    },
  })
}

async function frames(server: ServerProcess, { mover }: House): Promise<MapRound[]> {
  const browser = await launchBrowser()
  try {
    const page = await openMap(browser, server.origin, BINS)
    const rounds: MapRound[] = []
    for (let n = 0; n < FRAME_ROUNDS; n++) rounds.push(await scrollAndSearch(page, () => mover.move()))
    return rounds
  } finally {
    await browser.close()
  }
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-boards-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  const env = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    RESTOW_DATA_DIR: dataDir,
    RESTOW_DEMO: '1',
  }
  const server = await startServer(env)
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  const counting = new pg.Client({
    connectionString: postgres.appUrl,
    options: '-c restow.scope=staff -c jit=off',
  })
  try {
    await admin.connect()
    await counting.connect()
    await addWarehouse(admin, 'BIG2')
    await fillHall(admin, 'LAX1', MANY, 9_000_000_000)
    await fillHall(admin, 'BIG2', FEW, 9_800_000_000)
    await admin.query('vacuum analyze')
    const many = await houseOf(server.origin, admin, 'LAX1', 'OP1001')
    const few = await houseOf(server.origin, admin, 'BIG2', 'OP7001')
    const first = await timed(() => bytesOf(many.api))
    await round(0, many, few, counting)
    const rounds: Round[] = []
    for (let n = 0; n < ROUNDS; n++) rounds.push(await round(n, many, few, counting))
    report(rounds, first, await wire(server, many))
    await reportCatchingUp(few)
    reportFrames(await frames(server, many))
  } finally {
    await admin.end()
    await counting.end()
    await server.stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
