import { openWarehouse, type Warehouse } from '@restow/testkit/server'
import { residentBytes, type ServerProcess, startServer } from '@restow/testkit/server-process'
import { GOLDEN_ROWS, keepGolden } from '../../../apps/server/src/reports/golden.fixture.ts'

/** A seller's year that has closed, many times the units that a test would keep one by one, and the built server to ask for it. */

/**
 * By so much a server may grow while it sends a report of any length. Pages and the room that the heap takes for young objects come to 25
 * to 70 MB, with Node 24 to 95; one that made strings of 100,000 rows came to 150.
 */
export const MOST_MB = 120
const ROWS_A_DAY = 10_000
const [FIRST, MODEL] = ['2026-01-01', '2026-11-20']

const day = (n: number) => new Date(Date.parse(FIRST) + n * 86_400_000).toISOString().slice(0, 10)

/** Fills days with copies of the one that all files are held against. */
async function fill({ node, sql }: Warehouse, days: number): Promise<void> {
  await keepGolden(node.db.staff, GOLDEN_ROWS, MODEL)
  for (let n = 0; n < days; n++) {
    await sql(
      `insert into report_row (warehouse, seller, day, n, json, csv, took)
        select warehouse, seller, $1, (row_number() over ())::int, json, csv, took from report_row, generate_series(1, ${ROWS_A_DAY})
        where day = $2 limit ${ROWS_A_DAY}`,
      [day(n), MODEL],
    )
    await sql(
      `insert into report_day (warehouse, seller, day, counts, totals, rows, digest)
        select warehouse, seller, $1, counts, totals, ${ROWS_A_DAY}, 'copies' from report_day where day = $2`,
      [day(n), MODEL],
    )
  }
  await sql('analyze report_row')
}

export class Year {
  readonly rows: number
  readonly #warehouse: Warehouse
  readonly #server: ServerProcess
  readonly #cookie: string
  readonly #idle: number

  private constructor(
    warehouse: Warehouse,
    server: ServerProcess,
    cookie: string,
    idle: number,
    days: number,
  ) {
    this.#warehouse = warehouse
    this.#server = server
    this.#cookie = cookie
    this.#idle = idle
    this.rows = days * ROWS_A_DAY
  }

  static async open(days: number): Promise<Year> {
    const warehouse = await openWarehouse()
    await fill(warehouse, days)
    const { appUrl, ownerUrl } = warehouse.urls
    const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, RESTOW_DATA_DIR: warehouse.dataDir }
    const server = await startServer(env)
    const { cookie } = await warehouse.node.as('lotus@test.restow')
    return new Year(warehouse, server, cookie, await residentBytes(server), days)
  }

  /**
   * Asks for all of it.
   * @returns how many megabytes more the server held meanwhile than before it was asked for anything, and what came
   */
  async ask(format: string): Promise<{ grown: number; bytes: number; rows: number }> {
    const days = `from=${FIRST}&to=${day(this.rows / ROWS_A_DAY - 1)}`
    const url = `${this.#server.origin}/api/reports/dispositions?seller=LOTUS&${days}&format=${format}`
    const answer = await fetch(url, { headers: { cookie: this.#cookie } })
    if (answer.status !== 200 || !answer.body) throw new Error(`${url}: ${answer.status}`)
    let [most, bytes, looked] = [0, 0, 0]
    for await (const piece of answer.body) {
      bytes += piece.length
      if (performance.now() - looked < 20) continue
      most = Math.max(most, await residentBytes(this.#server))
      looked = performance.now()
    }
    return { grown: (most - this.#idle) / 1e6, bytes, rows: Number(answer.headers.get('restow-report-rows')) }
  }

  async close(): Promise<void> {
    await this.#server.stop()
    await this.#warehouse.close()
  }
}
