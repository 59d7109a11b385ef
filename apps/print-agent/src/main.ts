import { run } from './agent.ts'
import { readOptions, USAGE, WrongOptions } from './options.ts'

/** Prints in a network that the Restow server does not reach: fetches labels over HTTPS, and sends them to its printers. */

const say = (line: string) => console.log(`${new Date().toISOString()} ${line}`)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

try {
  const options = readOptions(process.argv.slice(2), process.env)
  say(`Printing for ${options.server.origin}.`)
  await run(options, stopping.signal, say)
  say('Stopped.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  if (error instanceof WrongOptions) console.error(USAGE)
  process.exitCode = 1
}
