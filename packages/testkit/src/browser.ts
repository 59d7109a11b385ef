import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No sandbox, since tests also run as root in containers; nothing that would reach out to the internet by itself. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium to test with: CHROMIUM_PATH, the system's own, or the one Playwright has installed; else undefined. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return named
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path))
}

function chromiumHere(): string {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium is installed: run node scripts/chromium.mjs')
  return executablePath
}

/** Starts a browser; `args` are added to the usual ones. Throws when there is none to start. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumHere(), args: [...ARGS, ...args] })
}

let shared: { readonly browser: Promise<Browser>; users: number } | null = null

/**
 * A browser for pages that need nothing of their own but a context: all of a process who use one at the same time share it,
 * since to start one keeps two cores busy for two seconds. It is given back by `leaveBrowser`.
 */
export function shareBrowser(): Promise<Browser> {
  if (!shared) {
    shared = { browser: launchBrowser(), users: 0 }
    shared.browser.catch(() => {
      shared = null
    })
  }
  shared.users += 1
  return shared.browser
}

/** The last one to leave closes it. Contexts are closed by those who opened them. */
export async function leaveBrowser(): Promise<void> {
  const left = shared
  if (!left) return
  left.users -= 1
  if (left.users > 0) return
  shared = null
  await (await left.browser).close()
}

/** Opens a browser on a profile that stays, as a handheld's does; what the context can do is Playwright's. */
export function openProfile(
  folder: string,
  { args = [], ...options }: NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...options,
    executablePath: chromiumHere(),
    args: [...ARGS, ...args],
  })
}
