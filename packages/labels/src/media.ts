/** What a label is printed on: sizes in millimetres and in the printer's own dots. */
import type { LabelKind, LabelOrientation, LabelSize, PrinterDpi, PrinterLanguage } from '@restow/contracts'

/** A printer as far as drawing goes, and what is loaded in it. */
export interface LabelMedia {
  readonly language: PrinterLanguage
  readonly dpi: PrinterDpi
  readonly size: LabelSize
  readonly orientation: LabelOrientation
  /** ZPL only: -30 to 30, beside what the printer is set to. */
  readonly darkness?: number
  /** ZPL only: inches a second, 1 to 14. */
  readonly speed?: number
  /** ZPL only: a cut after each label. */
  readonly cut?: boolean
}

/** In millimetres. */
export interface Face {
  readonly width: number
  readonly height: number
}

const INCH = 25.4
/** Across the printer, then along the feed. */
const SIZES: Readonly<Record<Exclude<LabelSize, '62'>, Face>> = {
  '50x25': { width: 50, height: 25 },
  '57x32': { width: 57, height: 32 },
  '100x50': { width: 100, height: 50 },
  '100x150': { width: 100, height: 150 },
  '4x6': { width: 4 * INCH, height: 6 * INCH },
  card: { width: 85.6, height: 54 },
  a4: { width: 210, height: 297 },
}
const ROLL_WIDTH = 62
/** How much of the endless roll a kind takes: with its longer side across it is as large as a usual label. */
const ROLL_LENGTHS: Readonly<Record<LabelKind, number>> = {
  plate: 29,
  relabel: 40,
  shelf: 100,
  parcel: 100,
  refurbish: 100,
  scrap: 100,
  hold: 100,
  badge: 86,
  commands: 0,
}

/** A label's paper as it comes out of the printer, in millimetres. */
export function paperOf(kind: LabelKind, size: LabelSize): Face {
  if (size !== '62') return SIZES[size]
  return { width: ROLL_WIDTH, height: ROLL_LENGTHS[kind] }
}
/** Dots in a millimetre; a 203 dpi printer has eight. */
export const dotsPerMm = (dpi: PrinterDpi): number => (dpi === 203 ? 8 : dpi / INCH)

/** The label as it is read, in millimetres. */
export function faceOf(kind: LabelKind, { size, orientation }: LabelMedia): Face {
  const { width, height } = paperOf(kind, size)
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long }
}
