import { type Pass, passOf } from './passes.ts'
import { look, NOTHING_SEEN, type Sight, type Watch } from './watch.ts'

/** Looks at one frame after another: says how to look at the next, and what a frame makes a scan of. */
export class Eye {
  #watch: Watch = NOTHING_SEEN
  #frame = 0
  #pass: Pass = passOf(0)

  /** How to look at the next frame. */
  get pass(): Pass {
    return this.#pass
  }

  /**
   * Takes in what the next frame shows, looked at as asked for.
   * @param at milliseconds, of any clock that does not go back
   * @returns what is scanned by it, if anything is
   */
  see(sights: readonly Sight[], at: number): string | null {
    const { watch, scan } = look(this.#watch, sights, at)
    const hasDoubt = watch.doubted !== this.#watch.doubted && watch.doubted !== null
    this.#watch = watch
    this.#frame += 1
    // What only a hard look has found is looked at hard again at once, or it would have to wait for its confirmation.
    if (!hasDoubt) this.#pass = passOf(this.#frame)
    return scan
  }
}
