import './lib/node-version.mjs'

const { existsSync, readdirSync, readFileSync } = await import('node:fs')
const { pathToFileURL } = await import('node:url')
const { createRequire } = await import('node:module')
const { ensureReady, orEnd } = await import('./lib/ready.mjs')
const { passOnSignals, runNode } = await import('./lib/run.mjs')
const { ROOT } = await import('./lib/root.mjs')

const BENCHES = `${ROOT}/packages/bench/src`
const [name, ...args] = process.argv.slice(2)
const file = `${BENCHES}/${name}.ts`

if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) {
  const names = readdirSync(BENCHES).filter(
    (entry) => entry.endsWith('.ts') && !/^index\.|\.test\.ts$/.test(entry),
  )
  console.error(
    `npm run bench -- NAME, one of: ${names.map((entry) => entry.slice(0, -3)).join(' ') || '(none yet)'}`,
  )
  process.exit(2)
}

passOnSignals()
await ensureReady()
// Some look at pages as well.
if (readFileSync(file, 'utf8').includes('@restow/testkit/browser')) {
  const { ensureChromium } = await import('./lib/chromium.mjs')
  await orEnd(ensureChromium())
}
const tsx = pathToFileURL(createRequire(`${ROOT}/package.json`).resolve('tsx')).href
const { code } = await runNode(file, args, { nodeArgs: ['--import', tsx] })
process.exitCode ||= code
