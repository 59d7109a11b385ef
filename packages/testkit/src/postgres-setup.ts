import { startTestServer } from './test-server.ts'

/** vitest runs this once per project and loads it anew each time, hence a place that all of them share. */
const shared = globalThis as typeof globalThis & {
  restowTestServer?: { users: number; stop: Promise<() => Promise<void>> }
}

/** vitest's globalSetup: one database server for the whole run, whichever projects need it. */
export async function setup(): Promise<void> {
  shared.restowTestServer ??= { users: 0, stop: startTestServer().then((server) => server.stop) }
  shared.restowTestServer.users += 1
  await shared.restowTestServer.stop
}

/** Stops and removes the server after its last user. */
export async function teardown(): Promise<void> {
  const server = shared.restowTestServer
  if (server === undefined) return
  server.users -= 1
  if (server.users > 0) return
  delete shared.restowTestServer
  await (await server.stop)()
}
