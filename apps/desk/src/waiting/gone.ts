import type { WaitingItem } from '@restow/contracts'

/** What waited a moment ago on this page and does not any more, though nobody here decided it. */
export function goneFrom(
  before: readonly WaitingItem[],
  now: { readonly items: readonly WaitingItem[]; readonly nextCursor: string | null },
  own: ReadonlySet<string>,
): WaitingItem[] {
  const there = new Set(now.items.map(({ id }) => id))
  // What came in between pushes the last ones onto the next page: those still wait.
  const until = now.nextCursor === null ? null : (now.items.at(-1)?.since ?? '')
  return before.filter(({ id, since }) => !there.has(id) && !own.has(id) && (until === null || since < until))
}
