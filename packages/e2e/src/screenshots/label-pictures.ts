import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LabelSize } from '@restow/domain'
import sharp from 'sharp'
import { drawLabels } from '../../../labels/src/draw-labels.ts'
import { faces } from '../../../labels/src/faces.fixture.ts'
import { openPrinter } from '../../../labels/src/read-back.fixture.ts'
import { SAMPLES } from '../../../labels/src/samples.fixture.ts'

/** A picture of every kind of label as a printer of 203 dpi sets it, dot by dot, for docs/labels.md. */

const FOLDER = resolve(fileURLToPath(new URL('../../../../docs/pictures/labels', import.meta.url)))
/** On which size each is shown, where it is not its usual one. */
const SIZES: Readonly<Record<string, LabelSize>> = {
  'relabel by EAN-13': '57x32',
  'relabel by a long SKU as a matrix': '57x32',
  'relabel by SKU': '57x32',
  'refurbish ticket': '62',
  'parcel tag': '100x50',
}

const printer = await openPrinter()
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const [name, { facts }] of Object.entries(SAMPLES)) {
  const size = SIZES[name]
  const media = { language: 'pdf', dpi: 203, ...(size ? { size } : {}) } as const
  const [page] = await printer.print(await drawLabels([facts], media, faces))
  if (!page) throw new Error(`${name} has no page.`)
  const { width, height, dot } = page
  const dots = Buffer.from(
    Array.from({ length: width * height }, (_, i) => dot(i % width, Math.floor(i / width))),
  )
  await sharp(dots, { raw: { width, height, channels: 1 } })
    .extend({ top: 2, bottom: 2, left: 2, right: 2, background: '#888' })
    .png({ palette: true, colours: 4, effort: 10 })
    .toFile(`${FOLDER}/${name.toLowerCase().replaceAll(' ', '-')}.png`)
}
printer.close()
