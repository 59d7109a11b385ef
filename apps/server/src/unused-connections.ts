import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`

/**
 * Browsers open connections ahead of their requests. One that nothing was ever asked on counts as busy, and a server that
 * is told to stop would wait for it for minutes.
 * @returns closes those that nothing was asked on yet
 */
export function watchUnused(server: Server): () => void {
  // By address, since over TLS the connection and what requests come on are two sockets.
  const unused = new Map<string, Socket>()
  const used = ({ socket }: IncomingMessage) => void unused.delete(nameOf(socket))
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket)
    unused.set(name, socket)
    socket.once('close', () => unused.get(name) === socket && unused.delete(name))
  })
  server.on('request', used)
  server.on('upgrade', used)
  return () => {
    for (const socket of unused.values()) socket.destroy()
  }
}
