import './lib/node-version.mjs'

const { ensureInstalled } = await import('./lib/install.mjs')
const { orEnd } = await import('./lib/ready.mjs')
const { passOnSignals } = await import('./lib/run.mjs')

passOnSignals()
await orEnd(ensureInstalled())
const { ensureChromium } = await import('./lib/chromium.mjs')
console.log(`Chromium: ${await orEnd(ensureChromium())}`)
