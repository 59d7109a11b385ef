import type { Sight } from './watch.ts'

/** What an engine finds, as a scanner would type it: with the symbology identifier where the symbol says that it is GS1. */

interface Point {
  readonly x: number
  readonly y: number
}

/** As zxing-wasm finds a code. */
export interface Found {
  readonly text: string
  readonly format: string
  readonly contentType: string
  readonly symbologyIdentifier: string
  readonly position: Readonly<Record<'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight', Point>>
}

interface Size {
  readonly width: number
  readonly height: number
}

/** How far the middle of some corners is from the middle of the picture; 1 at its corners. */
export function offCentre(corners: readonly Point[], { width, height }: Size): number {
  const middle = (axis: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return Math.hypot(middle('x') / (width / 2) - 1, middle('y') / (height / 2) - 1) / Math.SQRT2
}

/** A code that zxing-wasm found. */
export function sightOf(found: Found, size: Size): Sight {
  const { text, format, contentType, symbologyIdentifier, position } = found
  const { topLeft, topRight, bottomLeft, bottomRight } = position
  // A product's number by itself is no list of elements, although its symbol is GS1's.
  const saysGs1 = contentType === 'GS1' && !/^(EAN|UPC)/.test(format)
  const corners = [topLeft, topRight, bottomLeft, bottomRight]
  return {
    text: saysGs1 ? `${symbologyIdentifier}${text}` : text,
    format,
    offCentre: offCentre(corners, size),
  }
}

const GS = '\u001d'

/**
 * A code that `@zxing/library` found, by its names for formats. It says of Code 128 itself that it is GS1, gives Data
 * Matrix the FNC1 in front as a separator, and leaves out the zero that makes a UPC-A an EAN-13.
 */
export function fallbackText(text: string, format: string): string {
  if (format === 'DATA_MATRIX' && text.startsWith(GS)) return `]d2${text.slice(1)}`
  return format === 'UPC_A' ? `0${text}` : text
}
