interface Options<T> {
  /** How often it is looked for what others have written down, or what can be tried again; milliseconds. */
  readonly pollMs: number
  /** What there is to do now, as much as can be begun. */
  readonly take: () => AsyncIterable<T>
  readonly attempt: (work: T) => Promise<void>
  readonly onBug: (error: unknown) => void
}

/** Takes work and does it side by side: whenever it is woken, after each that is done, and now and then by itself. */
export class WorkLoop<T> {
  readonly #options: Options<T>
  readonly #running = new Map<Promise<void>, T>()
  #isStopping = false
  #drain: Promise<void> | null = null
  #again = false
  #timer: NodeJS.Timeout | null = null

  constructor(options: Options<T>) {
    this.#options = options
    this.#poll()
  }

  get isStopping(): boolean {
    return this.#isStopping
  }
  /** What is under way. */
  get running(): readonly T[] {
    return [...this.#running.values()]
  }

  /** Looks for work now. */
  wake(): void {
    if (this.#isStopping) return
    this.#again = true
    this.#drain ??= this.#drainAll().finally(() => {
      this.#drain = null
    })
  }

  /** Takes nothing more. @returns once nothing is being taken; what is under way goes on */
  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#drain
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running.keys())
  }

  #poll(): void {
    this.#timer = setTimeout(() => {
      this.wake()
      this.#poll()
    }, this.#options.pollMs)
    this.#timer.unref()
  }

  async #drainAll(): Promise<void> {
    while (this.#again && !this.#isStopping) {
      this.#again = false
      for await (const work of this.#options.take()) this.#begin(work)
    }
  }

  #begin(work: T): void {
    const run = this.#options.attempt(work).catch(this.#options.onBug)
    this.#running.set(run, work)
    void run.finally(() => {
      this.#running.delete(run)
      this.wake()
    })
  }
}
