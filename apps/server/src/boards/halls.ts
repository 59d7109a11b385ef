import { type Asking, type Day, Hall } from './hall.ts'

/** Which hall, and whose eyes it is seen with: staff's, or one seller's. */
interface Looked {
  readonly warehouse: string
  readonly eyes: string | null
  readonly asking: Asking
}

/** How staff asks: for all that there is, of one moment; and again and again for what has changed. */
export interface StaffAsking {
  readonly whole: Asking
  readonly often: Asking
}

/** A hall that nobody has looked at for so long is let go of. */
const IDLE_MS = 15 * 60_000

/** The halls that are looked at on this node. */
export class Halls {
  readonly #kept = new Map<string, { readonly hall: Promise<Hall>; usedAt: number }>()
  readonly #staff: StaffAsking

  constructor(staff: StaffAsking) {
    this.#staff = staff
  }

  /** For few rows, found by an index. */
  asking({ eyes, asking }: Looked): Asking {
    return eyes === null ? this.#staff.often : asking
  }

  /** What lies there, as of all that was committed when this was asked. A seller's is read each time, with its own eyes. */
  async of({ warehouse, eyes, asking }: Looked, day: Day): Promise<Hall> {
    if (eyes !== null) return Hall.open(asking, warehouse, day)
    this.#letGo()
    const { whole, often } = this.#staff
    const known = this.#kept.get(warehouse)
    const kept = known ?? { hall: Hall.open(whole, warehouse, day, often), usedAt: 0 }
    kept.usedAt = Date.now()
    this.#kept.set(warehouse, kept)
    try {
      const hall = await kept.hall
      await hall.catchUp(day)
      return hall
    } catch (error) {
      // One that could not be read, or not be caught up, is read anew.
      if (this.#kept.get(warehouse) === kept) this.#kept.delete(warehouse)
      throw error
    }
  }

  #letGo(): void {
    const before = Date.now() - IDLE_MS
    for (const [warehouse, { usedAt }] of this.#kept) if (usedAt < before) this.#kept.delete(warehouse)
  }
}
