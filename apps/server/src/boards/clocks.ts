import type { ClockItem, ClockName } from '@restow/contracts'
import type { OwnTargets, Targets } from '@restow/domain'

export const A_DAY_MS = 86_400_000

/** What is due within so many seconds breaks next. */
export const SOON_SECONDS = 3600

/** The time targets of a house, and what its sellers' contracts say otherwise. */
export class ClockTargets {
  readonly house: Targets
  readonly #own: Readonly<Record<string, OwnTargets>>
  /** The same for the same targets. */
  readonly mark: string

  constructor(house: Targets, own: Readonly<Record<string, OwnTargets>>) {
    this.house = house
    this.#own = own
    this.mark = JSON.stringify([house, own])
  }

  /** In seconds, for goods of this seller. */
  of(clock: ClockName, seller: string | null): number {
    return (seller === null ? undefined : this.#own[seller]?.[clock]) ?? this.house[clock]
  }
}

/** Whole seconds from one instant to another, both ISO 8601; null of nothing. */
export const secondsBetween = (from: string | null, to: string): number | null =>
  from === null ? null : Math.floor((Date.parse(to) - Date.parse(from)) / 1000)

/** An age is never below zero, whatever another node's clock says. */
export const ageAt = (now: string, since: string | null): number | null => {
  const seconds = secondsBetween(since, now)
  return seconds === null ? null : Math.max(0, seconds)
}

export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** How one of the clocks stands, as the database counts it. */
export interface ClockRow {
  readonly clock: ClockName
  readonly running: number
  readonly broken: number
  readonly breaking: number
  /** When the longest broken one began, and how many seconds the next one due has left. */
  readonly oldestBroken: string | null
  readonly nextSeconds: number | null
}
/** With its target, which may be its seller's own. */
export type ClockItemRow = Omit<ClockItem, 'dueAt' | 'leftSeconds'> & { readonly targetSeconds: number }

/** A time that began so long ago is past the target: what the database compares with. */
export const beganBefore = (now: string, seconds: number): string =>
  new Date(Date.parse(now) - seconds * 1000).toISOString()

const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values))
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values))
const known = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null)

/** All clocks together: how many targets are broken and since when, how many break next and how soon. */
export function clocksAt(now: string, rows: readonly ClockRow[]) {
  const sum = (of: (row: ClockRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const left = rows.map(({ nextSeconds }) =>
    nextSeconds === null ? null : Math.max(0, Math.floor(nextSeconds)),
  )
  return {
    broken: {
      count: sum((r) => r.broken),
      oldestSeconds: most(known(rows.map((r) => ageAt(now, r.oldestBroken)))),
    },
    breaking: { count: sum((r) => r.breaking), nextSeconds: least(known(left)) },
  }
}

/** An item with when it is due and how much time is left. */
export function clockItemAt(now: string, { targetSeconds, ...item }: ClockItemRow): ClockItem {
  const due = Date.parse(item.startedAt) + targetSeconds * 1000
  return {
    ...item,
    dueAt: new Date(due).toISOString(),
    leftSeconds: Math.floor((due - Date.parse(now)) / 1000),
  }
}
