import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { writableHome } from './install.mjs'
import { ROOT } from './root.mjs'
import { run, runNode } from './run.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const playwright = createRequire(join(ROOT, 'packages/e2e/package.json'))

/** The Chromium that the browser tests will use (testkit's browser.ts looks in the same places), else undefined. */
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const { chromium } = playwright('playwright-core')
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds a Chromium or installs one, and answers its path; throws one sentence when neither works. */
export async function ensureChromium() {
  const found = findChromium()
  if (found !== undefined) return found
  console.log('Installing Chromium for the browser tests…')
  if (!(isDebianRoot() && (await installFromDebian()))) await installWithPlaywright()
  const installed = findChromium()
  if (installed === undefined) {
    throw new Error('No Chromium could be installed: set CHROMIUM_PATH to one for the browser tests.')
  }
  return installed
}

/** Debian's package brings every library it needs. Ubuntu's only points to a snap, which containers cannot run. */
function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installFromDebian() {
  const apt = async (...args) => {
    const { code, output } = await run('apt-get', ['-qq', '-o', 'Acquire::Retries=3', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      capture: true,
    })
    if (code !== 0) console.error(output.trim())
    return code === 0
  }
  await apt('update')
  const install = (name) => apt('install', '-y', '--no-install-recommends', name)
  const installed = await install('chromium')
  // Without it Chinese screens are photographed as rows of boxes; the tests themselves can do without.
  if (installed && !existsSync(CJK_FONT)) await install('fonts-noto-cjk')
  return installed
}

async function installWithPlaywright() {
  const cli = playwright.resolve('playwright-core/cli.js')
  const libraries = process.getuid?.() === 0 ? ['--with-deps'] : []
  const { code } = await runNode(cli, ['install', ...libraries, 'chromium'], { env: writableHome() })
  // Libraries come from the system's package manager, which may be missing where they are already there.
  if (code !== 0 && libraries.length > 0) await runNode(cli, ['install', 'chromium'])
}
