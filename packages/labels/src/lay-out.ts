/** Which kind is laid out how, and on which sizes: the table that says what cannot be printed, and what can. */
import type { LabelKind, LabelOrientation, LabelSize } from '@restow/contracts'
import type { LabelFacts } from './label-facts.ts'
import { LabelProblem } from './label-problem.ts'
import { layBadge } from './layout/badge-card.ts'
import type { Layout } from './layout/boxes.ts'
import { layCommandSheet } from './layout/command-sheet.ts'
import { layPlate } from './layout/plate.ts'
import { layRelabel } from './layout/relabel.ts'
import { layShelfTag } from './layout/shelf-tag.ts'
import { Sketch } from './layout/sketch.ts'
import { layTicket } from './layout/ticket.ts'
import { faceOf, type LabelMedia } from './media.ts'
import type { SetWords } from './words/words.ts'

/** What is loaded where nothing else is said, as it is read. */
type Loaded = Pick<LabelMedia, 'size' | 'orientation'>

const SMALL_UP = ['50x25', '57x32', '62', '100x50', '100x150', '4x6'] as const
const TICKETS = ['57x32', '62', '100x50', '100x150', '4x6'] as const
const TAGS = ['62', '100x50', '100x150', '4x6'] as const

/** Sizes that a kind is printed on. The first is its usual one. */
export const FITS: Readonly<Record<LabelKind, readonly [LabelSize, ...LabelSize[]]>> = {
  plate: SMALL_UP,
  relabel: SMALL_UP,
  shelf: ['100x50', ...TAGS.filter((size) => size !== '100x50')],
  parcel: ['100x50', ...TICKETS.filter((size) => size !== '100x50')],
  refurbish: ['100x50', ...TICKETS.filter((size) => size !== '100x50')],
  scrap: ['100x50', ...TICKETS.filter((size) => size !== '100x50')],
  hold: ['100x50', ...TICKETS.filter((size) => size !== '100x50')],
  badge: ['card', '100x50', '100x150', '4x6'],
  commands: ['a4'],
}

/** A kind's usual size and the way it is read on it. */
export function usually(kind: LabelKind): Loaded {
  return { size: FITS[kind][0], orientation: kind === 'commands' ? 'portrait' : 'landscape' }
}

function lay(facts: LabelFacts, sketchOf: () => Sketch): Layout[] {
  switch (facts.kind) {
    case 'plate':
      return [layPlate(sketchOf(), facts)]
    case 'relabel':
      return [layRelabel(sketchOf(), facts)]
    case 'shelf':
      return [layShelfTag(sketchOf(), facts)]
    case 'badge':
      return [layBadge(sketchOf(), facts)]
    case 'commands':
      return layCommandSheet(sketchOf, facts)
    default:
      return [layTicket(sketchOf(), facts)]
  }
}

const ORIENTATIONS: readonly LabelOrientation[] = ['landscape', 'portrait']

/** Sizes that this very label can be printed on, one way or the other. */
function fitting(facts: LabelFacts, media: LabelMedia, words: SetWords): string[] {
  const does = (size: LabelSize, orientation: LabelOrientation): boolean => {
    try {
      lay(facts, () => new Sketch(faceOf(facts.kind, { ...media, size, orientation }), media.dpi, words))
      return true
    } catch {
      return false
    }
  }
  return FITS[facts.kind].flatMap((size) => {
    const ways = ORIENTATIONS.filter((orientation) => does(size, orientation))
    return ways.length === 2 ? [size] : ways.map((way) => `${size} ${way}`)
  })
}

/**
 * A label laid out for what is loaded, on as many pages as it takes.
 * @throws LabelProblem that says on which sizes it would do
 */
export function layOut(facts: LabelFacts, media: LabelMedia, words: SetWords): Layout[] {
  const { kind } = facts
  const { size, orientation } = media
  const about = { kind, size, orientation }
  if (!FITS[kind].includes(size))
    throw new LabelProblem('size_too_small', { ...about, fits: fitting(facts, media, words) })
  try {
    return lay(facts, () => new Sketch(faceOf(kind, media), media.dpi, words))
  } catch (error) {
    if (!(error instanceof LabelProblem)) throw error
    const isRoom = error.code === 'size_too_small' || error.code === 'code_too_long'
    const fits = isRoom ? { fits: fitting(facts, media, words) } : {}
    throw new LabelProblem(error.code, { ...about, ...error.facts, ...fits })
  }
}

/** All words of a label. */
export function textsOf(facts: LabelFacts): string[] {
  switch (facts.kind) {
    case 'plate':
      return []
    case 'relabel':
      return facts.lines.map(({ text }) => text)
    case 'shelf':
      return [facts.human, facts.zone.letter, facts.zone.name]
    case 'badge':
      return [facts.name, facts.role, facts.warehouse]
    case 'commands':
      return [
        `Restow · ${facts.title}`,
        ...facts.groups.flatMap((group) => [group.title, ...group.codes.map(({ text }) => text)]),
      ]
    default:
      return [facts.heading, facts.letter, facts.title, ...facts.lines]
  }
}
