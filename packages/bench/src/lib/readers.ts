import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fallbackText, sightOf } from '@restow/floor/camera/as-scanned'
import { Eye } from '@restow/floor/camera/eye'
import { hintsOf } from '@restow/floor/camera/fallback-hints'
import { mendCode128 } from '@restow/floor/camera/mend-code128'
import { PASSES, type Pass } from '@restow/floor/camera/passes'
import type { Sight } from '@restow/floor/camera/watch'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import type { Picture } from './photos.ts'

const need = createRequire(import.meta.url)
/** Its names cannot be imported by Node one by one. */
const zxing = need('@zxing/library') as typeof import('@zxing/library')
mendCode128(zxing)

/** The engines as the app uses them, and zxing-wasm as it comes. */

export async function loadEngine(): Promise<void> {
  const path = need.resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer } = new Uint8Array(readFileSync(path))
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true })
}

/** The types ask for the browser's ImageData; any picture with its pixels and size does. */
export const read = (picture: Picture, options?: ReaderOptions) =>
  readBarcodes(picture as Parameters<typeof readBarcodes>[0], options)

/** What default options find. The text is asked for as it is encoded, or brackets would count as errors. */
export const readByDefault = async (picture: Picture): Promise<string[]> =>
  (await read(picture, { textMode: 'Plain' })).map(({ text }) => text)

/** The photos' texts have none. */
const withoutIdentifier = (text: string): string => text.replace(/^\](C1|d2|Q3|e0)/, '')

/** Holds a picture before the app's camera for two rounds of its passes, at 20 frames a second. */
export async function readAsApp(picture: Picture): Promise<string[]> {
  const seen = new Map<Pass, Sight[]>()
  const scans: string[] = []
  const eye = new Eye()
  for (let frame = 0; frame < 12; frame++) {
    const { pass } = eye
    const found = seen.get(pass) ?? (await read(picture, PASSES[pass])).map((one) => sightOf(one, picture))
    seen.set(pass, found)
    const scan = eye.see(found, frame * 50)
    if (scan !== null) scans.push(withoutIdentifier(scan))
  }
  return scans
}

const grey = ({ data, width, height }: Picture): Uint8ClampedArray => {
  const pixels = new Uint8ClampedArray(width * height)
  for (let i = 0; i < pixels.length; i++) {
    const [r = 0, g = 0, b = 0] = data.subarray(i * 4, i * 4 + 3)
    pixels[i] = (306 * r + 601 * g + 117 * b + 512) >> 10
  }
  return pixels
}

/** The library warns of each format that a picture does not hold. */
function quietly<T>(work: () => T): T {
  const { warn } = console
  console.warn = () => undefined
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

/** What `@zxing/browser` does with a canvas, without one: the same binarizer, reader and hints. */
export function readAsFallback(picture: Picture): string[] {
  const { width, height } = picture
  try {
    const source = new zxing.RGBLuminanceSource(grey(picture), width, height)
    const bitmap = new zxing.BinaryBitmap(new zxing.HybridBinarizer(source))
    const reader = new zxing.MultiFormatReader()
    const result = quietly(() => reader.decode(bitmap, hintsOf(zxing, 'hard')))
    const format = zxing.BarcodeFormat[result.getBarcodeFormat()] ?? ''
    return [withoutIdentifier(fallbackText(result.getText(), format))]
  } catch {
    // Nothing found is thrown, as is whatever goes wrong on the way; to the one who holds the camera it is the same.
    return []
  }
}
