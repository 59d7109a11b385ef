import websocket from '@fastify/websocket'
import Fastify from 'fastify'

/** What a socket costs by itself: whatever one connection says is sent to all. Run as a process of its own; says its port. */
const app = Fastify()
await app.register(websocket, { options: { maxPayload: 4096, perMessageDeflate: false } })
app.get('/echo', { websocket: true }, (socket) => {
  socket.on('message', (data) => {
    for (const one of app.websocketServer.clients) one.send(data, { binary: false })
  })
})
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
console.log(typeof address === 'object' ? address?.port : '')
process.once('SIGTERM', () => process.exit(0))
