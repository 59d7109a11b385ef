import type { LabelKind, LabelSize } from '@restow/domain'
import type { AnyMedia, LabelFacts } from '@restow/labels'
import type { Work } from './sending.queries.ts'

/**
 * A job goes out in portions, each confirmed before the next one leaves: where a line breaks within 500 labels, those
 * before are known to be out, those behind not to be, and only the few between are in doubt.
 */

/** Labels in a portion, unless a single one has more copies. */
const MOST = 25

export const copiesOf = (label: LabelFacts): number =>
  'copies' in label && typeof label.copies === 'number' ? label.copies : 1

/** How many labels these are, each as often as it is wanted. */
export const countOf = (labels: readonly LabelFacts[]): number =>
  labels.reduce((sum, label) => sum + copiesOf(label), 0)

/** What is left of labels once so many have come out. */
export function labelsAfter(labels: readonly LabelFacts[], out: number): LabelFacts[] {
  let passed = 0
  return labels.filter((label) => {
    passed += copiesOf(label)
    return passed > out
  })
}

/** @returns undefined for a kind's usual size */
const sizeFor = ({ sizes }: Pick<Work, 'sizes'>, kind: LabelKind): LabelSize | undefined =>
  sizes[kind] ?? sizes.any

type Loaded = Pick<Work, 'language' | 'dpi' | 'sizes' | 'orientation' | 'darkness' | 'speed' | 'cut'>

/** What a kind of label is drawn for on this printer. */
export function mediaFor(printer: Loaded, kind: LabelKind): AnyMedia {
  const { language, dpi, orientation, darkness, speed, cut } = printer
  const size = sizeFor(printer, kind)
  return {
    ...{ language, dpi, orientation, cut },
    ...(size === undefined ? {} : { size }),
    ...(darkness === null ? {} : { darkness }),
    ...(speed === null ? {} : { speed }),
  }
}

export interface Portion {
  readonly labels: readonly LabelFacts[]
  readonly count: number
  readonly media: AnyMedia
}

/** The labels that go out next, all on one size, and how they are to be drawn. */
export function nextPortion(work: Work): Portion {
  const [first, ...rest] = labelsAfter(work.labels, work.confirmed)
  if (!first) throw new RangeError(`There is nothing left of ${work.job} to be sent.`)
  const size = sizeFor(work, first.kind)
  const labels = [first]
  let count = copiesOf(first)
  for (const label of rest) {
    if (sizeFor(work, label.kind) !== size || count + copiesOf(label) > MOST) break
    labels.push(label)
    count += copiesOf(label)
  }
  return { labels, count, media: mediaFor(work, first.kind) }
}
