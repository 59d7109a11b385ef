import { kindOf, type Shell, wayOf } from './shell.ts'

/**
 * The service worker: the app stands up without a server. A build's files are kept together, under its version, and a page
 * is only ever given files of one build; a newer build is kept beside it and waits until it is asked to take over.
 */

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: see build.ts. */
declare const __SHELL__: Shell

const SHELL = __SHELL__
const PREFIX = 'restow-floor-'
const KEPT = `${PREFIX}${SHELL.version}`
const LATER = `${PREFIX}later`
/** Files are the same for everybody, whatever a proxy lets them vary by. */
const LOOSELY = { ignoreVary: true }

const pathOf = ({ url }: Request): string => new URL(url).pathname

/** A file whose name tells its content is taken from an older build where that has it. */
async function keepFile(cache: Cache, path: string): Promise<void> {
  const had = await caches.match(path, LOOSELY)
  if (had) await cache.put(path, had)
  else await cache.add(path)
}

/** The page that belongs to this worker and no other: while servers are changed over, another one may answer. */
async function keepPage(cache: Cache): Promise<void> {
  const { url, integrity } = SHELL.page
  await cache.add(new Request(url, { integrity, cache: 'no-cache' }))
}

/** A device that has used the camera can use it without a network right after an update as well. */
async function keepUsedOnes(): Promise<void> {
  const cache = await caches.open(LATER)
  const used = new Set((await cache.keys()).map((one) => kindOf(pathOf(one))))
  const wanted = SHELL.later.filter((path) => used.has(kindOf(path)))
  // Not worth missing an update for: what could not be had now is loaded when it is used.
  await Promise.allSettled(wanted.map((path) => keepFile(cache, path)))
}

async function install(): Promise<void> {
  const cache = await caches.open(KEPT)
  await Promise.all([keepPage(cache), ...SHELL.files.map((path) => keepFile(cache, path))])
  await keepUsedOnes()
}

async function tidy(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== KEPT && name !== LATER)
  await Promise.all(old.map((name) => caches.delete(name)))
  const later = await caches.open(LATER)
  const gone = (await later.keys()).filter((one) => !SHELL.later.includes(pathOf(one)))
  await Promise.all(gone.map((one) => later.delete(one, LOOSELY)))
}

let letsGo = new AbortController()
/** A browser changes workers when the old one has answered all that it was asked: what hangs in the network is let go on demand. */
const fromNetwork = (request: Request): Promise<Response> => fetch(request, { signal: letsGo.signal })

function letGo(): void {
  letsGo.abort()
  letsGo = new AbortController()
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(KEPT)
  return (await cache.match(path, LOOSELY)) ?? fromNetwork(request)
}

async function keepAtFirstUse(request: Request): Promise<Response> {
  const had = await caches.match(request, LOOSELY)
  if (had) return had
  const answer = await fromNetwork(request)
  if (answer.ok && SHELL.later.includes(pathOf(request))) {
    const cache = await caches.open(LATER)
    // A device without room for it still gets it.
    await cache.put(request, answer.clone()).catch(() => undefined)
  }
  return answer
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())))
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
  else if (event.data === 'let go') letGo()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const way = wayOf(request, self.location.origin, SHELL)
  if (way === 'page') event.respondWith(fromCache(SHELL.page.url, request))
  else if (way === 'shell') event.respondWith(fromCache(pathOf(request), request))
  else if (way === 'later') event.respondWith(keepAtFirstUse(request))
})
