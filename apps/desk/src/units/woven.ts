import type { PrintJob, StoryItem } from '@restow/contracts'

/** One line of a story: something that happened, or a label that was printed of it. */
export type Line<T> =
  | { readonly kind: 'told'; readonly at: string; readonly told: T }
  | { readonly kind: 'print'; readonly at: string; readonly job: PrintJob }

/**
 * Events and prints in one order, by the server's clock; the events keep theirs. A label that was asked for as a step was
 * recorded stands after it.
 */
export function woven<T extends { readonly items: readonly [StoryItem, ...StoryItem[]] }>(
  told: readonly T[],
  prints: readonly PrintJob[],
): Line<T>[] {
  const waiting = prints.toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
  const lines: Line<T>[] = []
  for (const one of told) {
    const at = one.items[0].recordedAt
    while (waiting[0] && waiting[0].askedAt < at) {
      const job = waiting.shift()
      if (job) lines.push({ kind: 'print', at: job.askedAt, job })
    }
    lines.push({ kind: 'told', at, told: one })
  }
  return [...lines, ...waiting.map((job) => ({ kind: 'print' as const, at: job.askedAt, job }))]
}
