import './lib/node-version.mjs'

const { createRequire } = await import('node:module')
const { pathToFileURL } = await import('node:url')
const { ensureReady, orEnd } = await import('./lib/ready.mjs')
const { passOnSignals, runNode } = await import('./lib/run.mjs')
const { ROOT } = await import('./lib/root.mjs')

passOnSignals()
await ensureReady()
// Labels are set by a printer, and need no browser: `npm run screenshots -- labels`.
const [what, ...rest] = process.argv.slice(2)
const isLabels = what === 'labels'
if (!isLabels) {
  const { ensureChromium } = await import('./lib/chromium.mjs')
  await orEnd(ensureChromium())
}
const tsx = pathToFileURL(createRequire(`${ROOT}/package.json`).resolve('tsx')).href
const main = `${ROOT}/packages/e2e/src/screenshots/${isLabels ? 'label-pictures' : 'main'}.ts`
const { code } = await runNode(main, isLabels ? rest : process.argv.slice(2), { nodeArgs: ['--import', tsx] })
process.exitCode ||= code
