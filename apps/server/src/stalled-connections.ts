import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Longer than the database is waited for: whoever waits for an answer so long gets none any more. */
const STALLED_MS = 20_000

interface Progress {
  bytes: number
  at: number
}

/**
 * A phone that lost its network amid a photo, or a script that reads no further, keeps its request open for as long as networks
 * are patient, and a server that is told to stop would wait for it.
 * @returns to be called over and over once the server stops, with a moment in milliseconds: closes connections on which nothing
 *   has moved since it was first called, for so long
 */
export function watchStalled(server: Server): (now: number) => void {
  const open = new Map<Socket, Progress>()
  const isHttps = 'setSecureContext' in server
  // Over TLS what moves is seen at the socket on which it is deciphered alone.
  server.on(isHttps ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.set(socket, { bytes: -1, at: 0 })
    socket.once('close', () => open.delete(socket))
  })
  return (now) => {
    for (const [socket, progress] of open) {
      const bytes = socket.bytesRead + socket.bytesWritten
      if (bytes !== progress.bytes) open.set(socket, { bytes, at: now })
      else if (now - progress.at >= STALLED_MS) socket.destroy()
    }
  }
}
