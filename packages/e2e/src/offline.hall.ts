import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, runningAppUrl, verifyLedger } from '@restow/server'
import { uuidv7 } from '@restow/testkit/commands'
import { type FaultyNetwork, openFaultyNetwork } from '@restow/testkit/faulty-network'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import { signIn } from './operations.load.ts'

type Database = ReturnType<typeof openDatabase>

/** A hall: the built server with its database, and a Wi-Fi between it and the handhelds. */
export class Hall {
  readonly network: FaultyNetwork
  readonly #server: ServerProcess
  readonly #dataDir: string
  readonly #db: Database
  readonly #others: FaultyNetwork[] = []

  private constructor(dataDir: string, server: ServerProcess, network: FaultyNetwork) {
    this.#dataDir = dataDir
    this.#server = server
    this.network = network
    this.#db = openDatabase(runningAppUrl(dataDir) ?? '', 1)
  }

  static async open(): Promise<Hall> {
    const dataDir = mkdtempSync(join(tmpdir(), 'restow offline '))
    const server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
    return new Hall(dataDir, server, await openFaultyNetwork(server.port))
  }

  /** Another Wi-Fi of the same hall, with faults of its own. */
  async anotherNetwork(): Promise<FaultyNetwork> {
    const another = await openFaultyNetwork(this.#server.port)
    this.#others.push(another)
    return another
  }

  async close(): Promise<void> {
    await Promise.all([this.network, ...this.#others].map((network) => network.close()))
    await this.#db.close()
    await this.#server.stop()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  /** Takes in what a seller announces. */
  async announce(file: string, seller = 'LOTUS', format: 'amazon' | 'csv' = 'amazon'): Promise<void> {
    const { origin, cookie } = await signIn(this.#server.origin)
    const answer = await fetch(`${origin}/api/imports/returns?seller=${seller}&format=${format}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/tab-separated-values' },
      body: file,
    })
    const { state, rejected } = (await answer.json()) as { state: string; rejected: unknown[] }
    if (state !== 'done' || rejected.length > 0) throw new Error(`The file was not taken: ${state}`)
  }

  /** Asks the database itself. */
  async ask<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#db.staff.query<Row>(text, [...values])).rows
  }

  /** The ledger's streams whose chain is broken. */
  async brokenChains(): Promise<readonly unknown[]> {
    return (await verifyLedger(this.#db.staff)).broken
  }

  /** Does something as a supervisor at the desk, past the faulty network. @returns the outcome */
  async does(command: Record<string, unknown>): Promise<{ outcome: string; code?: string }> {
    const { origin, cookie } = await signIn(this.#server.origin, 'SV2001')
    const envelope = { commandId: uuidv7(), deviceId: 'desk', deviceSeq: 0 }
    const whole = { ...envelope, scannedAt: new Date().toISOString(), ...command }
    const answer = await fetch(`${origin}/api/commands`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ commands: [whole] }),
    })
    const { outcomes } = (await answer.json()) as { outcomes: { outcome: string; code?: string }[] }
    return outcomes[0] ?? { outcome: `status ${answer.status}` }
  }

  /** Asks the server, past the faulty network, as a supervisor. */
  async get(path: string): Promise<Response> {
    const { origin, cookie } = await signIn(this.#server.origin, 'SV2001')
    return fetch(`${origin}${path}`, { headers: { cookie } })
  }
}
