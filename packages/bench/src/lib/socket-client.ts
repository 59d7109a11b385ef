import { connect, type Socket } from 'node:net'

/**
 * A connection that sends one request after the other and costs next to nothing, so that on two cores the
 * server is measured and not its client. Understands answers with a Content-Length only.
 */
export class SocketClient {
  readonly #socket: Socket
  readonly #head: string
  #held: Buffer = Buffer.alloc(0)
  #waiting: { answered: (body: string) => void; failed: (error: Error) => void } | null = null

  private constructor(socket: Socket, cookie: string, path: string) {
    this.#socket = socket
    this.#head = `POST ${path} HTTP/1.1\r\nhost: bench\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: `
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', (error) => this.#waiting?.failed(error))
    socket.on('close', () => this.#waiting?.failed(new Error('the server closed the connection')))
  }

  static open(port: number, cookie: string, path: string): Promise<SocketClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new SocketClient(socket, cookie, path)))
      socket.once('error', reject)
    })
  }

  /** @returns the body of the answer; @throws for any status but 200 */
  post(body: string): Promise<string> {
    return new Promise((answered, failed) => {
      this.#waiting = { answered, failed }
      this.#socket.write(`${this.#head}${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  #read(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const end = this.#held.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#held.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (this.#held.length < end + 4 + length) return
    const body = this.#held.toString('utf8', end + 4, end + 4 + length)
    this.#held = this.#held.subarray(end + 4 + length)
    const { answered, failed } = this.#waiting ?? {}
    this.#waiting = null
    if (head.startsWith('HTTP/1.1 200')) answered?.(body)
    else failed?.(new Error(`${head.split('\r\n')[0]}: ${body}`))
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }
}
