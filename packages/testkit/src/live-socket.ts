import type { LiveMessage } from '@restow/contracts'
import { WebSocket } from 'ws'

/** A browser's end of `/api/live`, on a real socket. */

export interface Opened {
  readonly port: number
  readonly cookie?: string
  /** Of a script: its key, as `Bearer …`. */
  readonly authorization?: string
  /** As a page's browser would send it; left out, as of a script. */
  readonly origin?: string
}

export const socketTo = ({ port, cookie, authorization, origin }: Opened): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${port}/api/live`, {
    ...(origin === undefined ? {} : { origin }),
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(authorization === undefined ? {} : { authorization }),
    },
  })

/** The status with which an upgrade is refused; 101 where it is not. */
export function upgradeStatus(opened: Opened): Promise<number> {
  const ws = socketTo(opened)
  return new Promise((resolve, reject) => {
    ws.on('open', () => {
      ws.terminate()
      resolve(101)
    })
    ws.on('unexpected-response', (_, answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
      ws.terminate()
    })
    ws.on('error', reject)
  })
}

/** A connection whose messages are kept as they come. */
export class LiveReader {
  readonly ws: WebSocket
  readonly heard: LiveMessage[] = []
  closedWith: number | null = null

  constructor(opened: Opened) {
    this.ws = socketTo(opened)
    this.ws.on('message', (data) => this.heard.push(JSON.parse(String(data)) as LiveMessage))
    this.ws.on('close', (code) => {
      this.closedWith = code
    })
    this.ws.on('error', () => {})
  }

  async open(): Promise<this> {
    await new Promise<void>((opened, failed) => {
      this.ws.once('open', () => opened())
      this.ws.once('error', failed)
    })
    return this
  }

  say(message: object | string): void {
    this.ws.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  of<T extends LiveMessage['type']>(type: T): Extract<LiveMessage, { type: T }>[] {
    return this.heard.filter((m): m is Extract<LiveMessage, { type: T }> => m.type === type)
  }
}
