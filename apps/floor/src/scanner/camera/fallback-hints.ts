import type { BarcodeFormat, DecodeHintType } from '@zxing/library'
import type { Pass } from './passes.ts'

type Library = Pick<typeof import('@zxing/library'), 'BarcodeFormat' | 'DecodeHintType'>

/** The same formats as the engine in WebAssembly has, as far as this one reads them. */
const FORMATS = [
  'CODE_128',
  'CODE_39',
  'CODE_93',
  'CODABAR',
  'ITF',
  'EAN_13',
  'EAN_8',
  'UPC_A',
  'UPC_E',
  'DATA_MATRIX',
  'QR_CODE',
] satisfies (keyof typeof BarcodeFormat)[]

/**
 * What `@zxing/library` is told before it reads. ASSUME_GS1 assumes nothing of codes without FNC1; without it, it drops
 * FNC1 and with it where one element of a GS1-128 ends and the next begins.
 * @param library is handed in, since browsers and Node load it in different ways
 */
export function hintsOf(
  { BarcodeFormat, DecodeHintType }: Library,
  pass: Pass,
): Map<DecodeHintType, unknown> {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, FORMATS.map((format) => BarcodeFormat[format])],
    [DecodeHintType.ASSUME_GS1, true],
  ])
  if (pass !== 'glance') hints.set(DecodeHintType.TRY_HARDER, true)
  return hints
}
