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
for (const project of ['unit*', 'db', 'e2e', 'e2e-alone', ...(long ? ['long'] : [])]) {
  results.push(await runVitest(project, forVitest))
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const failures = results.flatMap((result) => result.failures)
const ran = sum('passed') + failures.length
failures.unshift(...checks.failures.map((name) => `check: ${name}`))
if (ran === 0) console.error('No test ran.')
for (const failure of failures) console.log(`✗ ${failure}`)
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped, for the reasons that stand in their names`)
console.log(`${checks.passed + sum('passed')} passed, ${failures.length} failed`)
process.exitCode ||= failures.length > 0 || ran === 0 || wasInterrupted() ? 1 : 0
