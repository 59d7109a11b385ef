import './lib/node-version.mjs'

const { ensureReady, orEnd } = await import('./lib/ready.mjs')
const { passOnSignals, wasInterrupted } = await import('./lib/run.mjs')

const args = process.argv.slice(2)
const long = args.includes('--long')
const forVitest = args.filter((argument) => argument !== '--long')

passOnSignals()
await ensureReady()
const { ensureChromium } = await import('./lib/chromium.mjs')
const { runChecks } = await import('./lib/check.mjs')
const { runVitest } = await import('./lib/vitest.mjs')

console.log(`Chromium: ${await orEnd(ensureChromium())}`)
const checks = await runChecks()
const results = []
// One after another: browsers, and what measures, would wait for the processors that the others use.
for (const project of ['unit', 'db', 'e2e', 'e2e-alone', ...(long ? ['long'] : [])]) {
  results.push(await runVitest(project, forVitest))
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const ran = sum('passed') + sum('failed')
const [passed, failed, skipped] = [
  checks.passed + sum('passed'),
  checks.failed + sum('failed'),
  sum('skipped'),
]
if (ran === 0) console.error('No test ran.')
if (skipped > 0) console.log(`${skipped} skipped, for the reasons that stand in their names`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode ||= failed > 0 || ran === 0 || wasInterrupted() ? 1 : 0
