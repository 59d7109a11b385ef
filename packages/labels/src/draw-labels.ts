/** Labels for a printer: what its language, its dots and what is loaded in it make of them. */
import { type LabelFacts, labelPdf } from './label-pdf.ts'
import { LabelProblem } from './label-problem.ts'
import { type LabelMedia, refuseUnfit } from './media.ts'
import type { NameFace } from './name-face.ts'

const FITS = { plate: ['50x25'], shelf: ['100x50'], badge: ['card'] } as const

/**
 * Labels as a printer takes them, in the order given, each as often as it says.
 * @throws LabelProblem where one cannot be printed so that it can be scanned; none is printed then
 */
export async function drawLabels(
  labels: readonly LabelFacts[],
  media: LabelMedia,
  faces?: NameFace,
): Promise<Uint8Array> {
  if (labels.length === 0) throw new LabelProblem('nothing_to_print')
  for (const { kind } of labels) refuseUnfit(kind, media.size, FITS[kind])
  if (media.language !== 'pdf') throw new LabelProblem('language_unfit', { language: media.language })
  return labelPdf(labels, faces)
}
