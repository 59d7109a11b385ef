import './lib/node-version.mjs'

const { spawn } = await import('node:child_process')
const { createRequire } = await import('node:module')
const { basename } = await import('node:path')
const { pathToFileURL } = await import('node:url')
const { ensureInstalled } = await import('./lib/install.mjs')
const { esbuild, serverOptions } = await import('./lib/build.mjs')
const { orEnd } = await import('./lib/ready.mjs')
const { ROOT, webApps } = await import('./lib/root.mjs')

await orEnd(ensureInstalled())
const port = process.env.PORT ?? '8080'
const api = `http://localhost:${port}`
const pages = webApps().map((folder, index) => ({
  folder,
  url: `http://localhost:${5173 + index}`,
  port: 5173 + index,
}))
// The pages of watch mode come from other ports than the server's, which refuses origins it was not told of.
const origins = [process.env.RESTOW_ORIGINS, api, ...pages.map((page) => page.url)].filter(Boolean).join(',')

let server
let stopping = false

/** The server runs as a process of its own, so that each build gets a fresh one; the new one waits for the old one's end. */
async function restart() {
  if (server !== undefined) await stop()
  if (stopping) return
  const args = ['--enable-source-maps', `${ROOT}/apps/server/dist/main.js`]
  server = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, RESTOW_ORIGINS: origins },
    detached: process.platform !== 'win32',
  })
}

function stop() {
  const old = server
  if (old.exitCode !== null || old.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    old.once('exit', resolve)
    old.kill('SIGTERM')
  })
}

let restarting = Promise.resolve()
const restartAfterBuild = {
  name: 'restart-after-build',
  setup(bundler) {
    bundler.onEnd(({ errors }) => {
      if (errors.length === 0) restarting = restarting.then(restart)
    })
  },
}

const options = serverOptions()
const watching = await esbuild().context({ ...options, plugins: [...options.plugins, restartAfterBuild] })
await watching.watch()

const vite = await import(pathToFileURL(createRequire(`${ROOT}/package.json`).resolve('vite')).href)
const proxy = Object.fromEntries(
  ['/api', '/healthz', '/readyz', '/metrics'].map((path) => [path, { target: api, ws: true }]),
)
const pageServers = await Promise.all(
  pages.map(async (page) => {
    const pageServer = await vite.createServer({
      root: `${ROOT}/${page.folder}`,
      server: { port: page.port, strictPort: true, proxy },
    })
    await pageServer.listen()
    console.log(`${basename(page.folder)}: ${page.url}${pageServer.config.base}`)
    return pageServer
  }),
)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    stopping = true
    await Promise.all([watching.dispose(), ...pageServers.map((pageServer) => pageServer.close())])
    await restarting
    if (server !== undefined) await stop()
    process.exit(0)
  })
}
