import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** All read into the same memory, and are done with it before another one reads. */
const READ = Buffer.allocUnsafe(64 * 1024)
const HEADS_END = '\r\n\r\n'
const [TEXT, PING, PONG] = [0x1, 0x9, 0xa]
/** Of a frame that is whole by itself, and of one whose payload is masked. */
const [WHOLE, MASKED] = [0x80, 0x80]
const SHORT = 125

/** A frame as a client sends it (RFC 6455, 5.2), masked with zeros. */
function frameOf(kind: number, payload: Buffer): Buffer {
  const isShort = payload.length <= SHORT
  const head = Buffer.alloc(isShort ? 6 : 8)
  head[0] = WHOLE | kind
  head[1] = MASKED | (isShort ? payload.length : 126)
  if (!isShort) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/** Where the payload of the frame that begins here lies; null where the frame is not whole yet. */
function payloadIn(data: Buffer, at: number): { from: number; to: number } | null {
  const short = data[at + 1]
  if (short === undefined) return null
  const head = short <= SHORT ? 2 : short === 126 ? 4 : 10
  if (data.length < at + head) return null
  const length =
    head === 2 ? short : head === 4 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2))
  const from = at + head
  return data.length < from + length ? null : { from, to: from + length }
}

/**
 * A WebSocket that listens and costs next to nothing, so that on two cores the servers are measured and not hundreds of their screens:
 * what is read is not kept, so nobody has to tidy up. Understands messages of one frame.
 */
export class SocketReader {
  readonly #socket: Socket
  readonly #hear: (message: Buffer) => void
  #held: Buffer | null = null
  #isOpen = false
  #opened: () => void = () => {}
  #failed: (error: Error) => void = () => {}

  private constructor(address: URL, cookie: string, hear: (message: Buffer) => void) {
    this.#hear = hear
    const onread = {
      buffer: READ,
      callback: (bytes: number) => {
        this.#read(READ.subarray(0, bytes))
        return true
      },
    }
    this.#socket = connect({ host: address.hostname, port: Number(address.port), onread })
    this.#socket.setNoDelay(true)
    this.#socket.on('error', (error) => this.#failed(error))
    this.#socket.on('close', () => this.#failed(new Error(`${address} closed the connection`)))
    const key = randomBytes(16).toString('base64')
    const asks = ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13']
    const own = [`host: ${address.host}`, `cookie: ${cookie}`, `sec-websocket-key: ${key}`]
    this.#socket.write([`GET ${address.pathname} HTTP/1.1`, ...asks, ...own, '', ''].join('\r\n'))
  }

  /** @param hear told of each message, in memory that is used again right after */
  static open(address: string, cookie: string, hear: (message: Buffer) => void): Promise<SocketReader> {
    const reader = new SocketReader(new URL(address), cookie, hear)
    return new Promise((opened, failed) => {
      reader.#opened = () => opened(reader)
      reader.#failed = failed
    })
  }

  send(text: string): void {
    this.#socket.write(frameOf(TEXT, Buffer.from(text)))
  }

  /** Reads nothing any more. */
  pause(): void {
    this.#socket.pause()
  }

  terminate(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    const data = this.#held ? Buffer.concat([this.#held, chunk]) : chunk
    let at = this.#isOpen ? 0 : this.#open(data)
    if (this.#isOpen) at = this.#takeAll(data, at)
    this.#held = at < data.length ? Buffer.from(data.subarray(at)) : null
  }

  /** @returns where the first frame begins that is not whole yet */
  #takeAll(data: Buffer, from: number): number {
    let at = from
    for (let payload = payloadIn(data, at); payload; payload = payloadIn(data, at)) {
      this.#take((data[at] ?? 0) & 0xf, data.subarray(payload.from, payload.to))
      at = payload.to
    }
    return at
  }

  /** @returns where the answer to the upgrade ends; 0 where it has not come yet */
  #open(data: Buffer): number {
    const end = data.indexOf(HEADS_END)
    if (end < 0) return 0
    const [status = ''] = data.toString('latin1', 0, end).split('\r\n')
    this.#isOpen = status.includes(' 101 ')
    if (this.#isOpen) this.#opened()
    else this.#failed(new Error(status))
    return end + HEADS_END.length
  }

  #take(kind: number, payload: Buffer): void {
    if (kind === TEXT) this.#hear(payload)
    else if (kind === PING) this.#socket.write(frameOf(PONG, payload))
  }
}
