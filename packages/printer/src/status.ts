import type { PrinterTrouble } from '@restow/domain'

/**
 * What a ZPL printer says of itself: three lines in answer to `~HS`, each between STX and ETX (ZPL II Programming Guide,
 * "Host Status Return"). `~` commands are answered out of turn, whatever the printer is doing, but read in turn: an
 * answer to one that was written behind labels says that the labels before it have arrived.
 */
export interface HostStatus {
  readonly paperOut: boolean
  readonly paused: boolean
  /** Labels that have arrived and wait to be printed. */
  readonly formats: number
  readonly bufferFull: boolean
  /** The beginning of a label has arrived and its end has not. */
  readonly partial: boolean
  readonly tooCold: boolean
  readonly tooHot: boolean
  readonly headOpen: boolean
  readonly ribbonOut: boolean
  /** A label hangs in the printer and has to be taken off. */
  readonly labelWaiting: boolean
  /** Copies of the label under print that are still to come. */
  readonly remaining: number
}

export const ASK_STATUS = '~HS'
const STX = '\u0002'
const ETX = '\u0003'
/** How many values are in each of the three lines. */
const VALUES = [12, 11, 2] as const
/** No answer is longer: what is, is none. */
export const MAX_ANSWER = 4096

/** What stands between each STX and its ETX, as far as they are there. */
const linesOf = (answer: string): string[][] =>
  answer
    .split(STX)
    .slice(1)
    .filter((part) => part.includes(ETX))
    .map((part) => part.slice(0, part.indexOf(ETX)).split(','))
    .map((values) => values.map((value) => value.trim()))

const flag = (value: string | undefined): boolean => Number(value) === 1

/**
 * Reads an answer to `~HS`.
 * @returns null as long as it is not whole, 'garbled' where it is no such answer
 */
export function readStatus(answer: string): HostStatus | 'garbled' | null {
  const lines = linesOf(answer)
  if (lines.length < VALUES.length) return answer.length > MAX_ANSWER ? 'garbled' : null
  const [first = [], second = []] = lines
  const fits = VALUES.every((count, i) => (lines[i]?.length ?? 0) >= count)
  const [formats, remaining] = [Number(first[4]), Number(second[8])]
  if (!fits || !Number.isInteger(formats) || !Number.isInteger(remaining)) return 'garbled'
  return {
    paperOut: flag(first[1]),
    paused: flag(first[2]),
    formats,
    bufferFull: flag(first[5]),
    partial: flag(first[7]),
    tooCold: flag(first[10]),
    tooHot: flag(first[11]),
    headOpen: flag(second[2]),
    ribbonOut: flag(second[3]),
    labelWaiting: flag(second[7]),
    remaining,
  }
}

/** What stands in the way of printing, the first thing to be set right first; null where nothing does. */
export function troubleOf(status: HostStatus): PrinterTrouble | null {
  // An open head also reports paper and pause: closing it may be all there is to do.
  if (status.headOpen) return 'head_open'
  if (status.paperOut) return 'paper_out'
  if (status.ribbonOut) return 'ribbon_out'
  if (status.tooHot) return 'too_hot'
  if (status.tooCold) return 'too_cold'
  if (status.paused) return 'paused'
  if (status.labelWaiting) return 'label_waiting'
  return status.bufferFull ? 'buffer_full' : null
}

/** Is there nothing left that it was given? */
export const isIdle = ({ formats, partial, remaining }: HostStatus): boolean =>
  formats === 0 && !partial && remaining === 0
