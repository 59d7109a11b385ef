/** Labels for a printer: what its language, its dots and what is loaded in it make of them. */
import type { LabelFacts } from './label-facts.ts'
import { LabelProblem } from './label-problem.ts'
import { layOut, textsOf, usually } from './lay-out.ts'
import { faceOf, type LabelMedia, paperOf } from './media.ts'
import type { LabelFaces } from './words/label-faces.ts'
import { openWords } from './words/words.ts'
import { labelPdf } from './write/label-pdf.ts'
import { labelSvg } from './write/label-svg.ts'
import { type LaidOut, labelZpl } from './write/label-zpl.ts'

/** A printer whatever is loaded in it: each kind then comes on its usual size. */
export type AnyMedia = Omit<LabelMedia, 'size' | 'orientation'> &
  Partial<Pick<LabelMedia, 'size' | 'orientation'>>

async function laidOut(
  labels: readonly LabelFacts[],
  media: AnyMedia,
  faces?: LabelFaces,
): Promise<LaidOut[]> {
  if (labels.length === 0) throw new LabelProblem('nothing_to_print')
  const words = await openWords(labels.flatMap(textsOf), media.language, faces)
  return labels.flatMap((facts) => {
    const usual = usually(facts.kind)
    const size = media.size ?? usual.size
    const own: LabelMedia = { ...media, size, orientation: media.orientation ?? usual.orientation }
    const isTurned = faceOf(facts.kind, own).width !== paperOf(facts.kind, size).width
    return layOut(facts, own, words).map((layout) => ({ layout, isTurned }))
  })
}

/**
 * Labels as a printer takes them, in the order given, each as often as it says.
 * @param faces for words beyond Latin-1; without them their letters are empty boxes
 * @throws LabelProblem where one cannot be printed so that it can be scanned; none is printed then
 * @throws RangeError for a plate that is none
 */
export async function drawLabels(
  labels: readonly LabelFacts[],
  media: AnyMedia,
  faces?: LabelFaces,
): Promise<Uint8Array> {
  const all = await laidOut(labels, media, faces)
  if (media.language === 'pdf') return labelPdf(all.map(({ layout }) => layout))
  const [first] = labels
  return labelZpl(all, { ...usually(first?.kind ?? 'plate'), ...media })
}

/** The first label as a picture for a screen. @throws as drawLabels does */
export async function drawPreview(label: LabelFacts, media: AnyMedia, faces?: LabelFaces): Promise<string> {
  const [first] = await laidOut([label], media, faces)
  if (!first) throw new LabelProblem('nothing_to_print')
  return labelSvg(first.layout)
}
