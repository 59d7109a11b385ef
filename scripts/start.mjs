import './lib/node-version.mjs'

const { ensureReady } = await import('./lib/ready.mjs')
const { passOnSignals, stopPassingOnSignals } = await import('./lib/run.mjs')
const { ROOT } = await import('./lib/root.mjs')
const { pathToFileURL } = await import('node:url')

passOnSignals()
await ensureReady()
stopPassingOnSignals()

// From here on this process is the server: signals and the exit code are its own, with nobody in between.
process.chdir(ROOT)
const main = `${ROOT}/apps/server/dist/main.js`
process.argv[1] = main
process.setSourceMapsEnabled(true)
await import(pathToFileURL(main).href)
