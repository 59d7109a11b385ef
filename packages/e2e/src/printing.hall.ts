import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeLpn } from '@restow/barcodes'
import { openDatabase } from '@restow/server'
import { chanceFrom } from '@restow/testkit/chance'
import { createDatabase } from '@restow/testkit/database'
import { type FakePrinter, openFakePrinter } from '@restow/testkit/fake-printer'
import { QUIET, Served } from './operations.process.ts'
import { dataFolder } from './operations.scenes.ts'

/** Two servers on one database, printers that fail, and people who print whatever happens: the stage of the printing tests. */

const SERVERS = 2
const AGENT = fileURLToPath(new URL('../../../apps/print-agent/dist/restow-print-agent.mjs', import.meta.url))
/** The last one is in a network that only an agent reaches, as far as the servers know. */
const PRINTERS = ['DOCK-1', 'ANNEX-1'] as const

export interface Printing {
  readonly printers: ReadonlyMap<string, FakePrinter>
  /** Asks some server until one answers, as a handheld does; the answer's body. */
  ask(method: string, path: string, body?: object): Promise<unknown>
  /** Ends a server as a power cut does, and starts it again. */
  crash(server: number): Promise<void>
  sql<T extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

const ADMIN = { badge: 'AD3001', name: 'Ada', pin: '135790' }
const HOUSE = { code: 'LAX1', name: 'Los Angeles 1', timeZone: 'America/Los_Angeles', currency: 'USD' }

const post = (origin: string, path: string, body: object) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Makes the warehouse and its admin on a server that has neither. @returns the admin's cookie */
async function setUp(server: Served): Promise<string> {
  const origin = await server.ready()
  // It tells the code a moment after it says that it is ready.
  let code: string | undefined
  while (code === undefined) {
    await pause(5)
    code = /Set-up code: (\w{4}-\w{4})/.exec(server.said.out)?.[1]
  }
  const made = await post(origin, '/api/first-set-up', { code, warehouse: HOUSE, admin: ADMIN })
  if (!made.ok) throw new Error(`No warehouse was set up: ${await made.text()}`)
  const answer = await post(origin, '/api/sessions', { badge: ADMIN.badge, pin: ADMIN.pin })
  if (!answer.ok) throw new Error(`Nobody could sign in: ${await answer.text()}`)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** The built agent in a process of its own. */
function startAgent(server: string, token: string): { stop(): Promise<void> } {
  const child = spawn(process.execPath, [AGENT, '--server', server], {
    env: { RESTOW_PRINT_AGENT_TOKEN: token },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((over) => child.once('exit', () => over()))
  const atExit = () => child.kill('SIGKILL')
  process.once('exit', atExit)
  return {
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', atExit)
    },
  }
}

/** Opens the stage. */
export async function openPrinting(): Promise<Printing> {
  const { ownerUrl, appUrl, adminUrl, drop } = await createDatabase()
  const folders = Array.from({ length: SERVERS }, dataFolder)
  const reach = { RESTOW_PRINTER_PORTS: '1-65535', RESTOW_PRINTER_LOOPBACK: '1' }
  const origins: (string | null)[] = []
  const ports: string[] = []
  const start = (i: number) =>
    new Served({
      ...QUIET,
      PORT: ports[i] ?? '0',
      ...reach,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      RESTOW_DATA_DIR: folders[i]?.path ?? '',
      RESTOW_DEMO: '0',
    })
  const first = start(0)
  const servers = [first]
  const cookie = await setUp(first)
  for (let i = 0; i < SERVERS; i++) {
    const server = servers[i] ?? start(i)
    servers[i] = server
    const origin = await server.ready()
    origins[i] = origin
    // A server that starts again is where its agent looks for it.
    ports[i] = new URL(origin).port
  }
  const db = openDatabase(adminUrl, 2)

  let turn = 0
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    for (;;) {
      const origin = origins[turn++ % SERVERS]
      if (!origin) continue
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }).catch(() => null)
      const text = await answer?.text().catch(() => null)
      if (answer && text != null && answer.status < 500) {
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
        return JSON.parse(text)
      }
      await pause(20)
    }
  }
  const { id, token } = (await ask('POST', '/api/print-agents', { name: 'Annex' })) as {
    id: string
    token: string
  }
  const agent = startAgent(origins[0] ?? '', token)
  const printers = new Map<string, FakePrinter>()
  for (const code of PRINTERS) {
    const printer = await openFakePrinter({ labelMs: 1 })
    printers.set(code, printer)
    const { host, port } = printer
    const way = code === 'ANNEX-1' ? { agent: id } : {}
    await ask('POST', '/api/printers', { code, name: code, language: 'zpl', dpi: 203, host, port, ...way })
  }
  return {
    printers,
    ask,
    async crash(i) {
      await servers[i]?.signal('SIGKILL')
      origins[i] = null
      const again = start(i)
      servers[i] = again
      origins[i] = await again.ready()
    },
    sql: async <T extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
      (await db.staff.query<T>(text, values)).rows,
    async close() {
      await agent.stop()
      await Promise.all(servers.map((server) => server.signal('SIGTERM')))
      for (const printer of printers.values()) await printer.close()
      await db.close()
      for (const folder of folders) await folder.remove()
      await drop()
    },
  }
}

export interface Job {
  readonly id: string
  readonly printer: string
  readonly lpns: readonly string[]
}

/** Jobs to be asked for: most of one label, each 25th of thirty; no plate twice. */
export function jobsToPrint(count: number): Job[] {
  let serial = 0
  return Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    printer: PRINTERS[i % PRINTERS.length] ?? '',
    lpns: Array.from({ length: i % 25 === 24 ? 30 : 1 }, () => makeLpn(++serial)),
  }))
}

/** How many jobs have come to an end, and the printer with most before it; null where none waits for one. */
async function progress({ sql }: Printing): Promise<{ ended: number; busiest: string | null }> {
  const [row] = await sql<{ ended: number; busiest: string | null }>(
    `select count(*) filter (where state not in ('queued', 'sending'))::int as ended,
       mode() within group (order by printer) filter (where state = 'queued') as busiest from print_job`,
  )
  return row ?? { ended: 0, busiest: null }
}

/**
 * Breaks so many connections while labels are under way, in all the ways there are, spread over the run; each at a printer
 * that has labels to come, or it would be left for what people print again in the end.
 */
export async function breakLines(
  hall: Printing,
  { cuts, jobs }: { readonly cuts: number; readonly jobs: number },
): Promise<void> {
  const chance = chanceFrom('printing')
  for (let cut = 0; cut < cuts; ) {
    const { ended, busiest } = await progress(hall)
    if (ended >= jobs) return
    const printer = busiest === null ? undefined : hall.printers.get(busiest)
    if (!printer || ended < (jobs * cut) / (cuts + 1)) {
      await pause(5)
      continue
    }
    if (cut % 3 === 2) printer.fail({ kind: 'cut before the answer' })
    else printer.fail({ kind: 'cut', after: 1 + Math.floor(chance() * 60) })
    // Meanwhile somebody changes the roll.
    if (cut % 5 === 4) {
      printer.load(0)
      await pause(150)
      printer.load(100_000)
    }
    cut += 1
  }
}
