import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { CopyOut } from './copy-out.ts'
import { Line } from './line.ts'

/** Something that a named statement can be put to: a pool, or one client within a transaction. */
export interface Queryable {
  query(config: {
    name?: string
    text: string
    values?: unknown[]
    /** Milliseconds, where it is not the connection's own patience. */
    query_timeout?: number
  }): Promise<{ rows: unknown[]; rowCount: number | null }>
}

/** A connection of staff, or of one seller within a transaction; drizzle's tables over it. */
export type Tx = NodePgDatabase

export interface Database {
  /** Sees all sellers of the warehouse: the floor, the ledger, the supervisors. */
  readonly staff: pg.Pool
  /**
   * The same for what is asked many times a second in the same words, about few rows: planned once for each connection, whatever
   * is asked for, and by index, however few rows there were then. Not for what looks through a table, nor for patterns.
   */
  readonly often: pg.Pool
  /**
   * The same on as few connections as it takes, for long questions that are asked about once a second: a new connection plans one for as
   * long as thirty short ones take to answer, and each of a larger pool would come to it at some time.
   */
  readonly seldom: pg.Pool
  /** The same on one connection, for questions of which each is sent before the one ahead of it is answered. */
  readonly line: Line
  readonly tx: Tx
  /** Runs queries that see one seller's rows and no others, whatever they ask for. */
  asSeller<T>(seller: string, ask: (tx: Tx, client: Queryable) => Promise<T>): Promise<T>
  /** Reads as staff what all stood at one moment. */
  inOneSnapshot<T>(ask: (client: Queryable) => Promise<T>): Promise<T>
  /** Does as staff what is to be done together or not at all. */
  together<T>(work: (tx: Tx, client: Queryable) => Promise<T>): Promise<T>
  /** Sets something up as this person: what becomes otherwise is on record as theirs (changes.tables.ts). */
  settingUp<T>(by: string, work: (client: Queryable, tx: Tx) => Promise<T>): Promise<T>
  /** The same by a seller's own user or key, who sees and changes that seller's rows and no others. */
  settingUpOwn<T>(
    seller: string,
    by: { readonly user: string; readonly name: string },
    work: (client: Queryable) => Promise<T>,
  ): Promise<T>
  /** A connection of staff's scope outside the pool, still to be opened: for what lasts, such as a lock or listening. */
  apart(name: string): pg.Client
  close(): Promise<void>
}

/**
 * Asks a named statement, which PostgreSQL then parses and plans once for each connection.
 * @param patienceMs where it is not the connection's own
 * @returns its rows
 */
export async function ask<T>(
  on: Queryable,
  name: string,
  text: string,
  values: unknown[],
  patienceMs?: number,
): Promise<T[]> {
  const { rows } = await on.query({
    name,
    text,
    values,
    ...(patienceMs ? { query_timeout: patienceMs } : {}),
  })
  return rows as T[]
}

/** One connection answers one question at a time; those asked side by side wait for their turn. */
function inTurn(client: Queryable): Queryable {
  let before: Promise<unknown> = Promise.resolve()
  return {
    query(config) {
      const answer = before.then(async () => {
        // A copy is handed back at once, and tells by itself when it is over.
        const over = config instanceof CopyOut ? config.done : null
        return (await Promise.all([client.query(config), over]))[0]
      })
      before = answer.catch(() => {})
      return answer
    },
  }
}

/** A connection on which the transaction could not even be ended is not used again. */
async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query(begin)
    const answer = await work(client)
    await client.query('COMMIT')
    broken = false
    return answer
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => {
        broken = false
      },
      () => {},
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** Statements here are many and short; compiling one costs more than running it. */
const NO_JIT = '-c jit=off'

/** Planning costs as much as looking up. A plan that was made for an empty table must be right for a full one: row by row, each by its key. */
export const PLANNED_ONCE = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
} as const
const ONCE = Object.entries(PLANNED_ONCE)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ')

/**
 * A database that is there and does not answer must not hold up whoever asks for ever. The database is told as well,
 * so that it does not go on with what nobody waits for any more; in milliseconds.
 */
const PATIENCE_MS = 15_000

/**
 * A connection takes as long to open as ten scans to answer, its plans not counted: it is kept for when the next scan comes,
 * also where that is in some minutes.
 */
const IDLE_MS = 15 * 60_000

/** A line that died while nobody asked anything is noticed before the next scan has to wait for it; looked at first after so long. */
const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

/**
 * A server that was cut off or froze must not keep what it holds by its connection, such as a lock, for as long as
 * networks are patient: a dead line is noticed within half a minute, and so is one on which nothing is asked any more.
 */
const DEAD = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'
const NOTICED = `${DEAD} -c idle_session_timeout=30s`
/** Who gives positions in the feed looks for what there is after the turn has come, whatever the database is set up to do by default. */
const AS_IT_GOES = '-c default_transaction_isolation=read\\ committed'

/** Begins what one seller asks. Both on one way: a seller's question is more often short than not. */
const beginAs = (seller: string): string =>
  `BEGIN; SELECT set_config('restow.seller', ${pg.escapeLiteral(seller)}, true)`

/** Settled when a connection is opened, and never set on one that is open: plans are made for it (decision 036). */
const STAFF = `-c restow.scope=staff ${NO_JIT}`

/** Staff's, of what is asked many times a second. */
const OFTEN = `${STAFF} ${ONCE}`

/** Pools for staff, for what staff is asked often, and for sellers. */
function openPools(url: string, connections: number) {
  const common = {
    connectionString: url,
    application_name: 'restow',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: IDLE_MS,
    ...ALIVE,
    query_timeout: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
  }
  const staff = new pg.Pool({ ...common, max: connections, options: STAFF })
  const often = new pg.Pool({
    ...common,
    max: Math.max(2, Math.floor(connections / 2)),
    options: OFTEN,
  })
  const seldom = new pg.Pool({ ...common, max: 2, options: OFTEN })
  const line = new Line(
    () => new pg.Client({ ...common, options: `${OFTEN} ${DEAD} ${AS_IT_GOES}`, pipeline: true }),
  )
  const sellers = new pg.Pool({ ...common, options: NO_JIT, max: Math.max(2, Math.floor(connections / 2)) })
  // An idle connection that the server closes is replaced at the next query; it must not end the process.
  for (const pool of [staff, often, seldom, sellers]) {
    pool.on('error', () => {})
    // Nor must one that is lost between two statements of a transaction: the next statement fails, and whoever asked hears it.
    pool.on('connect', (client) => void client.on('error', () => {}))
  }
  return { staff, often, seldom, line, sellers }
}

/** @param url of the app's role, which owns nothing and bypasses nothing */
export function openDatabase(url: string, connections = 10): Database {
  const { staff, often, seldom, line, sellers } = openPools(url, connections)
  return {
    staff,
    often,
    seldom,
    line,
    tx: drizzle(staff),
    asSeller: (seller, ask) =>
      inTransaction(sellers, beginAs(seller), (client) => ask(drizzle(client), inTurn(client))),
    inOneSnapshot: (ask) =>
      inTransaction(staff, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) =>
        ask(inTurn(client)),
      ),
    together: (work) => inTransaction(staff, 'BEGIN', (client) => work(drizzle(client), inTurn(client))),
    settingUp: (by, work) =>
      inTransaction(staff, 'BEGIN', async (client) => {
        await client.query("SELECT set_config('restow.by', $1, true)", [by])
        return work(inTurn(client), drizzle(client))
      }),
    settingUpOwn: (seller, { user, name }, work) =>
      inTransaction(sellers, beginAs(seller), async (client) => {
        const text = "SELECT set_config('restow.by', $1, true), set_config('restow.by_name', $2, true)"
        await client.query(text, [user, name])
        return work(inTurn(client))
      }),
    apart: (name) =>
      new pg.Client({
        connectionString: url,
        application_name: `restow ${name}`,
        connectionTimeoutMillis: 10_000,
        query_timeout: PATIENCE_MS,
        ...ALIVE,
        options: `${STAFF} ${NOTICED} ${AS_IT_GOES}`,
      }),
    async close() {
      await Promise.all([staff.end(), often.end(), seldom.end(), line.close(), sellers.end()])
    },
  }
}

/** @returns null when the database answers, else what is wrong in two words */
export async function ping(on: Queryable): Promise<string | null> {
  return on.query({ text: 'select 1' }).then(
    () => null,
    () => 'no database',
  )
}
