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
