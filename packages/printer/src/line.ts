import { lookup as resolve } from 'node:dns'
import { connect, isIP, type LookupFunction, type Socket } from 'node:net'
import type { PrinterTrouble } from '@restow/domain'
import { ASK_STATUS, type HostStatus, MAX_ANSWER, readStatus } from './status.ts'

/** A raw TCP connection to a printer (port 9100 and the like): bytes go in, and status comes out where the printer tells. */

/** Something in the way, before or after bytes have left. */
export class Trouble extends Error {
  readonly code: PrinterTrouble

  constructor(code: PrinterTrouble) {
    super(code)
    this.code = code
  }
}

export interface Address {
  readonly host: string
  readonly port: number
  /** May this IP address be reached? Asked of what a name leads to, at each connection. */
  readonly mayReach?: (ip: string) => boolean
}

const NOT_ALLOWED = 'ENOTALLOWED'

/** Resolves a name to an address that may be reached, so that a name cannot lead elsewhere later. */
const within =
  (mayReach: (ip: string) => boolean): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const allowed = (found ?? []).filter(({ address }) => mayReach(address))
      const [first] = allowed
      if (error) done(error, '')
      else if (!first) done(Object.assign(new Error(NOT_ALLOWED), { code: NOT_ALLOWED }), '')
      else if (options.all) done(null, allowed)
      else done(null, first.address, first.family)
    })
  }

const troubleOfError = ({ code }: NodeJS.ErrnoException): Trouble =>
  new Trouble(code === 'ECONNREFUSED' ? 'refused' : code === NOT_ALLOWED ? 'not_allowed' : 'unreachable')

/** Opens a line. @throws Trouble unreachable, refused, not_allowed */
export async function openLine(address: Address, patienceMs: number, signal: AbortSignal): Promise<Line> {
  const { host, port, mayReach = () => true } = address
  if (isIP(host) !== 0 && !mayReach(host)) throw new Trouble('not_allowed')
  if (signal.aborted) throw new Trouble('sender_gone')
  const socket = connect({ host, port, lookup: within(mayReach), noDelay: true })
  const line = new Line(socket, signal)
  await new Promise<void>((opened, failed) => {
    const timer = setTimeout(() => {
      failed(new Trouble('unreachable'))
      line.drop()
    }, patienceMs)
    socket.once('connect', opened)
    socket.once('error', (error) => failed(troubleOfError(error)))
    socket.once('close', () => failed(new Trouble(signal.aborted ? 'sender_gone' : 'unreachable')))
    socket.once('close', () => clearTimeout(timer))
    socket.once('connect', () => clearTimeout(timer))
  })
  return line
}

export class Line {
  readonly #socket: Socket
  readonly #signal: AbortSignal
  readonly #drop = () => this.#socket.destroy()
  #answer = ''
  #isAsked = false
  #broken = false
  #wake: () => void = () => {}

  constructor(socket: Socket, signal: AbortSignal) {
    this.#socket = socket
    this.#signal = signal
    signal.addEventListener('abort', this.#drop, { once: true })
    socket.on('data', (bytes) => {
      // What it says unasked is let pass, and of an answer no more is kept than shows that it is none.
      if (!this.#isAsked) return
      this.#answer = (this.#answer + bytes.toString('latin1', 0, MAX_ANSWER + 1)).slice(0, MAX_ANSWER + 1)
      this.#wake()
    })
    // A printer that hangs up has read what it wanted to.
    for (const end of ['end', 'close', 'error'] as const) socket.on(end, () => this.#end())
  }

  #end(): void {
    this.#broken = true
    this.#wake()
  }

  /** Is it known to lead nowhere any more? */
  get isBroken(): boolean {
    return this.#broken || this.#socket.destroyed
  }

  write(bytes: Uint8Array | string): void {
    this.#socket.write(bytes)
  }

  /** Asks the printer how it is. @throws Trouble cut, no_answer, sender_gone */
  async status(patienceMs: number): Promise<HostStatus> {
    this.#answer = ''
    this.#isAsked = true
    try {
      this.write(ASK_STATUS)
      return await this.#hear(Date.now() + patienceMs)
    } finally {
      this.#isAsked = false
    }
  }

  async #hear(deadline: number): Promise<HostStatus> {
    for (;;) {
      const status = readStatus(this.#answer)
      if (status === 'garbled') throw new Trouble('no_answer')
      if (status) return status
      if (this.isBroken) throw new Trouble(this.#signal.aborted ? 'sender_gone' : 'cut')
      if (!(await this.#more(deadline))) throw new Trouble('no_answer')
    }
  }

  /** Waits until something comes or the line breaks. @returns false when the time is up */
  #more(deadline: number): Promise<boolean> {
    return new Promise((resolved) => {
      const timer = setTimeout(() => resolved(false), Math.max(0, deadline - Date.now()))
      this.#wake = () => {
        clearTimeout(timer)
        resolved(true)
      }
    })
  }

  /** Hangs up after the last byte and waits until the other end has too. @throws Trouble cut, no_answer, sender_gone */
  async finish(patienceMs: number): Promise<void> {
    await new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Trouble('no_answer')), patienceMs)
      const cut = () => failed(new Trouble(this.#signal.aborted ? 'sender_gone' : 'cut'))
      this.#socket.once('close', (hadError) => {
        clearTimeout(timer)
        if (hadError || this.#signal.aborted) cut()
        else done()
      })
      if (this.#socket.destroyed) cut()
      else this.#socket.end()
    })
  }

  /** Hangs up, whatever is under way. */
  drop(): void {
    this.#signal.removeEventListener('abort', this.#drop)
    this.#socket.destroy()
  }
}
