import './lib/node-version.mjs'

const { runChecks } = await import('./lib/check.mjs')
const { ensureInstalled } = await import('./lib/install.mjs')
const { orEnd } = await import('./lib/ready.mjs')
const { passOnSignals } = await import('./lib/run.mjs')

passOnSignals()
await orEnd(ensureInstalled())
const { failures } = await runChecks({ fix: process.argv.includes('--fix') })
process.exitCode ||= failures.length > 0 ? 1 : 0
