import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
// Served by ourselves: the package's own default is a server elsewhere, which a hall without internet does not reach.
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { sightOf } from './as-scanned.ts'
import { PASSES } from './passes.ts'
import type { Answer, Asked } from './worker-engine.ts'

/** Beside the page, so that a look at a frame never holds up a scan's answer or a tap. */

const canvas = new OffscreenCanvas(1, 1)
const paper = canvas.getContext('2d', { willReadFrequently: true })

const say = (answer: Answer): void => self.postMessage(answer)
const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function pixelsOf(frame: ImageBitmap): ImageData {
  const { width, height } = frame
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  if (!paper) throw new Error('The worker has no canvas')
  paper.drawImage(frame, 0, 0)
  frame.close()
  return paper.getImageData(0, 0, width, height)
}

self.onmessage = async ({ data: { frame, pass } }: MessageEvent<Asked>) => {
  try {
    const pixels = pixelsOf(frame)
    const found = await readBarcodes(pixels, PASSES[pass])
    say({ sights: found.map((one) => sightOf(one, pixels)) })
  } catch (error) {
    say({ failed: whyOf(error) })
  }
}

prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true }).then(
  () => say({ ready: true }),
  (error: unknown) => say({ failed: whyOf(error) }),
)
