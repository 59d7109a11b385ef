import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { type Chance, chanceFrom } from '../../../../packages/testkit/src/chance.ts'
import type { WebhookPace } from './sender.ts'

/** Somebody's system that is told things: takes messages, checks their signatures, and fails in all the ways that such systems do. */

/** What becomes of a message that comes in. */
export type Fault =
  | 'none'
  | 'refuses'
  | 'breaks'
  | 'cuts'
  /** Takes it, and cuts before that can be heard. */
  | 'cuts after taking'
  | 'hangs'
  | 'redirects'
  /** Wants nothing any more. */
  | 'is gone'
  /** Takes it, and answers a gigabyte. */
  | 'never ends'

export interface Taken {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Receiver {
  readonly url: string
  /** What it took, in order; the same thing again as often as it came. */
  readonly taken: readonly Taken[]
  /** Messages whose signature was wrong. */
  readonly forged: number
  readonly faults: Readonly<Record<string, number>>
  /** Bytes that it got rid of in answers without end. */
  readonly poured: number
  close(): Promise<void>
}

/** Nothing that a test waits for takes long. */
export const IMPATIENT: WebhookPace = {
  pollMs: 20,
  answerMs: 400,
  takenS: 5,
  againS: [0.02, 0.05, 0.1],
  giveUpS: 3600,
  pauseS: [0.02, 0.2],
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

class Faulty implements Receiver {
  readonly taken: Taken[] = []
  readonly faults: Record<string, number> = {}
  forged = 0
  poured = 0
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #secrets: () => readonly string[]
  readonly #fault: (chance: Chance) => Fault
  readonly #chance: Chance

  constructor(secrets: () => readonly string[], fault: (chance: Chance) => Fault) {
    this.#secrets = secrets
    this.#fault = fault
    this.#chance = chanceFrom('receiver')
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  listen(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, '127.0.0.1', done))
  }

  #take(headers: IncomingMessage['headers'], body: string): boolean {
    try {
      const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      const right = this.#secrets().some((secret) => {
        try {
          return Boolean(new Webhook(secret).verify(body, given))
        } catch {
          return false
        }
      })
      if (!right) throw new Error('forged')
      const { type, timestamp, data } = JSON.parse(body)
      this.taken.push({ id: String(headers['webhook-id']), type, at: timestamp, data })
      return true
    } catch {
      this.forged += 1
      return false
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request)
    const fault = this.#fault(this.#chance)
    this.faults[fault] = (this.faults[fault] ?? 0) + 1
    if (fault === 'hangs') return
    if (fault === 'cuts') return void request.socket.destroy()
    if (fault === 'refuses') return void response.writeHead(400).end('I do not like it.')
    if (fault === 'is gone') return void response.writeHead(410).end()
    if (fault === 'breaks') return void response.writeHead(503).end()
    if (fault === 'redirects') return void response.writeHead(302, { location: '/elsewhere' }).end()
    const isRight = this.#take(request.headers, body)
    if (fault === 'cuts after taking') return void request.socket.destroy()
    response.writeHead(isRight ? 200 : 401)
    if (fault === 'never ends') this.#pour(response)
    else response.end()
  }

  #pour(response: ServerResponse): void {
    const chunk = Buffer.alloc(65_536, '.')
    const more = () => {
      while (!response.destroyed && this.poured < 1e9) {
        this.poured += chunk.length
        if (!response.write(chunk)) return void response.once('drain', more)
      }
    }
    response.on('error', () => {})
    more()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
}

/**
 * Opens a receiver on a free port.
 * @param secrets those by which it checks signatures, asked each time
 * @param fault what becomes of the next message; each is taken where nothing is said
 */
export async function openReceiver(
  secrets: () => readonly string[],
  fault: (chance: Chance) => Fault = () => 'none',
): Promise<Receiver> {
  const receiver = new Faulty(secrets, fault)
  await receiver.listen()
  return receiver
}

/** Three of ten messages meet a fault, each in its way. */
export function anyFault(chance: Chance): Fault {
  const n = chance()
  if (n > 0.3) return 'none'
  const all: Fault[] = [
    'refuses',
    'breaks',
    'cuts',
    'cuts after taking',
    'redirects',
    'never ends',
    'breaks',
    'cuts',
  ]
  // Seldom, since it takes as long as anybody waits.
  return n < 0.01 ? 'hangs' : (all[Math.floor(chance() * all.length)] ?? 'none')
}
