import type { Server } from 'node:http'
import { Server as SecureServer } from 'node:https'
import { type Greeter, startGreeter } from './greeter.ts'
import { lanCertificate } from './kept.ts'
import { namesOfThisComputer } from './names.ts'

/** HTTPS on the local network: the certificate, the greeter beside it, and a look now and then at whether it still fits. */
export interface Lan {
  readonly tls: { readonly cert: Buffer; readonly key: Buffer }
  /** The greeter's port, once it is served. */
  readonly port: number
  serve(server: Server, securePort: number): Promise<void>
  stop(): Promise<void>
}

interface Options {
  readonly dataDir: string
  readonly host: string
}

/** A router gives out other addresses, and a year goes by, without anybody starting the server anew. */
const LOOK_EVERY_MS = 3_600_000

export async function openLan({ dataDir, host }: Options): Promise<Lan> {
  const current = () => lanCertificate(dataDir, namesOfThisComputer(), new Date())
  const first = await current()
  let greeter: Greeter | null = null
  let looking: NodeJS.Timeout | undefined
  const lookAgain = (server: Server) =>
    current().then(
      ({ cert, key }) => server instanceof SecureServer && server.setSecureContext({ cert, key }),
      // The certificate that is served goes on being served.
      () => undefined,
    )
  return {
    tls: { cert: Buffer.from(first.cert), key: Buffer.from(first.key) },
    get port() {
      return greeter?.port ?? 0
    },
    async serve(server, securePort) {
      const port = securePort < 65_535 ? securePort + 1 : 0
      const names = namesOfThisComputer
      greeter = await startGreeter({ host, port, securePort, authority: first.authority, names })
      looking = setInterval(() => void lookAgain(server), LOOK_EVERY_MS).unref()
    },
    async stop() {
      clearInterval(looking)
      await greeter?.stop()
    },
  }
}
