import bwip from 'bwip-js/generic'
import type { MatrixSymbol } from './symbol.ts'

/** Square symbols, and how many codewords of data each holds. Source: ISO/IEC 16022, table 7. */
const SQUARES = [
  [10, 3],
  [12, 5],
  [14, 8],
  [16, 12],
  [18, 18],
  [20, 22],
  [22, 30],
  [24, 36],
  [26, 44],
  [32, 62],
  [36, 86],
  [40, 114],
  [44, 144],
  [48, 174],
] as const

/** Codewords in the plainest encoding: two digits are one. A printer that encodes better fills up with padding. */
const codewords = (text: string): number => text.replace(/\d\d/g, '0').length

/** A text of ASCII as Data Matrix, of a size that any encoder gets by with; null if it is longer than any. */
export function dataMatrix(text: string): MatrixSymbol | null {
  const [side] = SQUARES.find(([, holds]) => codewords(text) <= holds) ?? []
  if (side === undefined) return null
  const [symbol] = bwip.raw({ bcid: 'datamatrix', text, version: `${side}x${side}` } as never) as unknown as {
    pixs: number[]
  }[]
  if (!symbol) throw new Error(`Data Matrix of ${text} has no modules.`)
  const rows = Array.from({ length: side }, (_, y) => symbol.pixs.slice(y * side, (y + 1) * side).join(''))
  return { symbology: 'datamatrix', text, rows, modules: side, quiet: [2, 2] }
}
