/**
 * A label is a list of boxes, in whole dots of its printer, from the top on the left. The writers of PDF, ZPL and
 * SVG draw the same boxes, so that one layout is one label whatever it comes out of.
 */
import type { PrinterDpi } from '@restow/contracts'
import type { BarSymbol, MatrixSymbol } from '../symbols/symbol.ts'
import type { Atom, FaceName } from '../words/atoms.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A barcode: its bars without what must stay white around them. */
export type CodeBox = { readonly box: 'code'; readonly area: Area; readonly module: number } & (
  | BarSymbol
  | MatrixSymbol
)

interface PlacedAtom {
  readonly atom: Atom
  readonly x: number
}
/** One line of a text, its atoms as they stand from left to right. */
export interface WordsLine {
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly atoms: readonly PlacedAtom[]
}
export interface WordsBox {
  readonly box: 'words'
  readonly area: Area
  readonly face: FaceName
  readonly size: number
  readonly align: Align
  readonly isWhite: boolean
  readonly lines: readonly WordsLine[]
}
export type Align = 'left' | 'middle' | 'right'

/** A black rectangle. */
export interface RuleBox {
  readonly box: 'rule'
  readonly area: Area
}
/** An arrow that fills its area: which of two bins above each other is meant. */
export interface ArrowBox {
  readonly box: 'arrow'
  readonly area: Area
  readonly points: 'up' | 'down'
}
export type Box = CodeBox | WordsBox | RuleBox | ArrowBox

/** One label laid out, to be printed so many times. */
export interface Layout {
  readonly name: { readonly one: string; readonly many: string }
  /** What is on it, as people call it. */
  readonly key: string
  readonly copies: number
  readonly dpi: PrinterDpi
  /** In millimetres, as it is read. */
  readonly face: { readonly width: number; readonly height: number }
  /** Whole dots of it. */
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
}
