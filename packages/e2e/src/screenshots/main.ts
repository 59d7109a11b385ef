import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launchBrowser } from '@restow/testkit/browser'
import { startServer } from '@restow/testkit/server-process'
import sharp from 'sharp'
import { type DeskPicture, deskPictures, type View } from './desk-pictures.ts'
import { floorPicture } from './floor-pictures.ts'

/**
 * Pictures of the real screens, with demo data: those in the README, or with `--all` each page in each size, language
 * and theme, to be looked at. `--origin` names a server that runs already; `--to` the folder.
 */

const PICTURES = fileURLToPath(new URL('../../../../docs/pictures', import.meta.url))
const { values } = parseArgs({
  options: {
    to: { type: 'string', default: PICTURES },
    origin: { type: 'string' },
    all: { type: 'boolean' },
  },
})
const folder = resolve(values.to)

/** In the warehouse of the demo. */
const yesterday = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(
  Date.now() - 86_400_000,
)
const IN_README: readonly DeskPicture[] = [
  { name: 'desk-bins', path: '/bins', as: 'supervisor' },
  { name: 'desk-pipeline', path: '/pipeline', as: 'supervisor' },
  { name: 'desk-dispositions', path: '/dispositions', as: 'supervisor' },
  { name: 'desk-report', path: `/reports/${yesterday}`, as: 'seller' },
]
const FURTHER: readonly DeskPicture[] = [
  ...[
    'people',
    'waiting',
    'units',
    'parcels',
    'unclaimed',
    'announcements',
    'imports',
    'printers',
    'labels',
    'demo',
  ].map((page): DeskPicture => ({ name: `desk-${page}`, path: `/${page}`, as: 'supervisor' })),
  ...['pipeline', 'bins', 'dispositions', 'people'].map(
    (board): DeskPicture => ({ name: `tv-${board}`, path: `/tv?boards=${board}`, as: 'supervisor' }),
  ),
  ...['bins', 'products', 'staff', 'sellers'].map(
    (page): DeskPicture => ({ name: `desk-set-up-${page}`, path: `/set-up/${page}`, as: 'supervisor' }),
  ),
  ...['overview', 'units', 'unclaimed', 'labels'].map(
    (page): DeskPicture => ({ name: `seller-${page}`, path: `/${page}`, as: 'seller' }),
  ),
]
const VIEWS: readonly View[] = ['en-US', 'zh-CN'].flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [
    { width: 1440, height: 900, language, theme },
    { width: 1920, height: 1080, language, theme },
    { width: 360, height: 640, language, theme },
  ]),
)

/** Few colours make a small file; a screen has few. */
async function keep(name: string, png: Buffer): Promise<void> {
  writeFileSync(join(folder, `${name}.png`), await sharp(png).png({ palette: true, effort: 9 }).toBuffer())
  console.log(`${name}.png`)
}

async function take(origin: string): Promise<void> {
  const browser = await launchBrowser()
  try {
    if (values.all)
      for (const view of VIEWS) {
        const { width, language, theme } = view
        const named = (name: string) => `${name}-${width}-${language}-${theme}`
        await deskPictures(browser, origin, [...IN_README, ...FURTHER], view, (n, png) => keep(named(n), png))
      }
    else
      await deskPictures(
        browser,
        origin,
        IN_README,
        { width: 1440, height: 900, language: 'en-US', theme: 'light' },
        keep,
      )
  } finally {
    await browser.close()
  }
  if (!values.all) await keep('floor', await floorPicture(origin))
}

mkdirSync(folder, { recursive: true })
if (values.origin) await take(values.origin)
else {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-pictures-'))
  const server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  try {
    await take(server.origin)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
