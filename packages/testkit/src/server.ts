import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '@restow/contracts'
import type { StaffRole, Zone } from '@restow/domain'
import { buildApp, migrate, migrationsFolder, openDatabase } from '@restow/server'
import pg from 'pg'
import { bin, type World, world } from './builders.ts'
import { createDatabase, type DatabaseUrls } from './database.ts'
import { Description } from './described.ts'

/** A whole server on a migrated database of its own, with a small warehouse in it and people who sign in. */

type App = Awaited<ReturnType<typeof buildApp>>
interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly payload?: string | object | Buffer
  readonly headers?: Record<string, string>
}
export interface Response {
  readonly statusCode: number
  readonly headers: Record<string, unknown>
  readonly cookies: readonly { name: string; value: string; [flag: string]: unknown }[]
  readonly body: string
  readonly rawPayload: Buffer
  json<T = unknown>(): T
}

export const PIN = '135790'
export const PASSWORD = 'restow-demo'
/** Argon2id of the PIN and of the password, cheap to check: tests sign in often. */
const PIN_HASH =
  '$argon2id$v=19$m=64,t=1,p=1$Iqz9GoAQs86nYxi4cWyIbA$uknQ6S2dzJ+eRR9VhTO94H52+v0z/E+NNCpdWhYdOWE'
const PASSWORD_HASH =
  '$argon2id$v=19$m=64,t=1,p=1$riKGappPXElMK5j9GqK3Sg$HIONmuDYMdaBCBAa9vUr9goiRpOVRjba2USK5pRVEiQ'

/** Who works in the warehouse of the tests. */
export const STAFF = [
  { badge: 'OP1001', name: 'Otto', role: 'operator' },
  { badge: 'OP1002', name: 'Olga', role: 'operator' },
  { badge: 'SV2001', name: 'Sven', role: 'supervisor' },
  { badge: 'AD3001', name: 'Ada', role: 'admin' },
] as const satisfies readonly { badge: string; name: string; role: StaffRole }[]
export type Badge = (typeof STAFF)[number]['badge']
const SELLER_USERS = [
  { email: 'lotus@test.restow', seller: 'LOTUS' },
  { email: 'northstar@test.restow', seller: 'NORTHSTAR' },
] as const
export type Email = (typeof SELLER_USERS)[number]['email']

/** Bins by what they are for; S-01-02 has room for one plate. */
export const BINS = {
  dock: 'LAX1-D-01-01',
  inspection: 'LAX1-I-01-01',
  hold: 'LAX1-H-01-01',
  quarantine: 'LAX1-Q-01-01',
  resell: 'LAX1-S-01-01',
  small: 'LAX1-S-01-02',
  refurbish: 'LAX1-F-01-01',
  scrap: 'LAX1-X-01-01',
  outbound: 'LAX1-O-01-01',
} as const

/** The usual world of the tests, with bins that have codes as they are printed. */
export const housed = (over: Partial<World> = {}): World =>
  world({
    ...over,
    bins: Object.entries(BINS).map(([name, code]) =>
      name === 'small' ? bin(code, 'resell', 1) : bin(code, name as Zone, 50),
    ),
  })

async function migrated(): Promise<DatabaseUrls & { drop(): Promise<void> }> {
  return createDatabase({
    template: 'restow',
    migrate: async ({ ownerUrl, appUrl }) => {
      await migrate(migrationsFolder, ownerUrl, decodeURIComponent(new URL(appUrl).username))
    },
  })
}

/** Rows of a table, given as objects that all have the same columns. */
async function put(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map((_, i) => `$${i + 1}`)
    await client.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    )
  }
}

/** The reference data of the tests' world, in tables. */
async function seed(url: string, of: World): Promise<void> {
  const { warehouse } = of
  const house = { code: warehouse, name: 'Los Angeles 1', time_zone: 'America/Los_Angeles', currency: 'USD' }
  const tables: Readonly<Record<string, readonly object[]>> = {
    warehouse: [house],
    staff: STAFF.map((s) => ({ ...s, warehouse, pin_hash: PIN_HASH })),
    seller: Object.values(of.sellers).map((s) => ({ ...s, name: s.code, policy: JSON.stringify(s.policy) })),
    seller_user: SELLER_USERS.map((u) => ({ ...u, name: u.seller, password_hash: PASSWORD_HASH })),
    product: of.products.map((p) => ({ ...p, flags: [...p.flags] })),
    checklist: Object.values(of.checklists).map((c) => ({ category: c.category, body: JSON.stringify(c) })),
    bin: of.bins.map((b) => ({ ...b, warehouse })),
  }
  const client = new pg.Client({ connectionString: url, options: '-c restow.scope=staff' })
  await client.connect()
  try {
    for (const [table, rows] of Object.entries(tables)) await put(client, table, rows)
    for (const r of of.announced) await announce(client, r)
  } finally {
    await client.end()
  }
}

async function announce(client: pg.Client, r: World['announced'][number]): Promise<void> {
  const id = /^[0-9a-f-]{36}$/.test(r.id) ? r.id : randomUUID()
  const { seller } = r
  await put(client, 'expected_return', [
    { id, seller, rma_number: r.rmaNumber, order_number: r.orderNumber, channel: 'test' },
  ])
  await put(
    client,
    'expected_tracking',
    r.tracking.map((tracking_number) => ({ tracking_number, expected_return: id, seller })),
  )
  await put(
    client,
    'expected_line',
    r.lines.map((l) => ({
      expected_return: id,
      seller,
      sku: l.sku,
      occurrence: l.occurrence,
      quantity: l.quantity,
      value_minor: l.valueMinor,
      currency: l.currency,
      reason_raw: l.reason.raw,
      reason_mapped: l.reason.mapped,
      title: l.sku,
    })),
  )
}

/** Somebody who is signed in. */
export class Person {
  readonly #app: App
  readonly cookie: string

  constructor(app: App, cookie: string) {
    this.#app = app
    this.cookie = cookie
  }

  ask(request: Request): Promise<Response> {
    const { headers, ...rest } = request
    return this.#app.inject({ ...rest, headers: { cookie: this.cookie, ...headers } })
  }

  get(url: string): Promise<Response> {
    return this.ask({ method: 'GET', url })
  }

  /** What stands at this address. @throws where it is not answered with 200 */
  async read<T>(url: string): Promise<T> {
    const answer = await this.get(url)
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json<T>()
  }

  /** The answer to a batch of commands, whatever it is. */
  post(commands: readonly unknown[]): Promise<Response> {
    return this.ask({ method: 'POST', url: '/api/commands', payload: { commands } })
  }

  /** The outcomes of a batch. @throws where it is not answered with 200 */
  async give(...commands: readonly unknown[]): Promise<Outcome[]> {
    const answer = await this.post(commands)
    if (answer.statusCode !== 200) throw new Error(`commands: ${answer.statusCode} ${answer.body}`)
    return answer.json<{ outcomes: Outcome[] }>().outcomes
  }

  /** As `give`, where every command has to be accepted. */
  async did(...commands: readonly unknown[]): Promise<Outcome[]> {
    const outcomes = await this.give(...commands)
    const refused = outcomes.find((o) => o.outcome === 'rejected')
    if (refused) throw new Error(`${refused.code}: ${refused.message}`)
    return outcomes
  }
}

interface LogStream {
  write(line: string): boolean
}

/** Where pino writes to: it hangs on the logger, or on what that one comes from, under a symbol. */
function streamsOf(log: object): LogStream[] {
  const found: LogStream[] = []
  for (let at = log; at; at = Object.getPrototypeOf(at))
    for (const symbol of Object.getOwnPropertySymbols(at))
      if (symbol.description === 'pino.stream')
        found.push((at as Record<symbol, LogStream>)[symbol] as LogStream)
  return found
}

/** Holds every answer of an app against its own description. @throws in place of an answer that is otherwise */
function holdToDescription(app: App): void {
  const inject = app.inject.bind(app) as (asked: Request | string) => Promise<Response>
  let description: Description | null = null
  const held = async (asked: Request | string): Promise<Response> => {
    const answer = await inject(asked)
    description ??= new Description(app.swagger())
    const { method, url } = typeof asked === 'string' ? { method: 'GET', url: asked } : asked
    const problem = description.problemOf(method ?? 'GET', String(url), answer)
    if (problem !== '') throw new Error(problem)
    return answer
  }
  app.inject = held as unknown as App['inject']
}

/** One node: the server's app on a database. */
export class Node {
  readonly app: App
  readonly db: ReturnType<typeof openDatabase>
  /** The lines that it logged, where it was given a level to log at. */
  readonly logged: string[] = []

  constructor(app: App, db: ReturnType<typeof openDatabase>) {
    this.app = app
    this.db = db
    holdToDescription(app)
    for (const stream of streamsOf(app.log)) stream.write = (line) => this.logged.push(line) > 0
  }

  signIn(payload: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.inject({ method: 'POST', url: '/api/sessions', payload, headers })
  }

  /** Signs in by badge or by e-mail address. */
  async as(who: Badge | Email): Promise<Person> {
    const payload = who.includes('@') ? { email: who, password: PASSWORD } : { badge: who, pin: PIN }
    const answer = await this.signIn(payload)
    const [cookie] = answer.cookies
    if (answer.statusCode !== 200 || !cookie) throw new Error(`sign-in of ${who}: ${answer.body}`)
    return new Person(this.app, `${cookie.name}=${cookie.value}`)
  }

  /** Whoever carries this cookie. */
  with(cookie: string): Person {
    return new Person(this.app, cookie)
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.db.close()
  }
}

export interface NodeOptions {
  /** The database as this node reaches it, where that is not the app's role at the database itself. */
  readonly url?: string
  readonly connections?: number
  readonly origins?: readonly string[]
  readonly proxies?: number
  readonly logLevel?: string
  readonly printing?: Parameters<typeof buildApp>[0]['printing']
  readonly live?: Parameters<typeof buildApp>[0]['live']
  readonly webhooks?: Parameters<typeof buildApp>[0]['webhooks']
  readonly mail?: Parameters<typeof buildApp>[0]['mail']
}

/** A warehouse with its database, its data folder and one server, to which others can be added. */
export interface Warehouse {
  readonly urls: DatabaseUrls
  readonly dataDir: string
  readonly node: Node
  /** One more server on the same database. */
  addNode(options?: NodeOptions): Promise<Node>
  /** Asks the database itself, as the superuser. */
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

/** Opens a warehouse of its own for one test file. @param of its reference data; the usual world when left out */
export async function openWarehouse(options: NodeOptions & { world?: World } = {}): Promise<Warehouse> {
  const urls = await migrated()
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-test-data-'))
  await seed(urls.appUrl, options.world ?? housed())
  const nodes: Node[] = []
  const admin = new pg.Pool({ connectionString: urls.adminUrl, max: 2 })
  admin.on('error', () => {})
  const addNode = async (given: NodeOptions = {}) => {
    const { url, connections, origins, proxies, logLevel, printing, live, webhooks, mail } = given
    const db = openDatabase(url ?? urls.appUrl, connections ?? 5)
    const app = await buildApp({
      db,
      dataDir,
      ...(origins ? { origins } : {}),
      ...(proxies ? { proxies } : {}),
      ...(logLevel ? { logLevel } : {}),
      ...(printing ? { printing } : {}),
      ...(webhooks ? { webhooks } : {}),
      ...(mail ? { mail } : {}),
      ...(live ? { live } : {}),
    })
    const node = new Node(app, db)
    nodes.push(node)
    return node
  }
  return {
    urls,
    dataDir,
    node: await addNode(options),
    addNode,
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await admin.query<T>(text, values)).rows,
    async close() {
      for (const node of nodes) await node.close()
      await admin.end()
      await urls.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
