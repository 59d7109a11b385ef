/** A scan out of its reading: what a scanner would send for it, in one canonical form. */

import { commandCode } from './command-codes.ts'
import { isLink } from './digital-link.ts'
import { readGs1 } from './gs1.ts'
import type { Reading } from './read-scan.ts'
import { bracketed, elementString } from './write-gs1.ts'

/** What stands around the number on a label: routing ahead of it, form or country behind it. */
export interface Label {
  before: string
  number: string
  after: string
}

/** The label's parts: ahead of the number, the number as the seller was told it, behind it. Nothing where it is printed otherwise. */
export function labelOf({ text, carriers }: Reading): Label | undefined {
  const number = carriers[0]?.trackingNumber
  const at = number === undefined ? -1 : text.lastIndexOf(number)
  if (number === undefined || at < 0) return undefined
  return { before: text.slice(0, at), number, after: text.slice(at + number.length) }
}

/**
 * The text that reads as this again. GS1 out of its elements, which puts the separators where they belong; a label out
 * of its number and what stands around it; a command out of its words; all else is its own text.
 */
export function writeScan(reading: Reading): string {
  const { symbology, gs1Elements, gs1Uncertain, command, lpn, bin, badge, text } = reading
  const aim = symbology === undefined ? '' : `]${symbology}`
  if (gs1Elements && !gs1Uncertain && !isLink(text)) {
    const bars = elementString(gs1Elements)
    // What print says with brackets, bars may leave in doubt.
    return readGs1(bars, true)?.uncertain.length
      ? bracketed(gs1Elements)
      : `${aim === '' ? ']C1' : aim}${bars}`
  }
  if (command) return `${aim}${commandCode(command.command, command.value) ?? text}`
  const label = labelOf(reading)
  return (
    aim +
    (lpn?.lpn ?? bin?.code ?? badge?.badge ?? (label ? label.before + label.number + label.after : text))
  )
}
