import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compressAssets } from './compress.mjs'
import { fingerprintOfTimes, isStamped, stamp } from './fingerprint.mjs'
import { commandOf, ROOT, webApps, workspaces } from './root.mjs'
import { runNode } from './run.mjs'

/** The programs of the server, one bundle each. */
const ENTRIES = ['main', 'serve', 'verify', 'new-pin'].map((name) => `apps/server/src/${name}.ts`)
const OUT = join(ROOT, 'apps/server/dist')
/** One file that runs by itself wherever Node is. */
const AGENT = { entry: 'apps/print-agent/src/main.ts', out: 'apps/print-agent/dist/restow-print-agent.mjs' }
const STAMP = join(OUT, '.stamp')
/** What tests and measurements are made of is no part of a build. */
const NOT_BUILT = /(^packages[/\\](testkit|e2e|bench)[/\\])|(\.test\.tsx?$)|(\.fixture\.ts$)/

/** Whether nothing changed since the last build. */
export function isBuilt() {
  const outputs = [
    ...entries().map(outputOf),
    join(ROOT, AGENT.out),
    ...webApps().map((app) => join(ROOT, app, 'dist/index.html')),
  ]
  return outputs.every((file) => existsSync(file)) && isStamped(STAMP, fingerprint())
}

/** Builds the server and the web apps side by side. Answers whether all went well. */
export async function build() {
  const before = fingerprint()
  const web = webApps().map(async (app) => {
    const { code, output } = await runNode(commandOf('vite'), ['build', '--logLevel', 'warn'], {
      cwd: join(ROOT, app),
      capture: true,
    })
    if (output.trim() !== '') console.log(output.trim())
    if (code === 0) await compressAssets(join(ROOT, app, 'dist'))
    return code === 0
  })
  const built = (await Promise.all([buildServer(), ...web])).every(Boolean)
  // Stamped with what was there at the beginning: a file saved meanwhile makes the next start build again.
  if (built) stamp(STAMP, before)
  return built
}

/** esbuild's options for the server, shared with watch mode. */
export function serverOptions() {
  return {
    absWorkingDir: ROOT,
    entryPoints: entries(),
    outdir: OUT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [ownPackagesOnly, programsApart],
    // Packages that are bundled and were written for CommonJS ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }
}

/** esbuild's options for the print agent: all it needs is in it, so that it is copied and started. */
function agentOptions() {
  return {
    absWorkingDir: ROOT,
    entryPoints: [AGENT.entry],
    outfile: join(ROOT, AGENT.out),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  }
}

/** esbuild, once the packages are installed. */
export function esbuild() {
  return createRequire(join(ROOT, 'package.json'))('esbuild')
}

/**
 * The workspace's own packages go into the bundle, and with them what only they depend on: at run time packages are
 * looked up from the server, which sees its own dependencies and nobody else's.
 */
const ownPackagesOnly = {
  name: 'own-packages-only',
  setup(bundler) {
    const { dependencies } = createRequire(import.meta.url)(join(ROOT, 'apps/server/package.json'))
    const installed = Object.keys(dependencies).filter((name) => !name.startsWith('@restow/'))
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined
      return installed.some((name) => path === name || path.startsWith(`${name}/`))
        ? { path, external: true }
        : undefined
    })
  },
}

/** A program that another one loads stays a file of its own, read when it comes to that. */
const programsApart = {
  name: 'programs-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' && ENTRIES.some((entry) => join(ROOT, entry) === join(resolveDir, path))
        ? { path: path.replace(/\.ts$/, '.js'), external: true }
        : undefined,
    )
  },
}

async function buildServer() {
  if (entries().length === 0) return true
  const { build: bundle, stop } = esbuild()
  try {
    await Promise.all([bundle(serverOptions()), bundle(agentOptions())])
    return true
  } catch {
    return false
  } finally {
    stop()
  }
}

function entries() {
  return ENTRIES.filter((entry) => existsSync(join(ROOT, entry)))
}

function outputOf(entry) {
  return join(OUT, entry.replace(/^.*\//, '').replace(/\.ts$/, '.js'))
}

function fingerprint() {
  const described = [
    'pnpm-lock.yaml',
    'tsconfig.base.json',
    'scripts/lib/build.mjs',
    'scripts/lib/compress.mjs',
  ]
  return fingerprintOfTimes(ROOT, [...described, ...workspaces()], (path) => NOT_BUILT.test(path))
}
