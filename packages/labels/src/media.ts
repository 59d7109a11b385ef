/** What a label is printed on. */
import type { LabelKind, LabelOrientation, LabelSize, PrinterDpi, PrinterLanguage } from '@restow/contracts'
import { LabelProblem } from './label-problem.ts'

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

/** @throws LabelProblem size_too_small where a kind is not printed on a size at all */
export function refuseUnfit(kind: LabelKind, size: LabelSize, fits: readonly LabelSize[]): void {
  if (!fits.includes(size)) throw new LabelProblem('size_too_small', { kind, size, fits: [...fits] })
}
