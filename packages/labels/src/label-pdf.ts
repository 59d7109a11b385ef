import { type BadgeCard, badgeLabel } from './badge-card.ts'
import type { NameFace } from './name-face.ts'
import { type PlateLabel, plateLabel } from './plate.ts'
import { type Label, printed } from './sheet.ts'
import { type ShelfTag, shelfTagLabel } from './shelf-tag.ts'
import { isLatin1, plainName } from './words-line.ts'

/** Something to be printed, and what is to stand on it. */
export type LabelFacts =
  | ({ readonly kind: 'plate' } & PlateLabel)
  | ({ readonly kind: 'shelf' } & ShelfTag)
  | ({ readonly kind: 'badge' } & BadgeCard)

function labelOf(facts: LabelFacts): Label {
  if (facts.kind === 'plate') return plateLabel(facts)
  return facts.kind === 'shelf' ? shelfTagLabel(facts) : badgeLabel(facts)
}

/**
 * Labels of any kind as PDF, a page of its own size for each, in the order given.
 * @param names for names beyond Latin-1; without it they are left to be written by hand
 * @throws RangeError for no labels, for what is no LPN, for a code that is too long for its label
 */
export async function labelPdf(labels: readonly LabelFacts[], names?: NameFace): Promise<Uint8Array> {
  const people = labels.flatMap((label) => (label.kind === 'badge' ? [plainName(label.name)] : []))
  const foreign = [...new Set(people)].filter((name) => !isLatin1(name))
  return printed(labels.map(labelOf), await names?.outlines(foreign))
}
