import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** The line between a handheld and the server: it can be cut, and nothing gets through, and mended again. */
export class CutLine {
  readonly #to: number
  readonly #open = new Set<Socket>()
  #server: Server
  #port = 0

  private constructor(to: number) {
    this.#to = to
    this.#server = createServer((socket) => this.#carry(socket))
  }

  /** @param to the port of the server, on this computer */
  static async lay(to: number): Promise<CutLine> {
    const line = new CutLine(to)
    await line.#listen()
    return line
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port
        resolve()
      })
    })
  }

  #carry(socket: Socket): void {
    const onward = connect(this.#to, '127.0.0.1')
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#open.add(one)
      one.setNoDelay(true)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.#open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }

  /** Ends every connection, and takes no other. */
  cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const socket of this.#open) socket.destroy()
    return closed
  }

  /** Carries again, at the same place. */
  async mend(): Promise<void> {
    this.#server = createServer((socket) => this.#carry(socket))
    await this.#listen()
  }
}
