import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SocketReader } from './socket-reader.ts'

const EVENTS = Buffer.from('{"type":"events"')
/** Both sides' together, however many are opened. */
const MOST_SOCKETS = 1024
const AT = '"at":"'
const ISO = '2026-11-27T12:00:00.000Z'.length

let keys = 0
/** Names what is sent: found in a message wherever it stands. */
export const nextKey = (): string => `K${String(++keys).padStart(9, '0')}`

const [ZERO, DIGITS] = [0x30, 9]
const KEY = Buffer.from('"K')

/** The number in a key that begins here. */
function numberAt(data: Buffer, at: number): number {
  let number = 0
  for (let i = 0; i < DIGITS; i++) number = number * 10 + (data[at + i] ?? ZERO) - ZERO
  return number
}

/** How many were heard, and how long those took that are timed, in ms, the quickest first. */
export interface Taken {
  readonly latencies: Float64Array
  readonly sinceRecorded: Float64Array
  readonly heard: number
}

/** When one was sent and recorded, and who has heard of it. */
interface Sent {
  readonly at: number
  readonly isTimed: boolean
  recorded: number
  readonly heard: Uint8Array
}

/**
 * Sockets that note when what was sent arrives. What was sent is named by a key, wherever it stands in the message. Nothing is made
 * anew for what is heard: twenty thousand messages a second would keep this process busy tidying up.
 */
export class Arrivals {
  /** How many times something arrived a second time on one socket. */
  twice = 0
  readonly #sent = new Map<number, Sent>()
  readonly #latencies: Float64Array
  readonly #sinceRecorded: Float64Array
  #heard = 0
  #timed = 0

  /** @param most arrivals that are timed between two looks */
  constructor(most: number) {
    this.#latencies = new Float64Array(most)
    this.#sinceRecorded = new Float64Array(most)
  }

  get heard(): number {
    return this.#heard
  }

  /** @param isTimed whether it counts how long it takes to arrive; that it does counts in any case */
  sending(key: string, isTimed: boolean): void {
    const heard = new Uint8Array(MOST_SOCKETS)
    this.#sent.set(Number(key.slice(1)), { at: performance.now(), isTimed, recorded: Number.NaN, heard })
  }

  /** Found without reading the message as JSON, on either side. Boards only go by. */
  readonly hear = (socket: number, data: Buffer): void => {
    const now = performance.now()
    if (data.compare(EVENTS, 0, EVENTS.length, 0, EVENTS.length) !== 0) return
    for (let at = data.indexOf(KEY); at >= 0; at = data.indexOf(KEY, at + DIGITS)) {
      const sent = this.#sent.get(numberAt(data, at + KEY.length))
      if (sent === undefined) continue
      if (sent.heard[socket] === 1) this.twice += 1
      else {
        sent.heard[socket] = 1
        this.#heard += 1
        if (sent.isTimed) this.#time(sent, now, data, at)
      }
    }
  }

  #time(sent: Sent, now: number, data: Buffer, at: number): void {
    if (Number.isNaN(sent.recorded)) sent.recorded = recordedAt(data, at)
    this.#latencies[this.#timed] = now - sent.at
    this.#sinceRecorded[this.#timed] = Date.now() - sent.recorded
    this.#timed += 1
  }

  /** What has arrived since the last time. */
  take(): Taken {
    const taken = (of: Float64Array) => of.slice(0, this.#timed).sort()
    const all = {
      latencies: taken(this.#latencies),
      sinceRecorded: taken(this.#sinceRecorded),
      heard: this.#heard,
    }
    this.#heard = 0
    this.#timed = 0
    return all
  }
}

/** Of an echo nothing is recorded, and it says when it was sent. */
function recordedAt(data: Buffer, from: number): number {
  const at = data.indexOf(AT, from) + AT.length
  return Date.parse(data.toString('latin1', at, at + ISO))
}

let sockets = 0

/** @param hear told which socket it was, and what was said to it, in memory that is used again right after */
export function openReaders(
  count: number,
  address: string,
  cookie: string,
  onOpen: (reader: SocketReader) => void,
  hear: (socket: number, data: Buffer) => void,
): Promise<SocketReader[]> {
  const opening = Array.from({ length: count }, async () => {
    const socket = sockets++ % MOST_SOCKETS
    const reader = await SocketReader.open(address, cookie, (data) => hear(socket, data))
    onOpen(reader)
    return reader
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
