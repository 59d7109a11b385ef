/** Plates drawn by themselves, on a device that has no more of this with it than they take. */
import { LabelProblem } from './label-problem.ts'
import { layPlate, type PlateLabel } from './layout/plate.ts'
import { Sketch } from './layout/sketch.ts'
import { faceOf } from './media.ts'
import { standardWords } from './words/standard.ts'
import { labelPdf } from './write/label-pdf.ts'

const MEDIA = { language: 'pdf', dpi: 203, size: '50x25', orientation: 'landscape' } as const

/**
 * Plate labels as PDF: one page of 50 × 25 mm for each copy, bars as vectors in whole dots of a 203 dpi printer.
 * @throws LabelProblem for no labels, RangeError for what is no LPN
 */
export async function platePdf(plates: readonly PlateLabel[]): Promise<Uint8Array> {
  if (plates.length === 0) throw new LabelProblem('nothing_to_print')
  const words = await standardWords(MEDIA.language)
  const sketch = () =>
    new Sketch(faceOf('plate', MEDIA), MEDIA.dpi, (text, face = 'words') => words.set(text, face))
  return labelPdf(plates.map((plate) => layPlate(sketch(), plate)))
}
