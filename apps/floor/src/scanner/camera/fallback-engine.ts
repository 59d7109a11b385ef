import { BarcodeFormat, BrowserMultiFormatReader } from '@zxing/browser'
import { Code128Reader, DecodeHintType, NotFoundException, type Result } from '@zxing/library'
import { fallbackText, offCentre } from './as-scanned.ts'
import type { Engine } from './engine.ts'
import { hintsOf } from './fallback-hints.ts'
import { mendCode128 } from './mend-code128.ts'
import type { Pass } from './passes.ts'
import type { Sight } from './watch.ts'

/** For devices without WebAssembly: in script, on the page itself, slower and with less of an eye. */

/** The library warns of each format that a frame does not hold, many times a second. */
function quietly<T>(work: () => T): T {
  const { warn } = console
  console.warn = () => undefined
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

function sightOf(result: Result, canvas: HTMLCanvasElement): Sight {
  const format = BarcodeFormat[result.getBarcodeFormat()] ?? ''
  const corners = (result.getResultPoints() ?? []).map((point) => ({ x: point.getX(), y: point.getY() }))
  return {
    text: fallbackText(result.getText(), format),
    format,
    offCentre: corners.length === 0 ? 0 : offCentre(corners, canvas),
  }
}

/** Leaves the page as long to itself as a look has held it up, so that taps and the trigger are heard meanwhile. */
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The scripted engine. Nothing found is thrown by it, as is all that goes wrong within a frame; the next frame may do better. */
export function openFallback(): Engine {
  mendCode128({ Code128Reader, NotFoundException })
  const library = { BarcodeFormat, DecodeHintType }
  const readers = new Map<Pass, BrowserMultiFormatReader>()
  const readerFor = (pass: Pass) => {
    const reader = readers.get(pass) ?? new BrowserMultiFormatReader(hintsOf(library, pass))
    readers.set(pass, reader)
    return reader
  }
  const canvas = document.createElement('canvas')
  return {
    async look(frame, pass) {
      Object.assign(canvas, { width: frame.width, height: frame.height })
      canvas.getContext('2d', { willReadFrequently: true })?.drawImage(frame, 0, 0)
      frame.close()
      const began = performance.now()
      try {
        return [
          sightOf(
            quietly(() => readerFor(pass).decodeFromCanvas(canvas)),
            canvas,
          ),
        ]
      } catch {
        await rest(performance.now() - began)
        return []
      }
    },
    close: () => readers.clear(),
  }
}
