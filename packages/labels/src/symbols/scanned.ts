/** A text as the code that the next scanner reads best. */
import { LabelProblem } from '../label-problem.ts'
import { dataMatrix } from './data-matrix.ts'
import { type CodeSymbol, code128Symbol } from './symbol.ts'

/** What every scanner gives back as it was: the printable characters of ASCII. */
const PRINTABLE = /^[ -~]+$/

interface How {
  /** Whoever scans it has a scanner with a picture, so that a text too long for bars may be a matrix. */
  readonly mayBeMatrix: boolean
  /** How many modules of bars have room. */
  readonly room: number
}

/** @throws LabelProblem code_not_printable for what Code 128 does not hold, code_missing for nothing */
export function scanned(text: string, { mayBeMatrix, room }: How): CodeSymbol {
  if (text === '') throw new LabelProblem('code_missing')
  if (!PRINTABLE.test(text) || text.trim() !== text)
    throw new LabelProblem('code_not_printable', { code: text, why: 'code128' })
  const bars = code128Symbol(text)
  if (!mayBeMatrix || bars.modules + bars.quiet[0] + bars.quiet[1] <= room) return bars
  return dataMatrix(text) ?? bars
}
