/** What a block has at most: one more or one less moves no more than these, and the blocks of a full hall are counted up in no time. */
const MOST = 512

/** Things kept in the order of a time of theirs, in milliseconds since 1970, and of their ids where that is the same. Those that have no such time are the last. */
export class InOrder<T extends { readonly id: string }> {
  readonly #time: (one: T) => number
  /** None of them is empty. */
  readonly #blocks: T[][] = []
  #size = 0

  constructor(time: (one: T) => number) {
    this.#time = (one) => {
      const at = time(one)
      return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at
    }
  }

  get size(): number {
    return this.#size
  }

  /** The first time that there is; infinite where there is none. */
  get since(): number {
    const first = this.#blocks[0]?.[0]
    return first === undefined ? Number.POSITIVE_INFINITY : this.#time(first)
  }

  #isBefore(a: T, b: T): boolean {
    const [at, than] = [this.#time(a), this.#time(b)]
    return at < than || (at === than && a.id < b.id)
  }

  /** Where it lies, or would: the block may be one more than there are. */
  #find(one: T): { readonly block: number; readonly at: number } {
    const block = firstOf(this.#blocks, (own) => !this.#isBefore(own.at(-1) as T, one))
    return { block, at: firstOf(this.#blocks[block] ?? [], (other) => !this.#isBefore(other, one)) }
  }

  put(one: T): void {
    this.#size += 1
    const { block, at } = this.#find(one)
    const own = this.#blocks[block]
    if (own === undefined) this.#append(one)
    else this.#insert(own, at, block, one)
  }

  #insert(own: T[], at: number, block: number, one: T): void {
    own.splice(at, 0, one)
    if (own.length > MOST) this.#blocks.splice(block, 1, own.slice(0, MOST / 2), own.slice(MOST / 2))
  }

  /** Most come after all that there are. */
  #append(one: T): void {
    const last = this.#blocks.at(-1)
    if (last === undefined || last.length >= MOST) this.#blocks.push([one])
    else last.push(one)
  }

  /** @throws where it was not put in, with the time that it has: whoever counts by this order counts wrong */
  remove(one: T): void {
    const { block, at } = this.#find(one)
    const own = this.#blocks[block]
    if (own?.[at] !== one) throw new Error(`${one.id} is not in the order that it is taken from`)
    own.splice(at, 1)
    this.#size -= 1
    if (own.length === 0) this.#blocks.splice(block, 1)
  }

  /** How many there are up to a time, and at it. */
  countBy(time: number): number {
    let count = 0
    for (const own of this.#blocks) {
      if (this.#time(own.at(-1) as T) > time) return count + firstOf(own, (one) => this.#time(one) > time)
      count += own.length
    }
    return count
  }

  /** Those from one place in the order up to before another. */
  slice(from: number, to: number): T[] {
    const found: T[] = []
    let begins = 0
    for (const own of this.#blocks) {
      if (begins >= to) break
      if (begins + own.length > from) found.push(...own.slice(Math.max(0, from - begins), to - begins))
      begins += own.length
    }
    return found
  }
}

/** Where the first is of which something holds, as it does of all after it; their number where there is none. */
function firstOf<E>(all: readonly E[], holds: (one: E) => boolean): number {
  let [from, to] = [0, all.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(all[middle] as E)) to = middle
    else from = middle + 1
  }
  return from
}
