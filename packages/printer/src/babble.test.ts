import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLine } from './line.ts'
import { send } from './send.ts'

/** A printer that talks without end, whatever it is asked; and one that says so much before it answers. */
const STATUS =
  '\u0002030,0,0,1245,000,0,0,0,000,0,0,0\u0003\r\n\u0002000,0,0,0,0,2,4,0,00000000,1,000\u0003\r\n\u00021234,0\u0003\r\n'
const MEGABYTE = Buffer.alloc(1024 * 1024, 'babble ')

let server: Server
let taken: (socket: Socket) => void
const sockets = new Set<Socket>()
beforeEach(async () => {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    taken(socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await new Promise((done) => server.close(done))
})
const address = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
const signal = () => new AbortController().signal

const say = (socket: Socket) => new Promise<void>((said) => socket.write(MEGABYTE, () => said()))
async function babble(socket: Socket, megabytes: number): Promise<void> {
  for (let n = 0; n < megabytes && !socket.destroyed; n++) await say(socket)
}
const keptMegabytes = () => process.memoryUsage().heapUsed / 2 ** 20

it('a printer that babbles instead of answering gives no answer', async () => {
  taken = (socket) => void babble(socket, 1000)
  const to = { ...address(), language: 'zpl', tells: true } as const
  const sent = await send({ to, bytes: MEGABYTE, begin: async () => true, signal: signal() })
  expect(sent).toEqual({ state: 'unsent', trouble: 'no_answer' })
})

it('what a printer says unasked is let pass and not kept, and its answer is heard all the same', async () => {
  let take: (socket: Socket) => void = () => {}
  const came = new Promise<Socket>((took) => {
    take = took
  })
  taken = (socket) => {
    socket.on('data', () => socket.write(STATUS))
    take(socket)
  }
  const line = await openLine(address(), 2000, signal())
  const before = keptMegabytes()
  await babble(await came, 128)
  expect(keptMegabytes() - before).toBeLessThan(64)
  // The last of it may still be on its way.
  const status = await vi.waitFor(() => line.status(5000), { timeout: 20_000, interval: 10 })
  expect(status).toMatchObject({ paperOut: false, formats: 0 })
  line.drop()
})

it('a printer that babbles while it takes the last labels has got them when it hangs up', async () => {
  taken = (socket) => {
    socket.resume()
    socket.once('end', () => void babble(socket, 128).then(() => socket.end()))
  }
  const to = { ...address(), language: 'pdf', tells: false } as const
  const before = keptMegabytes()
  const sent = await send({ to, bytes: Buffer.from('%PDF'), begin: async () => true, signal: signal() })
  expect(sent).toEqual({ state: 'sent' })
  expect(keptMegabytes() - before).toBeLessThan(64)
})
