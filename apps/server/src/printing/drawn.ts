import { type AnyMedia, type LabelFacts, LabelProblem } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { sentenceOf } from './label-answer.ts'
import { nextPortion } from './portion.ts'
import { settleUndrawn, takeWork, type Work } from './sending.queries.ts'

/** Makes of labels what a printer takes. */
export type Draw = (labels: readonly LabelFacts[], media: AnyMedia) => Promise<Uint8Array>

/** Labels drawn for the printer that they are to go to. */
export interface DrawnWork {
  readonly work: Work
  readonly bytes: Uint8Array
  readonly count: number
}

interface Options {
  readonly on: Queryable
  readonly draw: Draw
  /** Whose printers; null for those that the server reaches itself. */
  readonly agent: string | null
  readonly leaseS: number
  readonly newId: () => string
  readonly onBug: (error: unknown) => void
}

/** Why labels could not be drawn: the sentence, and the word that programs know it by. Null for a bug of ours. */
function wordsOf(error: unknown): string | null {
  if (error instanceof LabelProblem) return `${sentenceOf(error)} (${error.code})`
  return error instanceof RangeError ? error.message : null
}

/**
 * Takes what is to be sent next, drawn. A job that cannot be drawn fails and is passed over: it must not block those behind it.
 * @returns null where nothing is to be sent just now
 */
export async function takeDrawn({
  on,
  draw,
  agent,
  leaseS,
  newId,
  onBug,
}: Options): Promise<DrawnWork | null> {
  for (;;) {
    const work = await takeWork(on, agent, newId(), leaseS)
    if (!work) return null
    try {
      const { labels, count, media } = nextPortion(work)
      return { work, count, bytes: await draw(labels, media) }
    } catch (error) {
      const words = wordsOf(error)
      if (words === null) onBug(error)
      await settleUndrawn(on, work.attempt, words ?? 'It could not be drawn.')
    }
  }
}
