import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'
import { LiveReader } from '../../../../packages/testkit/src/live-socket.ts'
import type { Node, Person } from '../../../../packages/testkit/src/server.ts'

/** Sockets of tests, ended after each: `afterEach(hangUp)`. */

const open: { terminate(): void }[] = []
export const hangUpLater = (line: { terminate(): void }): void => void open.push(line)
export function hangUp(): void {
  for (const one of open.splice(0)) one.terminate()
}

export const portOf = (node: Node) => (node.app.server.address() as AddressInfo).port
export const until = (what: () => boolean | Promise<boolean>) =>
  vi.waitUntil(what, { timeout: 20_000, interval: 10 })

/** Somebody who looks at the pipeline, unless it is said otherwise, and has been told that all of it is there. */
export async function looking(who: Person, subscribe: object, node: Node): Promise<LiveReader> {
  const reader = await new LiveReader({ port: portOf(node), cookie: who.cookie }).open()
  hangUpLater(reader.ws)
  reader.say({ type: 'subscribe', boards: ['pipeline'], ...subscribe })
  await until(() => reader.of('ready').length > 0)
  return reader
}
