import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const EVENTS = '{"type":"events"'
const AT = '"at":"'
const ISO = '2026-11-27T12:00:00.000Z'.length

let keys = 0
/** Names what is sent: found in a message wherever it stands. */
export const nextKey = (): string => `K${String(++keys).padStart(9, '0')}`

/** Sockets that note when what was sent arrives. What was sent is named by a key, wherever it stands in the message. */
export class Arrivals {
  readonly latencies: number[] = []
  /** The same from when it was recorded, by the server's clock, which is this computer's. */
  readonly sinceRecorded: number[] = []
  /** How many times something arrived a second time on one socket. */
  twice = 0
  readonly #sent = new Map<string, number>()
  readonly #recorded = new Map<string, number>()
  readonly #seen = new Map<WebSocket, Set<string>>()

  sending(key: string): void {
    this.#sent.set(key, performance.now())
  }

  /** Keys are `K` and nine digits: found without reading the message as JSON, on either side. Boards only go by. */
  readonly hear = (ws: WebSocket, data: Buffer): void => {
    const now = performance.now()
    if (data.toString('latin1', 0, EVENTS.length) !== EVENTS) return
    const seen = this.#seen.get(ws) ?? new Set<string>()
    this.#seen.set(ws, seen)
    for (let at = data.indexOf('"K'); at >= 0; at = data.indexOf('"K', at + 11)) {
      const key = data.toString('latin1', at + 1, at + 11)
      const began = this.#sent.get(key)
      if (began === undefined) continue
      if (seen.has(key)) this.twice += 1
      else {
        seen.add(key)
        this.latencies.push(now - began)
        this.sinceRecorded.push(Date.now() - this.#recordedAt(key, data, at))
      }
    }
  }

  /** Read once for each event, however many sockets hear of it. */
  #recordedAt(key: string, data: Buffer, from: number): number {
    const known = this.#recorded.get(key)
    if (known !== undefined) return known
    const at = data.indexOf(AT, from) + AT.length
    const recorded = Date.parse(data.toString('latin1', at, at + ISO))
    this.#recorded.set(key, recorded)
    return recorded
  }

  /** What has arrived since the last time. */
  take(): { latencies: number[]; sinceRecorded: number[] } {
    return { latencies: this.latencies.splice(0), sinceRecorded: this.sinceRecorded.splice(0) }
  }
}

export async function openReaders(
  count: number,
  address: string,
  cookie: string,
  onOpen: (ws: WebSocket) => void,
  hear: (ws: WebSocket, data: Buffer) => void,
): Promise<WebSocket[]> {
  const opening = Array.from({ length: count }, async () => {
    const ws = new WebSocket(address, { headers: { cookie } })
    ws.on('message', (data: Buffer) => hear(ws, data))
    await new Promise<void>((opened, failed) => {
      ws.once('open', opened)
      ws.once('error', failed)
    })
    onOpen(ws)
    return ws
  })
  return Promise.all(opening)
}

const ECHO = fileURLToPath(new URL('bare-echo.ts', import.meta.url))

export async function startEcho(): Promise<{ port: number; stop(): void }> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ECHO], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  if (!child.stdout) throw new Error('no output of the echo')
  for await (const line of createInterface({ input: child.stdout }))
    return { port: Number(line), stop: () => void child.kill('SIGTERM') }
  throw new Error('the echo ended before it was ready')
}
