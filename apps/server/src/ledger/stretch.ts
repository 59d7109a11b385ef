import type { Happened } from './happened.ts'

/** A stretch of the feed as it is told: what was given positions together. */
export interface Stretch {
  /** The positions behind this one, up to `until`. */
  readonly after: number
  readonly until: number
  /** When the last of it was recorded, ISO 8601 in UTC. */
  readonly at: string
  /** Of which types, where, and with which devices. */
  readonly types: readonly string[]
  readonly warehouses: readonly (string | null)[]
  readonly devices: readonly (string | null)[]
  /** What happened, in order; null where it was more than is told. */
  readonly happened: readonly Happened[] | null
}

const isPosition = (value: unknown): value is number => Number.isSafeInteger(value)

/** What a notification says of a stretch (migration 0030); null where it says nothing, or cannot be read. */
export function stretchIn(text: string | undefined): Stretch | null {
  try {
    const { happened = null, ...told } = JSON.parse(text ?? '{}') as Partial<Stretch>
    const { after, until, at, types, warehouses, devices } = told
    const isWhole =
      [types, warehouses, devices, happened ?? []].every(Array.isArray) && typeof at === 'string'
    return isWhole && isPosition(after) && isPosition(until) && after < until
      ? ({ ...told, happened } as Stretch)
      : null
  } catch {
    return null
  }
}

/** Who is behind by so many stretches reads what there is. */
const MOST_KEPT = 1000

/** Stretches that were told and are not dealt with yet, each right behind the one before. */
export class ToldAhead {
  #stretches: readonly Stretch[] = []
  #until = 0

  /** What was told twice is there once; where something is missing between, what came before it is no use any more. */
  add(stretch: Stretch): void {
    if (stretch.until <= this.#until) return
    this.#keep(stretch.after === this.#until ? [...this.#stretches, stretch] : [stretch])
    this.#until = stretch.until
  }

  #keep(stretches: readonly Stretch[]): void {
    this.#stretches = stretches.slice(-MOST_KEPT)
  }

  /** Takes what comes right after a position, as far as it was told; none where something is missing. What comes after that stays. */
  takeAfter(reached: number): readonly Stretch[] {
    const ahead = this.#stretches.filter(({ until }) => until > reached)
    const isNext = ahead[0] !== undefined && ahead[0].after <= reached
    this.#stretches = isNext ? [] : ahead
    return isNext ? ahead : []
  }

  /** Takes back what was taken last and could not be dealt with, unless something is missing behind it. */
  giveBack(taken: readonly Stretch[]): void {
    const [last, next] = [taken.at(-1), this.#stretches[0]]
    if (last && last.until === (next ? next.after : this.#until)) this.#keep([...taken, ...this.#stretches])
  }
}
