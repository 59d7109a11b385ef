import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { watchUnused } from './unused-connections.ts'

const cleanings: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanings.splice(0)) clean()
})

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  cleanings.push(() => socket.destroy())
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

describe('a server that is told to stop', () => {
  it('does not wait for a connection that nothing was asked on, and answers the others', async () => {
    let answer = () => {}
    const server = createServer((_, response) => {
      answer = () => response.end('done')
    })
    const closeUnused = watchUnused(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanings.push(() => server.close())
    const { port } = server.address() as AddressInfo
    const asked = new Promise((resolve) => server.once('request', resolve))
    const busy = await opened(port)
    busy.write('GET / HTTP/1.1\r\nHost: dock\r\nConnection: close\r\n\r\n')
    await asked
    const accepted = new Promise((resolve) => server.once('connection', resolve))
    const silent = await opened(port)
    await accepted
    const ended = new Promise((resolve) => silent.once('close', resolve))
    closeUnused()
    await ended
    answer()
    const heard: string[] = []
    for await (const part of busy) heard.push(String(part))
    expect(heard.join('')).toContain('done')
  })
})
