import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { watchStalled } from './stalled-connections.ts'

const cleanings: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanings.splice(0)) clean()
})

describe('a server that is told to stop', () => {
  it('lets go of whoever sends no further, and not of whoever is slow', async () => {
    const server = createServer((request) => request.resume())
    const closeStalled = watchStalled(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanings.push(() => server.closeAllConnections())
    const { port } = server.address() as AddressInfo
    const asking = async (): Promise<[here: Socket, there: Socket]> => {
      const accepted = new Promise<Socket>((resolve) =>
        server.once('request', ({ socket }) => resolve(socket)),
      )
      const socket = connect(port, '127.0.0.1')
      cleanings.push(() => socket.destroy())
      socket.write('POST / HTTP/1.1\r\nHost: dock\r\nContent-Length: 1000\r\n\r\nhalf of it')
      return [socket, await accepted]
    }
    const [stalled] = await asking()
    const [slow, slowThere] = await asking()
    const gone = new Promise((resolve) => stalled.once('close', resolve))
    closeStalled(1_000)
    closeStalled(20_999)
    const before = slowThere.bytesRead
    slow.write('more')
    await expect.poll(() => slowThere.bytesRead).toBeGreaterThan(before)
    expect(stalled.closed).toBe(false)
    closeStalled(21_000)
    await gone
    closeStalled(40_999)
    expect(slowThere.destroyed).toBe(false)
    closeStalled(41_000)
    expect(slowThere.destroyed).toBe(true)
    await new Promise((resolve) => server.close(resolve))
  })
})
