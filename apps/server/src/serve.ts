import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { qrText } from '@restow/labels'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { someToCome } from './demo/demo.queries.ts'
import { wantsDemo } from './demo/seed.ts'
import { DEMO_SIGN_INS } from './demo/sign-ins.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { fillDemo } from './fill-demo.ts'
import { firstSetUpCode, sayCode } from './first-set-up/first-set-up.ts'
import type { SetUpCode } from './first-set-up/set-up-code.ts'
import { type Lan, openLan } from './lan/lan.ts'
import { lanAddress } from './lan/names.ts'
import { deskFolder, floorFolder, migrationsFolder } from './places.ts'
import { watchStalled } from './stalled-connections.ts'
import { type RunningDatabase, startDatabase } from './start-database.ts'
import { watchUnused } from './unused-connections.ts'

/** The server from its environment to its last signal. */

async function tlsOf({ tls }: Environment) {
  if (!tls) return null
  const read = (name: string, path: string) =>
    readFile(path).catch(() => {
      throw new Error(`${name} names ${path}, which cannot be read.`)
    })
  return { cert: await read('RESTOW_TLS_CERT', tls.cert), key: await read('RESTOW_TLS_KEY', tls.key) }
}

interface Told {
  readonly port: number
  readonly running: RunningDatabase
  readonly demo: boolean
  readonly setUpCode: SetUpCode | null
  readonly lan: Lan | null
}

async function tell(env: Environment, { port, running, demo, setUpCode, lan }: Told): Promise<void> {
  const scheme = env.tls || lan ? 'https' : 'http'
  const url = `${scheme}://localhost:${port}`
  const address = env.host === '0.0.0.0' || env.host === '::' ? lanAddress() : null
  console.log(`\nRestow is ready: ${url}  (the floor: ${url}/floor/)`)
  for (const note of running.notes) console.log(note)
  if (setUpCode) console.log(sayCode(setUpCode, [url, ...env.origins]))
  if (demo) {
    console.log(DEMO_SIGN_INS)
    console.log(
      `Announced and still to come, to be scanned or typed: ${(await someToCome(running.db.staff)).join('  ')}`,
    )
  }
  if (lan) {
    const authority = `http://${address ?? 'localhost'}:${lan.port}/ca.crt`
    console.log(`\nOnce on each phone, so that it trusts this server: ${authority}\n${qrText(authority)}`)
  } else if (address && !env.tls) console.log('\nPhones lend their camera to HTTPS alone: npm start -- --lan')
  if (!address) return
  const floor = `${scheme}://${address}:${port}/floor/`
  console.log(`\nOn a phone in this network: ${floor}\n${qrText(floor)}`)
}

async function listen(app: FastifyInstance, { port, host }: Environment): Promise<number> {
  await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} is in use by another program. Set PORT to another one.`)
    if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
      throw new Error(`HOST is “${host}”, which is no address of this computer.`)
    if (error.code === 'EACCES')
      throw new Error(`Port ${port} needs more rights than this user has. Set PORT to one above 1023.`)
    throw error
  })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** A signal may come while things are still being started; what runs by then is stopped in order. */
function stopOnSignals(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop().then(
        () => {
          console.log('Stopped. Everything recorded is kept.')
          process.exit(0)
        },
        () => process.exit(1),
      )
    })
}

async function serve(env: Environment): Promise<void> {
  const given = await tlsOf(env)
  const running = await startDatabase(env, migrationsFolder)
  const { db } = running
  let app: FastifyInstance | null = null
  let lan: Lan | null = null
  let closeUnused = () => {}
  let closeStalled = (_now: number) => {}
  const stopOnce = async () => {
    // A connection that was busy when the closing began is idle later, and would be waited for till it times out.
    const sweep = setInterval(() => {
      app?.server.closeIdleConnections()
      closeUnused()
      closeStalled(performance.now())
    }, 50)
    try {
      await app?.close()
    } finally {
      clearInterval(sweep)
      await lan?.stop()
    }
    await running.stop()
  }
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= stopOnce()
    return stopping
  }
  stopOnSignals(stop)
  try {
    const demo = await wantsDemo(db, env.demo, running.embedded)
    if (demo === 'fill') await fillDemo(db, env.dataDir, (line) => console.log(line))
    const setUpCode = await firstSetUpCode(db.tx)
    const pages =
      existsSync(floorFolder) && existsSync(deskFolder) ? { floor: floorFolder, desk: deskFolder } : null
    // A certificate that was given is one that phones trust already, or will by other ways.
    lan = env.lan && !given ? await openLan(env) : null
    app = await buildApp({
      db,
      dataDir: env.dataDir,
      origins: env.origins,
      proxies: env.proxies,
      logLevel: env.logLevel,
      tls: given ?? lan?.tls ?? null,
      pages,
      setUpCode,
      printing: { reach: env.printers },
      webhooks: { reach: env.webhooks },
      mail: { house: env.mail },
      closesDays: true,
    })
    closeUnused = watchUnused(app.server)
    closeStalled = watchStalled(app.server)
    const port = await listen(app, env)
    await lan?.serve(app.server, port)
    await tell(env, { port, running, demo: demo !== 'none', setUpCode, lan })
  } catch (error) {
    await stop()
    throw error
  }
}

try {
  await serve(readEnvironment(process.env, process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
