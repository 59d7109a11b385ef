import { type AddressInfo, createServer, type Socket } from 'node:net'
import { FakeMemory } from './fake-printer-memory.ts'

/**
 * A label printer on a port of this machine, as far as ZPL over raw TCP goes: takes labels, prints them one after the other,
 * answers `~HS` with what is in its way, and fails in all the ways that printers do. What came out of it is kept, so that a
 * test can hold what is on record against what is on paper. A PDF counts as one print, taken when the sender hangs up.
 */

/** What happens to the next connection on which labels come; once. */
export type LineFault =
  /** Nothing: the next fault is for a later connection. */
  | { readonly kind: 'none' }
  /** Cut by a reset after so many bytes of labels. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Takes everything, prints it, and cuts before it is asked how it went. */
  | { readonly kind: 'cut before the answer' }
  /** Takes everything, prints nothing of it and answers nothing, until it is cut off. */
  | { readonly kind: 'black hole' }
  /** Cut off as soon as it is opened. */
  | { readonly kind: 'hang up' }

export interface FakePrinter {
  readonly host: string
  readonly port: number
  /** What stands on each label that came out, in order. */
  readonly printed: readonly string[]
  /** Connections that broke so far, or fell silent. */
  readonly faulted: number
  /** Connections so far, and how many are open now. */
  readonly connections: number
  readonly open: number
  /** How often it was asked how it is. */
  readonly asked: number
  /** Faults of the next connections with labels, one after the other. */
  fail(...faults: readonly LineFault[]): void
  /** Labels left on the roll from now on. */
  load(labels: number): void
  openHead(isOpen: boolean): void
  pause(isPaused: boolean): void
  /** Gone from the network: what is open is reset, and nothing is taken until it is back. */
  unplug(): Promise<void>
  /** Back on the same port. Without `keepsMemory` what had not been printed is forgotten, as by a power cut. */
  plugIn(options?: { readonly keepsMemory?: boolean }): Promise<void>
  close(): Promise<void>
}

class Device {
  readonly memory: FakeMemory
  readonly #lines = new Set<Socket>()
  readonly #faults: LineFault[] = []
  readonly stats = { faulted: 0, connections: 0, asked: 0 }
  readonly #server = createServer({ allowHalfOpen: true }, (socket) => this.#take(socket))
  port = 0

  constructor(labelMs: number) {
    this.memory = new FakeMemory(labelMs)
  }

  get open(): number {
    return this.#lines.size
  }

  fail(...faults: readonly LineFault[]): void {
    this.#faults.push(...faults)
  }

  async listen(): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.#server.once('error', failed)
      this.#server.listen(this.port, '127.0.0.1', done)
    })
    this.port = (this.#server.address() as AddressInfo).port
  }

  async unplug(): Promise<void> {
    this.memory.halt(true)
    for (const line of this.#lines) line.resetAndDestroy()
    await new Promise((closed) => this.#server.close(closed))
  }

  #next(kinds: readonly LineFault['kind'][]): LineFault | null {
    const [next] = this.#faults
    if (!next || !kinds.includes(next.kind)) return null
    this.#faults.shift()
    if (next.kind === 'black hole' || next.kind === 'hang up') this.stats.faulted += 1
    return next
  }

  #take(socket: Socket): void {
    this.stats.connections += 1
    this.#lines.add(socket)
    socket.once('close', () => this.#lines.delete(socket))
    socket.on('error', () => {})
    if (this.#next(['hang up'])) return void socket.resetAndDestroy()
    let fault: LineFault | null = null
    let left = Number.POSITIVE_INFINITY
    let isFirst = true
    let text = ''
    const reset = () => {
      this.stats.faulted += 1
      socket.removeAllListeners('data')
      socket.resetAndDestroy()
    }
    socket.on('data', (bytes: Buffer) => {
      const came = bytes.toString('latin1')
      if (isFirst && /\^XA|%PDF/.test(came)) {
        isFirst = false
        fault = this.#next(['none', 'cut', 'cut before the answer', 'black hole'])
        if (fault?.kind === 'cut') left = fault.after
      }
      if (fault?.kind === 'black hole') return
      const passed = came.slice(0, left)
      left -= passed.length
      text = this.#read(text + passed, socket, fault?.kind === 'cut before the answer' ? reset : null)
      if (passed.length < came.length || left === 0) reset()
    })
    socket.once('end', () => {
      if (text.startsWith('%PDF')) this.memory.take('PDF', 1)
      socket.end()
    })
  }

  /** Takes whole labels and questions off the front. @returns what is left: the beginning of something */
  #read(text: string, socket: Socket, instead: (() => void) | null): string {
    if (text.startsWith('%PDF')) return text
    let rest = text
    for (;;) {
      const question = rest.indexOf('~HS')
      const label = /\^XA([\s\S]*?)\^XZ\s*/.exec(rest)
      if (label && (question < 0 || label.index < question)) {
        const [whole, body = ''] = label
        this.memory.take(fieldsOf(body), copiesOf(body))
        rest = rest.slice(label.index + whole.length)
      } else if (question >= 0) {
        if (instead && !this.memory.isFresh) {
          instead()
          return ''
        }
        this.stats.asked += 1
        socket.write(this.memory.status(rest.slice(0, question).includes('^XA')))
        rest = rest.slice(question + 3)
      } else return rest
    }
  }
}

/** What stands in the fields of a label, one after the other. */
const fieldsOf = (body: string): string =>
  [...body.matchAll(/\^FD([\s\S]*?)\^FS/g)].map(([, field]) => field).join(' ')
const copiesOf = (body: string): number => Number(/\^PQ(\d+)/.exec(body)?.[1] ?? 1)

/** Opens a printer on a free port. @param labelMs how long it takes over a label */
export async function openFakePrinter({ labelMs = 0 }: { labelMs?: number } = {}): Promise<FakePrinter> {
  const device = new Device(labelMs)
  const { memory, stats } = device
  await device.listen()
  return {
    host: '127.0.0.1',
    port: device.port,
    printed: memory.printed,
    get faulted() {
      return stats.faulted
    },
    get connections() {
      return stats.connections
    },
    get open() {
      return device.open
    },
    get asked() {
      return stats.asked
    },
    fail: (...faults) => device.fail(...faults),
    load: (labels) => memory.load(labels),
    openHead: (isOpen) => memory.set({ headOpen: isOpen }),
    pause: (isPaused) => memory.set({ paused: isPaused }),
    unplug: () => device.unplug(),
    async plugIn({ keepsMemory = false } = {}) {
      if (!keepsMemory) memory.forget()
      await device.listen()
      memory.halt(false)
    },
    async close() {
      memory.forget()
      await device.unplug()
    },
  }
}
