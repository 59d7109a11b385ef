import type { ReaderOptions } from 'zxing-wasm/reader'

/**
 * How a camera's frames are looked at. Most are glanced at, so that a label held well is read within a frame or two; every
 * fifth is looked at hard. Measured by `npm run bench -- decode`; why these: docs/decisions/011-camera-engines.md.
 */

export type Pass = 'glance' | 'hard' | 'inverted'

/** Every so many frames one is looked at hard. */
const HARD_EVERY = 5

/**
 * What labels, products and the house's own codes are printed in. PDF417, Aztec and MaxiCode stand beside the number on carriers'
 * labels and hold the address, not the number: reading them would answer the wrong question, and looking for them
 * makes a hard look half as long again.
 */
export const FORMATS = [
  'Code128',
  'Code39',
  'Code93',
  'Codabar',
  'ITF',
  'EANUPC',
  'DataBar',
  'DataMatrix',
  'QRCode',
] as const

/** A label has many codes; of these the one aimed at is taken. More than so many are not looked for. */
const MOST_IN_A_FRAME = 8

const ALWAYS = {
  formats: [...FORMATS],
  // Nothing is put in brackets or escaped: what was encoded comes out, group separators included.
  textMode: 'Plain',
  maxNumberOfSymbols: MOST_IN_A_FRAME,
  tryHarder: false,
  // A label lies as it lies.
  tryRotate: true,
  tryInvert: false,
  tryDownscale: false,
} satisfies ReaderOptions

/**
 * The options of each pass. A hard look for all that might be would cost a frame more than it may, so hard ones take turns:
 * one for what lies across the picture, one for white on black and for what is large and blurred.
 */
export const PASSES: Readonly<Record<Pass, ReaderOptions>> = {
  glance: ALWAYS,
  hard: { ...ALWAYS, tryHarder: true },
  inverted: { ...ALWAYS, tryHarder: true, tryRotate: false, tryInvert: true, tryDownscale: true },
}

/** How the n-th frame is looked at, counted from 0. */
export function passOf(frame: number): Pass {
  if (frame % HARD_EVERY !== HARD_EVERY - 1) return 'glance'
  return Math.floor(frame / HARD_EVERY) % 2 === 0 ? 'hard' : 'inverted'
}
