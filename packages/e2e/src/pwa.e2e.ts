import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filmOf } from '@restow/testkit/fake-camera'
import { PIN } from '@restow/testkit/server'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ChangingServer, NEWER_DRAWING, openChanging } from './changed-build.ts'
import { Floor } from './floor.ts'

/** The floor as an app on the device: it stands up without a server, and new versions come when they disturb nobody. */

const folder = mkdtempSync(join(tmpdir(), 'restow e2e pwa '))
let server: ServerProcess
let floor: Floor | null = null

const start = (port = '0') =>
  startServer({ RESTOW_DATA_DIR: join(folder, 'data'), RESTOW_DEMO: '1', PORT: port })

beforeAll(async () => {
  server = await start()
})

afterEach(async () => {
  await floor?.close()
  floor = null
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function device(...args: Parameters<typeof Floor.open>): Promise<Floor> {
  floor = await Floor.open(...args)
  return floor
}

/** The worker has everything and answers for the page. */
const installed = (page: Page) =>
  page.evaluate(`new Promise(async (done) => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) done()
    else navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true })
  })`)

/** Paths of what the device keeps, by the cache that it lies in. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(`(async () => {
    const found = {}
    for (const name of await caches.keys())
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)
    return found
  })()`)

const PATIENTLY = { timeout: 20_000 }
const ENGINES = /zxing|engine|worker-|bwip/
const withCamera = (film: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

describe('what the server hands out', () => {
  const ask = (path: string) => fetch(`${server.origin}${path}`, { redirect: 'manual' })

  it('lets browsers ask anew for what has no hash in its name, and keep the rest for good', async () => {
    const types = {
      '/floor/': 'text/html',
      '/floor/unit/RU0000000017': 'text/html',
      '/floor/sw.js': 'application/javascript',
      '/floor/manifest.webmanifest': 'application/manifest+json',
    }
    for (const [path, type] of Object.entries(types)) {
      const { headers } = await ask(path)
      expect([path, headers.get('content-type')]).toEqual([path, expect.stringContaining(type)])
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-cache'])
    }
    const script = /\/floor\/assets\/index-[^"]+\.js/.exec(await (await ask('/floor/')).text())?.[0] ?? ''
    expect((await ask(script)).headers.get('cache-control')).toContain('immutable')
  })

  it('leads to the floor from its address without a slash', async () => {
    expect((await ask('/floor')).headers.get('location')).toBe('/floor/')
  })

  it('describes an app that can be installed', async () => {
    const { page } = await device(server.origin)
    const href = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = (await (await ask(href ?? '')).json()) as { icons: object[] }
    expect(manifest).toMatchObject({
      ...{ id: '/floor/', start_url: '/floor/', scope: '/floor/', display: 'standalone', lang: 'en' },
      ...{ name: expect.any(String), short_name: expect.any(String) },
    })
    const tokens = await page.evaluate<Record<string, string>>(`(() => {
      const style = getComputedStyle(document.documentElement)
      const of = (token) => style.getPropertyValue(token).trim().replace(/^#fff$/, '#ffffff')
      return { theme_color: of('--surface'), background_color: of('--ground') }
    })()`)
    expect(manifest).toMatchObject(tokens)
    const sizes = await page.evaluate(
      `Promise.all(${JSON.stringify(manifest.icons)}.map(async ({ src, purpose }) => {
        const icon = new Image()
        icon.src = new URL(src, '${server.origin}${href}').href
        await icon.decode()
        return [purpose, icon.naturalWidth, icon.naturalHeight].join(' ')
      }))`,
    )
    expect(sizes).toEqual(['any 192 192', 'any 512 512', 'maskable 192 192', 'maskable 512 512'])
  })
})

describe('the first load', () => {
  it('sends no more than 180 kB of script, counted as it comes over the line', async () => {
    const { context } = await device(server.origin)
    // Another device, on which nothing is kept yet.
    const fresh = await context.browser()?.newContext({ locale: 'en-US' })
    if (!fresh) throw new Error('The browser is gone')
    const first = await fresh.newPage()
    const line = await fresh.newCDPSession(first)
    const scripts = new Set<string>()
    let bytes = 0
    await line.send('Network.enable')
    line.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await first.goto(`${server.origin}/floor/`)
    await first.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(180_000)
    await fresh.close()
  })
})

describe('without a server', () => {
  it('comes up all the same, in every language, and reads codes by a camera that was used before', async () => {
    const film = join(folder, 'film.mjpeg')
    writeFileSync(film, await filmOf([{ bcid: 'code128', text: 'OP1001' }], 1))
    const opened = await device(server.origin, 'en-US', { camera: true, args: withCamera(film) })
    const { page } = opened
    await installed(page)
    const before = Object.values(await kept(page)).flat()
    expect(before).toContain('/floor/index.html')
    expect(before.filter((path) => ENGINES.test(path.replace('shrink.worker', '')))).toEqual([])
    const badge = () => page.getByLabel('Badge').inputValue()
    await opened.button('Camera').click()
    await expect.poll(badge, PATIENTLY).toBe('OP1001')
    const later = (await kept(page))['restow-floor-later']
    expect(later).toEqual(expect.arrayContaining([expect.stringMatching(/zxing_reader.*\.wasm$/)]))

    const { port } = server
    await server.stop()
    await page.goto(`${server.origin}/floor/unit/RU0000000017/inspect`)
    await opened.heading('Sign in').waitFor()
    expect(await badge()).toBe('')
    await opened.button('Camera').click()
    await expect.poll(badge, PATIENTLY).toBe('OP1001')
    await opened.button('Close the camera').click()
    for (const [language, words] of [
      ['Deutsch', 'Anmelden'],
      ['Español', 'Iniciar sesión'],
      ['简体中文', '登录'],
    ] as const) {
      await opened.button(language).click()
      await opened.heading(words).waitFor()
    }
    // The desk and the API are the server's alone.
    expect(await page.evaluate(`fetch('/api/sessions/current').then(() => 'answered', () => 'silent')`)).toBe(
      'silent',
    )
    await expect(page.goto(`${server.origin}/`)).rejects.toThrow('ERR_CONNECTION_REFUSED')
    server = await start(String(port))
  })

  it('does nothing where the page is not secure, and works as it did', async () => {
    const opened = await device(`http://dock.test:${server.port}`, 'en-US', {
      args: ['--host-resolver-rules=MAP dock.test 127.0.0.1'],
    })
    await opened.signIn('OP1001', PIN)
    await opened.scan('.R.MENU')
    await opened.sees('Only a page over HTTPS works without a network')
    expect(opened.complaints).toEqual([])
  })
})

describe('the device', () => {
  const ASKED = `{
    globalThis.asked = []
    navigator.storage.persist = async () => (asked.push('keep'), false)
    navigator.storage.persisted = async () => false
    navigator.wakeLock.request = async (type) => {
      asked.push(type)
      return { released: false, release: async () => void asked.push('release') }
    }
  }`

  it('is asked once to keep unsent work, says when it does not, and keeps its screen on meanwhile', async () => {
    const opened = await device(server.origin, 'en-US', { before: ASKED })
    const asked = () => opened.page.evaluate('asked')
    await opened.signIn('OP1001', PIN)
    await expect.poll(asked, PATIENTLY).toEqual(['screen', 'keep'])
    await opened.scan('.R.MENU')
    await opened.sees('This device may delete unsent work when its storage is full')
    await opened.sees(/MB in use, room for/)
    await opened.scan('.R.AWAKE.off')
    await expect.poll(asked, PATIENTLY).toEqual(['screen', 'keep', 'release'])
    await opened.scan('.R.AWAKE.on')
    await expect.poll(asked, PATIENTLY).toEqual(['screen', 'keep', 'release', 'screen'])
    await opened.scan('.R.SIGN-OUT')
    await opened.heading('Sign in').waitFor()
    await expect.poll(asked, PATIENTLY).toEqual(['screen', 'keep', 'release', 'screen', 'release'])
    await opened.scan('OP1001')
    await opened.page.getByLabel('PIN').fill(PIN)
    await opened.button('Sign in').click()
    await expect.poll(asked, PATIENTLY).toEqual(['screen', 'keep', 'release', 'screen', 'release', 'screen'])
    expect(opened.complaints).toEqual([])
  })
})

describe('a new version', () => {
  const VERSION = '9.9.9'
  let changing: ChangingServer

  beforeEach(async () => {
    changing = await openChanging(VERSION)
  })
  afterEach(() => changing?.close())

  const isOldPage = (page: Page) => page.evaluate('globalThis.isOld === true')
  const lookForUpdate = (page: Page) => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
  /** While a page is left for its next version, nothing can be asked of it. */
  const isNewPage = (page: Page) =>
    isOldPage(page).then(
      (isOld) => !isOld,
      () => false,
    )
  const drawCodes = (page: Page) =>
    page.evaluate(`(async () => {
      const listed = await (await fetch('/floor/sw.js')).text()
      await fetch(/[^"]+bwip-js[^"]+/.exec(listed)[0])
    })()`)

  // When it comes by itself is a rule of its own: update-rule.test.ts. Here no time is made to pass.
  it('waits while work is unsent, also for who asks for it, and while a parcel is open', async () => {
    const opened = await device(changing.origin)
    const { page, context } = opened
    await installed(page)
    await opened.signIn('OP1001', PIN)
    await page.evaluate('globalThis.isOld = true')
    await context.route('**/api/commands', (route) => route.fulfill({ status: 503, json: {} }))
    await opened.scan('1Z999AA10123456784')
    await opened.sees(/1 unsent|1 offline/)
    changing.update()
    await lookForUpdate(page)
    await opened.scan('.R.HOME')
    await opened.sees('The update waits until all is sent.')
    const lastScan = page.getByRole('listitem').filter({ hasText: 'received' }).first()
    await lastScan.getByText('saved', { exact: true }).waitFor()
    await opened.scan('.R.MENU')
    expect(await opened.button('Update now').isDisabled()).toBe(true)
    expect(await isOldPage(page)).toBe(true)

    await context.unroute('**/api/commands')
    await opened.scan('.R.SENDING')
    await opened.button('all sent').waitFor()
    await opened.scan('.R.HOME')
    await lastScan.getByText('sent', { exact: true }).waitFor()
    // All is sent, but a parcel is open: it does not come by itself.
    await opened.scan('1Z999AA10123456784')
    await opened.heading('Register').waitFor()
    await opened.scan('.R.HOME')
    await opened.sees('Update ready.')
    expect(await isOldPage(page)).toBe(true)

    await opened.scan('.R.MENU')
    expect(await opened.button('Update now').isDisabled()).toBe(false)
  })

  it('comes at once where a person asks for it, with what was used of the old one, and over no other page', async () => {
    const opened = await device(changing.origin)
    const { page, context } = opened
    await installed(page)
    await opened.signIn('OP1001', PIN)
    await drawCodes(page)
    const other = await context.newPage()
    await other.goto(`${changing.origin}/floor/`)
    await other.getByRole('button', { name: 'Type a code' }).click()
    const typed = other.getByRole('dialog').getByRole('textbox')
    await typed.fill('LAX1')
    for (const one of [page, other]) await one.evaluate('globalThis.isOld = true')
    await opened.scan('.R.MENU')
    changing.update()
    await lookForUpdate(page)
    await opened.button('Update now').waitFor()
    await opened.scan('.R.UPDATE')
    await expect.poll(() => isNewPage(page), PATIENTLY).toBe(true)
    await opened.sees(`Version ${VERSION}`)
    expect((await kept(page))['restow-floor-later']).toEqual([NEWER_DRAWING])
    expect(await isOldPage(other)).toBe(true)
    await typed.fill('')
    await expect.poll(() => isNewPage(other), PATIENTLY).toBe(true)
    expect(opened.complaints).toEqual([])
  })
})
