import './lib/node-version.mjs'

const { ensureReady } = await import('./lib/ready.mjs')
const { passOnSignals, runNode } = await import('./lib/run.mjs')
const { ROOT } = await import('./lib/root.mjs')

passOnSignals()
await ensureReady()
const { code } = await runNode(`${ROOT}/apps/server/dist/new-pin.js`, process.argv.slice(2), {
  nodeArgs: ['--enable-source-maps'],
})
process.exitCode ||= code
