import './lib/node-version.mjs'

const { build } = await import('./lib/build.mjs')
const { ensureInstalled } = await import('./lib/install.mjs')
const { orEnd } = await import('./lib/ready.mjs')
const { passOnSignals } = await import('./lib/run.mjs')

passOnSignals()
await orEnd(ensureInstalled())
const started = performance.now()
const built = await build()
console.log(`${built ? 'Built' : 'Not built'} after ${Math.round(performance.now() - started)} ms`)
process.exitCode ||= built ? 0 : 1
