import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, ROOT } from './root.mjs'
import { runNode } from './run.mjs'

const CACHE = join(ROOT, 'node_modules', '.cache', 'restow')
const SIDE_BY_SIDE = 2

/** Every check that applies, shown with its time as it ends; what a failed one says is shown too. Answers `{ passed, failures }`, the last by name. */
export async function runChecks({ fix = false } = {}) {
  mkdirSync(CACHE, { recursive: true })
  const waiting = checks(fix)
  const tally = { passed: 0, failures: [] }
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (await runCheck(check)) tally.passed += 1
      else tally.failures.push(check.name)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  return tally
}

async function runCheck({ name, script, args }) {
  const started = performance.now()
  const { code, output } = await runNode(script, args, {
    capture: true,
    env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trim())
  return code === 0
}

function checks(fix) {
  const list = [{ name: 'types', ...typeCheck('tsconfig.json') }]
  if (hasWebSources()) list.push({ name: 'types of the web apps', ...typeCheck('tsconfig.web.json') })
  const fixing = fix ? ['--write'] : []
  return [
    ...list,
    {
      name: 'style',
      script: commandOf('@biomejs/biome', 'biome'),
      args: ['check', '--error-on-warnings', ...fixing],
    },
    {
      name: 'boundaries',
      script: commandOf('dependency-cruiser', 'depcruise'),
      args: ['packages', 'apps', '--config', '.dependency-cruiser.cjs'],
    },
    { name: 'dead code', script: commandOf('knip'), args: ['--no-progress'] },
  ]
}

function typeCheck(project) {
  const memory = join(CACHE, `${project}.tsbuildinfo`)
  return {
    script: commandOf('typescript', 'tsc'),
    args: ['-p', project, '--incremental', '--tsBuildInfoFile', memory],
  }
}

function hasWebSources() {
  return ['packages/ui/src', 'apps/floor/src', 'apps/desk/src'].some((folder) => {
    const path = join(ROOT, folder)
    return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => /\.tsx?$/.test(name))
  })
}
