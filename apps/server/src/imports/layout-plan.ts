import { createHash } from 'node:crypto'
import type { BinPlace, LayoutReport } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import type { RejectedLine } from './file-lines.ts'
import type { LayoutBin } from './layout-line.ts'
import type { ReadLayout } from './read-layout.ts'

/** What a file would make of the bins that are there: made once to be shown, and again to be done. */

export interface PresentBin {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  readonly plates: number
  readonly place: BinPlace
}
type Field = LayoutReport['changed'][number]['fields'][number]

export interface LayoutPlan {
  readonly lines: number
  readonly added: readonly LayoutBin[]
  readonly changed: readonly (LayoutBin & { readonly fields: readonly Field[] })[]
  readonly unchanged: number
  /** Not in the file and empty; not in the file and holding units. */
  readonly absent: readonly string[]
  readonly kept: readonly PresentBin[]
  readonly rejected: readonly RejectedLine[]
}

const ON_PLAN = ['x', 'y', 'w', 'h'] as const

function differences(is: PresentBin, will: LayoutBin): Field[] {
  const fields: Field[] = []
  if (is.zone !== will.zone) fields.push('zone')
  if (is.capacity !== will.capacity) fields.push('capacity')
  for (const name of ['aisle', 'bay', 'level'] as const)
    if (is.place[name] !== will.place[name]) fields.push(name)
  if (ON_PLAN.some((name) => is.place[name] !== will.place[name])) fields.push('plan')
  return fields
}

const inUse = ({ code, plates, zone }: PresentBin) =>
  `${code} holds ${plates} plates, so it stays in the zone ${zone}. Move them to another bin first.`

/** Compares a file with the bins that are there. A bin that holds units keeps its zone, whatever the file says. */
export function planOf(read: ReadLayout, present: readonly PresentBin[]): LayoutPlan {
  const there = new Map(present.map((bin) => [bin.code, bin]))
  const named = new Set(read.bins.map(({ code }) => code))
  const added: LayoutBin[] = []
  const changed: (LayoutBin & { fields: Field[] })[] = []
  const refused: RejectedLine[] = []
  let unchanged = 0
  for (const bin of read.bins) {
    const is = there.get(bin.code)
    const fields = is ? differences(is, bin) : []
    if (!is) added.push(bin)
    else if (fields.length === 0) unchanged++
    else if (fields.includes('zone') && is.plates > 0)
      refused.push({ line: read.lineOf.get(bin.code) ?? 0, code: 'bin_in_use', message: inUse(is) })
    else changed.push({ ...bin, fields })
  }
  const rest = present.filter(({ code }) => !named.has(code))
  return {
    ...{ lines: read.lines, added, changed, unchanged },
    // A line that could not be read may have been one of these: then none of them is said to be absent.
    absent: read.rejected.length > 0 ? [] : rest.flatMap(({ code, plates }) => (plates > 0 ? [] : [code])),
    kept: rest.filter(({ plates }) => plates > 0),
    rejected: [...read.rejected, ...refused].sort((a, b) => a.line - b.line),
  }
}

/** Stands for exactly these changes: who has seen others is shown these first. */
export function digestOf({ added, changed, absent }: LayoutPlan): string | null {
  if (added.length + changed.length + absent.length === 0) return null
  const text = JSON.stringify([added, changed, absent])
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}

const [SHOWN, REJECTED_SHOWN] = [100, 1000]
const shown = ({ code, zone, capacity }: LayoutBin) => ({ code, zone, capacity })

/** @param removed how many were taken out of use; null where nothing was done yet */
export function layoutReport(plan: LayoutPlan, removed: number | null): LayoutReport {
  const { lines, added, changed, unchanged, absent, kept, rejected } = plan
  return {
    applied: removed !== null,
    plan: removed === null ? digestOf(plan) : null,
    lines,
    counts: {
      ...{ added: added.length, changed: changed.length, unchanged, absent: absent.length },
      ...{ kept: kept.length, removed: removed ?? 0, rejected: rejected.length },
    },
    added: added.slice(0, SHOWN).map(shown),
    changed: changed.slice(0, SHOWN).map((bin) => ({ ...shown(bin), fields: [...bin.fields] })),
    absent: absent.slice(0, SHOWN),
    kept: kept.slice(0, SHOWN).map(({ code, plates }) => ({ code, plates })),
    rejected: rejected.slice(0, REJECTED_SHOWN),
  }
}
