import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ROOT } from './lib/root.mjs'

/** Draws the app's icons anew from the one drawing: run it by hand when that has changed, and commit what it made. */

const sharp = createRequire(`${ROOT}/packages/e2e/package.json`)('sharp')
const floor = `${ROOT}/apps/floor`
const drawing = await readFile(`${floor}/icons/icon.svg`, 'utf8')
/** Systems cut a maskable icon into their own shape: its ground goes to the edge. */
const uncut = drawing.replace('rx="112"', 'rx="0"')

const ICONS = [
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['maskable-192.png', 192, uncut],
  ['maskable-512.png', 512, uncut],
]

for (const [name, size, svg] of ICONS) {
  const png = await sharp(Buffer.from(svg), { density: 144 })
    .resize(size)
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer()
  await writeFile(`${floor}/public/icons/${name}`, png)
}
